-- Finding a date together: several times are offered, people say yes, if need be, or no.

create table participation_poll (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  -- Its address below the procedure.
  key integer not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'fixed', 'ended')),
  title text not null,
  about text not null default '',
  place text not null default '',
  -- The first moment that is too late.
  until timestamptz not null,
  -- Whether everybody reads who can come when, or staff alone.
  names_public boolean not null default false,
  -- Days after the last of its times until answers are deleted.
  keep_days integer not null default 30 check (keep_days between 1 and 365),
  answers integer not null default 0,
  -- What became of it.
  event uuid,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (tenant, id),
  unique (procedure, key),
  foreign key (tenant, procedure) references participation_procedure (tenant, id),
  foreign key (tenant, event) references participation_event (tenant, id)
);
alter table participation_poll enable row level security;
create policy read on participation_poll for select using (
  state <> 'draft' and exists (select 1 from participation_procedure p where p.id = procedure and p.state <> 'draft')
);
create policy staff on participation_poll using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_poll to allmende_app;
grant update (state, title, about, place, until, names_public, keep_days, event, version, changed_at) on participation_poll to allmende_app;

-- A time that is offered. Counts are kept with each answer.
create table participation_poll_option (
  id uuid primary key default gen_random_uuid(),
  tenant uuid not null references identity_tenant (id),
  poll uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  yes integer not null default 0,
  maybe integer not null default 0,
  check (starts_at < ends_at),
  unique (poll, starts_at, ends_at),
  foreign key (tenant, poll) references participation_poll (tenant, id) on delete cascade
);
alter table participation_poll_option enable row level security;
create policy read on participation_poll_option for select using (exists (select 1 from participation_poll p where p.id = poll));
create policy staff on participation_poll_option using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, delete on participation_poll_option to allmende_app;

-- Who can come when. Purpose: to find the date. The name is what somebody wants to be called; the address of mail is there to be told the
-- date. All of it is deleted `keep_days` after the last time that was offered, when it is taken back at once; the counts stay.
create table participation_poll_answer (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  poll uuid not null,
  number integer not null,
  state text not null default 'given' check (state in ('given', 'withdrawn')),
  name text,
  email text,
  -- `yes` or `maybe` by the id of a time; everything else is no.
  choices jsonb not null default '{}',
  lang text not null default 'de',
  secret_hash bytea unique,
  address_mark bytea,
  received_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (procedure, number),
  check (state <> 'withdrawn' or (name is null and email is null and choices = '{}' and address_mark is null)),
  foreign key (tenant, procedure) references participation_procedure (tenant, id),
  foreign key (tenant, poll) references participation_poll (tenant, id)
);
create index participation_poll_answer_poll on participation_poll_answer (poll, number);
create index participation_poll_answer_mark on participation_poll_answer (address_mark) where address_mark is not null;

-- Whether one may still answer, by the clock of the database.
create function participation_poll_open(of_poll uuid) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from participation_poll p where p.id = of_poll and p.state = 'open' and participation_open(p.procedure, 'submit') and clock_timestamp() < p.until
  )
$$;

alter table participation_poll_answer enable row level security;
create policy read_own on participation_poll_answer for select using (
  tenant = (select platform_tenant()) and secret_hash = (select participation_secret())
);
create policy read_by_staff on participation_poll_answer for select using (tenant = (select platform_tenant()) and (select platform_staff()));
create policy answer on participation_poll_answer for insert with check (
  tenant = (select platform_tenant()) and secret_hash = (select participation_secret()) and participation_poll_open(poll)
);
create policy change on participation_poll_answer for update
  using (tenant = (select platform_tenant()) and secret_hash = (select participation_secret()))
  with check (tenant = (select platform_tenant()) and (state = 'withdrawn' or participation_poll_open(poll)));
grant select, insert on participation_poll_answer to allmende_app;
grant update (state, name, email, choices, address_mark, changed_at) on participation_poll_answer to allmende_app;

-- Gives a number. Sent twice, an answer is there once: its id is made of what it says.
create function participation_poll_take() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare p participation_poll;
begin
  select * into p from participation_poll where id = new.poll and tenant = new.tenant for update;
  -- The row's policy refuses it.
  if p.id is null then return new; end if;
  if exists (select 1 from participation_poll_answer a where a.id = new.id and a.tenant = platform_tenant()) then return null; end if;
  new.procedure := p.procedure;
  insert into participation_number (procedure, tenant, last) values (p.procedure, p.tenant, 1)
    on conflict (procedure) do update set last = participation_number.last + 1 returning last into new.number;
  return new;
end $$;
create trigger participation_poll_take before insert on participation_poll_answer for each row execute function participation_poll_take();

-- Counts of a poll and of its times, kept with each answer. What retention deletes is no answer that is taken back: its counts stay.
create function participation_count_poll() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was jsonb := case when tg_op = 'UPDATE' and old.state = 'given' then old.choices else '{}' end;
  now_is jsonb := case when new.state = 'given' then new.choices else '{}' end;
begin
  update participation_poll set answers = answers + (new.state = 'given')::integer - (tg_op = 'UPDATE' and old.state = 'given')::integer where id = new.poll;
  -- In one order, so that two answers never wait for each other: the row of the poll is held.
  update participation_poll_option o set
    yes = yes + (now_is->>o.id::text is not distinct from 'yes')::integer - (was->>o.id::text is not distinct from 'yes')::integer,
    maybe = maybe + (now_is->>o.id::text is not distinct from 'maybe')::integer - (was->>o.id::text is not distinct from 'maybe')::integer
    where o.poll = new.poll and now_is->>o.id::text is distinct from was->>o.id::text;
  return null;
end $$;
create trigger participation_count_poll after insert or update of state, choices on participation_poll_answer
  for each row execute function participation_count_poll();

-- Who can come when, where everybody may read it: never addresses and links.
create function participation_poll_shown(of_poll uuid) returns table (number integer, name text, choices jsonb) language sql stable security definer set search_path = public, pg_temp as $$
  select a.number, a.name, a.choices from participation_poll_answer a join participation_poll p on p.id = a.poll
  where a.poll = of_poll and a.state = 'given' and p.names_public and p.state <> 'draft' and p.tenant = platform_tenant() order by a.number limit 500
$$;
