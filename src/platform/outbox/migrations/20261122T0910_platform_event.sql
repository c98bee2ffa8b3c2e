-- What happened, written in the same transaction as the thing itself. Search, validation and later mail follow it.
create table platform_event (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  topic text not null,
  tenant uuid,
  subject uuid,
  payload jsonb not null default '{}',
  at timestamptz not null default now()
);
create index platform_event_topic on platform_event (topic, seq);
grant insert on platform_event to allmende_app;
