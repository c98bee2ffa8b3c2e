-- Notices from the public (DSA Art. 16), decisions with reasons (Art. 17), and the second look for who objects.

create table participation_notice_number (
  tenant uuid not null references identity_tenant (id),
  year integer not null,
  last integer not null,
  primary key (tenant, year)
);
alter table participation_notice_number enable row level security;
create policy own on participation_notice_number using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
grant select, insert, update on participation_notice_number to allmende_app;

create table participation_notice (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  year integer not null,
  number integer not null,
  procedure uuid not null,
  submission uuid not null,
  comment uuid,
  -- The exact address that was reported, as it was then.
  address text not null,
  reason text not null,
  -- Why it is unlawful or against the rules. Purpose: to be decided. Blanked 6 months after the decision (DSA Art. 20 (1)).
  body text not null,
  -- Who reports it; may stay away. Purpose: DSA Art. 16 (2) c. Blanked 6 months after the decision.
  name text,
  lang text not null default 'de',
  secret_hash bytea not null unique,
  state text not null default 'open' check (state in ('open', 'decided')),
  decision text check (decision in ('kept', 'hidden', 'reworded')),
  received_at timestamptz not null default clock_timestamp(),
  decided_at timestamptz,
  unique (tenant, year, number),
  unique (tenant, id),
  foreign key (tenant, submission) references participation_submission (tenant, id),
  foreign key (tenant, comment) references participation_comment (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_notice_list on participation_notice (tenant, state, received_at, id);
create index participation_notice_about on participation_notice (submission) where state = 'open';
alter table participation_notice enable row level security;
create policy read_own on participation_notice for select using (
  tenant = (select platform_tenant()) and ((select platform_staff()) or secret_hash = (select participation_secret()))
);
create policy hand_in on participation_notice for insert with check (tenant = (select platform_tenant()) and state = 'open' and secret_hash = (select participation_secret()));
create policy decide on participation_notice for update using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()));
grant select, insert, update on participation_notice to allmende_app;

-- The address of who reports. Purpose: receipt and decision by mail, nothing else. Pages put it in and never read it. Deleted with the name.
create table participation_notice_address (
  notice uuid primary key references participation_notice (id) on delete cascade,
  tenant uuid not null references identity_tenant (id),
  email text not null,
  -- Keyed fingerprint, so that whoever wants everything about an address erased is found.
  address_mark bytea not null
);
alter table participation_notice_address enable row level security;
create policy put_in on participation_notice_address for insert with check (tenant = (select platform_tenant()));
grant insert on participation_notice_address to allmende_app;

alter table participation_statement add foreign key (tenant, notice) references participation_notice (tenant, id);
create policy read_by_notifier on participation_statement for select using (
  tenant = (select platform_tenant()) and (select participation_secret()) is not null
  and exists (select 1 from participation_notice n where n.id = notice and n.secret_hash = (select participation_secret()))
);

-- Somebody does not agree with a decision: another person looks again.
create table participation_objection (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  statement uuid not null,
  party text not null check (party in ('author', 'notifier')),
  -- Purpose: to be decided. Blanked 6 months after the decision.
  body text not null,
  received_at timestamptz not null default clock_timestamp(),
  -- Who decided first; null when that person erased the account.
  first_person uuid,
  -- Whether the first decision stands.
  upheld boolean,
  answer text not null default '',
  person uuid,
  decided_at timestamptz,
  unique (statement, party),
  unique (tenant, id),
  -- Not the same person again.
  check (person is null or first_person is null or person <> first_person),
  foreign key (tenant, statement) references participation_statement (tenant, id)
);
create index participation_objection_open on participation_objection (tenant, received_at) where decided_at is null;
create index participation_objection_person on participation_objection (person) where person is not null;
alter table participation_objection enable row level security;
-- The inner look at the statement is itself bound: whoever may not see it sees no objection to it, and each party only its own.
create policy read_own on participation_objection for select using (
  tenant = (select platform_tenant()) and ((select platform_staff()) or exists (
    select 1 from participation_statement st where st.id = statement
    and (party = 'notifier') = (st.notice is not null and exists (select 1 from participation_notice n where n.id = st.notice and n.secret_hash = (select participation_secret())))))
);
create policy hand_in on participation_objection for insert with check (
  tenant = (select platform_tenant()) and decided_at is null and exists (select 1 from participation_statement st where st.id = statement)
);
create policy decide on participation_objection for update using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()));
grant select, insert, update on participation_objection to allmende_app;
