-- Readers follow transactions, not sequence numbers: a number is drawn before the commit, so a smaller one may become visible later.
create index platform_event_order on platform_event (xid, seq);
drop index platform_event_topic;
