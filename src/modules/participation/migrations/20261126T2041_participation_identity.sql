-- How surely it is known who writes, comments and rates: what has to be shown before something counts.

alter table participation_submission
  -- When the link in the mail was pressed; received_at says when it came.
  add column confirmed_at timestamptz;
alter table participation_comment
  add column identity text not null default 'none' check (identity in ('none', 'email', 'code', 'account', 'bundid')),
  add column confirmed_at timestamptz;
alter table participation_reaction
  add column identity text not null default 'none' check (identity in ('none', 'email', 'code', 'account', 'bundid'));
alter table participation_procedure
  -- How surely BundID must know somebody: user name and password; identity card or Elster; identity card alone.
  add column trust text not null default 'substantial' check (trust in ('basis', 'substantial', 'high'));

-- What waits for the link in a mail. It has no number, stands nowhere and counts for nothing until its button is pressed; then it becomes
-- what it is under the same id. Purpose: nothing is lost while the mail is on its way. Blanked when it is confirmed, deleted after 7 days.
create table participation_pending (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  kind text not null check (kind in ('submit', 'comment', 'rate')),
  -- What is commented or rated.
  submission uuid,
  -- The words, or the value, as they were read from the form.
  content jsonb not null,
  lang text not null default 'de',
  -- Fingerprint of the address, so that erasing reaches it and one address counts once. The address itself is in the mail alone.
  address_mark bytea not null check (length(address_mark) = 32),
  -- Fingerprint of the link in the mail.
  secret_hash bytea not null unique,
  received_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  check ((kind = 'submit') = (submission is null)),
  foreign key (tenant, procedure) references participation_procedure (tenant, id),
  foreign key (tenant, submission) references participation_submission (tenant, id)
);
create index participation_pending_old on participation_pending (received_at);
create index participation_pending_address on participation_pending (address_mark);
create index participation_pending_under on participation_pending (submission) where submission is not null;
create index participation_pending_procedure on participation_pending (procedure);

-- What must be shown for an action of a procedure.
create function participation_level(of_procedure uuid, what text) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(p.identity ->> what, 'none') from participation_procedure p where p.id = of_procedure
$$;

-- The link of what is confirmed just now: told to the connection for one transaction.
create function participation_link() returns bytea language sql stable as $$
  select decode(nullif(current_setting('allmende.pending', true), ''), 'hex')
$$;
alter table participation_pending enable row level security;
-- The database's clock says whether it is still time: the link may be pressed later.
create policy hand_in on participation_pending for insert with check (
  tenant = (select platform_tenant()) and confirmed_at is null and participation_open(procedure, kind) and participation_level(procedure, kind) = 'email'
);
create policy read_own on participation_pending for select using (
  tenant = (select platform_tenant()) and secret_hash in ((select participation_secret()), (select participation_link()))
);
create policy confirm on participation_pending for update
  using (tenant = (select platform_tenant()) and secret_hash in ((select participation_secret()), (select participation_link())))
  with check (tenant = (select platform_tenant()) and confirmed_at is not null and content = '{}');
grant select, insert, update (confirmed_at, content) on participation_pending to allmende_app;

-- Whether this very thing came in time and waits for its link, which the connection has shown.
create function participation_awaited(one uuid, of_procedure uuid, what text, came timestamptz) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  select exists (select 1 from participation_pending w where w.id = one and w.procedure = of_procedure and w.kind = what and w.confirmed_at is null
    and w.tenant = platform_tenant() and w.secret_hash = participation_link()
    and w.received_at = came and w.received_at > clock_timestamp() - interval '7 days')
$$;

-- Whether what was shown is what the procedure wants. Of a code the database itself knows whether it is one of this procedure and good.
create function participation_proven(of_procedure uuid, what text, shown text) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  select participation_level(of_procedure, what) = shown and (shown <> 'code' or exists (select 1 from participation_code c
    where c.procedure = of_procedure and not c.void and c.hash = decode(nullif(current_setting('allmende.code', true), ''), 'hex')))
$$;

create policy confirm on participation_submission for insert with check (
  tenant = (select platform_tenant()) and channel = 'web' and participation_awaited(id, procedure, 'submit', received_at)
);
create policy proven on participation_submission as restrictive for insert with check (
  (select platform_staff()) or participation_proven(procedure, 'submit', identity)
    or (identity = 'email' and participation_awaited(id, procedure, 'submit', received_at))
);
create policy confirm on participation_comment for insert with check (
  tenant = (select platform_tenant()) and office is null and participation_awaited(id, procedure, 'comment', received_at)
);
create policy proven on participation_comment as restrictive for insert with check (
  (select platform_staff()) or participation_proven(procedure, 'comment', identity)
    or (identity = 'email' and participation_awaited(id, procedure, 'comment', received_at))
);

-- A reaction has no id of its own: the one that waits is named beside it, until the transaction ends.
create function participation_awaited_reaction(of_procedure uuid, of_submission uuid, came timestamptz) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  select exists (select 1 from participation_pending w where w.submission = of_submission and w.kind = 'rate'
    and participation_awaited(w.id, of_procedure, 'rate', came))
$$;
create policy confirm on participation_reaction for insert with check (
  tenant = (select platform_tenant()) and mark = (select participation_secret()) and participation_awaited_reaction(procedure, submission, at)
);
create policy confirm_again on participation_reaction for update
  using (tenant = (select platform_tenant()) and mark = (select participation_secret()))
  with check (tenant = (select platform_tenant()) and participation_awaited_reaction(procedure, submission, at));
create policy proven on participation_reaction as restrictive for insert with check (
  participation_proven(procedure, 'rate', identity) or (identity = 'email' and participation_awaited_reaction(procedure, submission, at))
);

-- Somebody who is on the way to BundID and back. Purpose: each answer of BundID counts once, for the question it answers, in the browser
-- that asked. `mark`: keyed fingerprint of the pseudonym within this procedure, until the browser comes back. Deleted then, or after a day.
create table participation_bundid (
  -- The id of the request, as BundID repeats it.
  id text primary key check (id ~ '^_[0-9a-f]{40}$'),
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  action text not null check (action in ('submit', 'comment', 'rate', 'vote')),
  -- Where it goes on: the path below the tenant and the language.
  onward text not null,
  -- Fingerprint of what the browser keeps meanwhile.
  browser bytea not null check (length(browser) = 32),
  asked_at timestamptz not null default clock_timestamp(),
  answered_at timestamptz,
  mark bytea check (length(mark) = 32),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_bundid_old on participation_bundid (asked_at);
create index participation_bundid_procedure on participation_bundid (procedure);
alter table participation_bundid enable row level security;
create policy own on participation_bundid using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
grant select, insert, update (answered_at, mark), delete on participation_bundid to allmende_app;
