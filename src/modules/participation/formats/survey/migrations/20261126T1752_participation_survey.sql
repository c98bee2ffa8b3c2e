-- Surveys: versions of the questionnaire, answers, counts that are kept with each answer, and invitation codes.

-- A questionnaire as somebody answered it. Written with the first answer; never changed, so that old answers keep their questions.
create table participation_survey_version (
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  version integer not null,
  questions jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (procedure, version),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_survey_version enable row level security;
create policy read on participation_survey_version for select using (
  exists (select 1 from participation_procedure p where p.id = procedure)
);
grant select on participation_survey_version to allmende_app;

-- Keeps the questionnaire of now for an answer that begins; gives its version. The row of the procedure is held until the answer is
-- written, so that nobody changes questions in between.
create function participation_survey_keep(of_procedure uuid) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare kept integer;
begin
  select coalesce((p.settings->>'version')::integer, 1) into kept from participation_procedure p
    where p.id = of_procedure and p.tenant = platform_tenant() and p.format = 'survey' for share;
  insert into participation_survey_version (tenant, procedure, version, questions)
    select p.tenant, p.id, kept, coalesce(p.settings->'questions', '[]') from participation_procedure p where p.id = of_procedure and kept is not null
    on conflict do nothing;
  return kept;
end $$;

-- Questions that were answered are not overwritten, whoever saves: they become a new version.
create function participation_survey_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last integer := (select max(version) from participation_survey_version where procedure = new.id);
  before integer := coalesce((old.settings->>'version')::integer, 1);
begin
  if new.settings->'questions' is distinct from old.settings->'questions' and last >= before then
    new.settings := jsonb_set(new.settings, '{version}', to_jsonb(last + 1));
  else
    new.settings := jsonb_set(new.settings, '{version}', to_jsonb(before));
  end if;
  return new;
end $$;
create trigger participation_survey_changed before update of settings on participation_procedure
  for each row when (new.format = 'survey') execute function participation_survey_changed();

-- What one person answers. Purpose: to be counted; words to be read by staff. While begun, only whoever has the link reads it, and it is
-- deleted after 30 days of rest. Once sent, words and places are blanked and the link is forgotten when the procedure's retention ends;
-- what was chosen stays, without anything that leads to a person.
create table participation_survey_response (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  version integer not null,
  state text not null default 'begun' check (state in ('begun', 'sent', 'withdrawn')),
  -- Given when it is sent.
  number integer,
  answers jsonb not null default '{}',
  -- What it adds to the counts; empty until it is sent.
  tally jsonb not null default '{}',
  -- The invitation it will use up; forgotten when it is sent, so that nobody can say who answered what.
  code_hash bytea,
  -- Fingerprint of the secret link.
  secret_hash bytea unique,
  changed_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  check (state = 'begun' or code_hash is null),
  check (state <> 'sent' or (number is not null and sent_at is not null)),
  unique (procedure, number),
  foreign key (tenant, procedure) references participation_procedure (tenant, id),
  foreign key (procedure, version) references participation_survey_version (procedure, version)
);
create index participation_survey_response_sent on participation_survey_response (procedure, id) where state = 'sent';
create index participation_survey_response_begun on participation_survey_response (changed_at) where state = 'begun';
alter table participation_survey_response enable row level security;
create policy read_own on participation_survey_response for select using (
  tenant = (select platform_tenant()) and secret_hash = (select participation_secret())
);
create policy read_by_staff on participation_survey_response for select using (
  tenant = (select platform_tenant()) and (select platform_staff()) and state = 'sent'
);
-- The database's clock says whether it is still time.
create policy begin on participation_survey_response for insert with check (
  tenant = (select platform_tenant()) and secret_hash = (select participation_secret()) and state = 'begun' and participation_open(procedure, 'submit')
);
create policy change on participation_survey_response for update
  using (tenant = (select platform_tenant()) and secret_hash = (select participation_secret()))
  with check (tenant = (select platform_tenant()) and (state = 'withdrawn' or participation_open(procedure, 'submit')));
grant select, insert, update on participation_survey_response to allmende_app;

-- What was sent is not changed but withdrawn.
create function participation_survey_sent() returns trigger language plpgsql as $$
begin
  if old.state = 'withdrawn' and new.state <> 'withdrawn' then raise exception 'a survey answer that was withdrawn stays so'; end if;
  if old.state = 'sent' and new.state = 'begun' then raise exception 'a survey answer that was sent begins no more'; end if;
  if old.state = 'sent' and new.state = 'sent' and new.tally is distinct from old.tally then raise exception 'what was counted is not changed'; end if;
  return new;
end $$;
create trigger participation_survey_sent before update on participation_survey_response for each row execute function participation_survey_sent();

-- Counts of each procedure: '' whole answers, `f1` answers to a question, `f1=o2` what was said. Kept with each answer, so that results
-- cost the same whatever their number.
create table participation_survey_count (
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  key text not null,
  n numeric not null,
  primary key (procedure, key),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_survey_count enable row level security;
create policy read on participation_survey_count for select using (
  exists (select 1 from participation_procedure p where p.id = procedure)
);
grant select on participation_survey_count to allmende_app;

create function participation_count_survey() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- In one order, so that two answers never wait for each other.
  if tg_op = 'UPDATE' and old.state = 'sent' and new.state <> 'sent' then
    insert into participation_survey_count as c (tenant, procedure, key, n)
      select old.tenant, old.procedure, e.key, -e.value::numeric from jsonb_each_text(old.tally) e order by e.key collate "C"
      on conflict (procedure, key) do update set n = c.n + excluded.n;
  elsif new.state = 'sent' and (tg_op = 'INSERT' or old.state <> 'sent') then
    insert into participation_survey_count as c (tenant, procedure, key, n)
      select new.tenant, new.procedure, e.key, e.value::numeric from jsonb_each_text(new.tally) e order by e.key collate "C"
      on conflict (procedure, key) do update set n = c.n + excluded.n;
  end if;
  return null;
end $$;
create trigger participation_survey_counted after insert or update of state on participation_survey_response
  for each row execute function participation_count_survey();

-- Invitation codes: the fingerprint, and whether it was used. Neither when, nor by which answer.
create table participation_survey_code (
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  hash bytea not null,
  used boolean not null default false,
  primary key (procedure, hash),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_survey_code enable row level security;
create policy staff on participation_survey_code using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_survey_code to allmende_app;

-- Whether a code is good: 'good', 'used' or 'unknown'.
create function participation_survey_code_state(of_procedure uuid, of_hash bytea) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select case when c.used then 'used' else 'good' end from participation_survey_code c
    where c.procedure = of_procedure and c.hash = of_hash and c.tenant = platform_tenant()), 'unknown')
$$;
-- Uses a code up, once: true for whoever came first.
create function participation_survey_use_code(of_procedure uuid, of_hash bytea) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update participation_survey_code set used = true
    where procedure = of_procedure and hash = of_hash and tenant = platform_tenant() and not used;
  return found;
end $$;
