-- Opinion maps: statements, what people say to each, and the groups that a job finds in it.

-- What people agree or disagree with. The town's own statements have their words here; those that people handed in have them in the
-- submission only, so that moderation and erasure find all there is. No personal data.
create table participation_opinion_statement (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  -- Counted from 1 for each procedure; what stands in exports.
  number integer not null,
  body text check (char_length(body) between 1 and 400),
  submission uuid unique,
  -- Taken off by staff, or its submission is public no longer.
  shown boolean not null default true,
  -- As the last computation counted, so that few answers come first in line; a row that every vote waits for would hold up a hall.
  agree integer not null default 0,
  disagree integer not null default 0,
  pass integer not null default 0,
  check ((body is null) <> (submission is null)),
  unique (procedure, number),
  unique (procedure, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id),
  foreign key (tenant, submission) references participation_submission (tenant, id)
);
alter table participation_opinion_statement enable row level security;
create policy read on participation_opinion_statement for select using (
  exists (select 1 from participation_procedure p where p.id = procedure)
);
create policy staff on participation_opinion_statement using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update on participation_opinion_statement to allmende_app;

-- Statements are numbered one after the other.
create function participation_opinion_number() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('participation_opinion ' || new.procedure, 0));
  select coalesce(max(s.number), 0) + 1 into new.number from participation_opinion_statement s where s.procedure = new.procedure;
  return new;
end $$;
create trigger participation_opinion_numbered before insert on participation_opinion_statement for each row
  execute function participation_opinion_number();

-- What one participant said to one statement: the last answer counts. Purpose: to find groups of opinion. `participant` is a keyed hash of
-- a random number in the browser's cookie and of the procedure, so that two procedures cannot be linked, and nobody is named. Neither
-- address nor device, and no time finer than the day. Deleted by the participant at any time, and when the procedure's retention ends.
create table participation_opinion_vote (
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  participant bytea not null check (octet_length(participant) = 32),
  statement uuid not null,
  -- 1 agree, -1 disagree, 0 pass.
  value smallint not null check (value in (-1, 0, 1)),
  day date not null default current_date,
  -- Grows with each change, so that a job sees whether there was one. Tells no time.
  change bigint not null,
  -- Said to a statement that was merged into this one; goes back if that is undone.
  came_from uuid,
  primary key (procedure, participant, statement),
  foreign key (tenant, procedure) references participation_procedure (tenant, id),
  foreign key (procedure, statement) references participation_opinion_statement (procedure, id)
);
create sequence participation_opinion_change;
alter table participation_opinion_vote alter column change set default nextval('participation_opinion_change');
grant usage on sequence participation_opinion_change to allmende_app;
alter table participation_opinion_vote enable row level security;
create policy read_own on participation_opinion_vote for select using (
  tenant = (select platform_tenant()) and participant = (select participation_secret())
);
create policy read_by_staff on participation_opinion_vote for select using (
  tenant = (select platform_tenant()) and (select platform_staff())
);
-- The database's clock says whether it is still time; a statement that was taken off takes no more answers.
create policy answer on participation_opinion_vote for insert with check (
  tenant = (select platform_tenant()) and participant = (select participation_secret()) and participation_open(procedure, 'rate')
  and exists (select 1 from participation_opinion_statement s where s.id = participation_opinion_vote.statement and s.shown)
);
create policy answer_again on participation_opinion_vote for update
  using (tenant = (select platform_tenant()) and participant = (select participation_secret()))
  with check (
    tenant = (select platform_tenant()) and participant = (select participation_secret()) and participation_open(procedure, 'rate')
    and exists (select 1 from participation_opinion_statement s where s.id = participation_opinion_vote.statement and s.shown)
  );
create policy withdraw on participation_opinion_vote for delete using (
  tenant = (select platform_tenant()) and participant = (select participation_secret())
);
grant select, insert, update, delete on participation_opinion_vote to allmende_app;

-- The last computation: counts, groups and statistics, nobody's place. No personal data. Pages decide who reads it when.
create table participation_opinion_result (
  procedure uuid primary key,
  tenant uuid not null references identity_tenant (id),
  -- Of what it was computed: the same again need not be.
  basis text not null,
  result jsonb not null,
  -- When its votes were read.
  at timestamptz not null,
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_opinion_result enable row level security;
create policy read on participation_opinion_result for select using (
  exists (select 1 from participation_procedure p where p.id = procedure)
);
grant select on participation_opinion_result to allmende_app;

-- What people hand in is a statement that is shown as soon as it is public, and rests while it is not. Where it is merged into another, what was
-- said to it counts there, unless the same participant answered that one too.
create function participation_opinion_handed_in() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own uuid;
  other uuid;
begin
  if not exists (select 1 from participation_procedure p where p.id = new.procedure and p.format = 'opinion-map') then return null; end if;
  select s.id into own from participation_opinion_statement s where s.submission = new.id;
  if own is null then
    insert into participation_opinion_statement (id, tenant, procedure, submission, shown)
      values (gen_random_uuid(), new.tenant, new.procedure, new.id, new.state = 'public');
    return null;
  end if;
  update participation_opinion_statement set shown = (new.state = 'public') where id = own;
  if new.state = 'merged' then
    select s.id into other from participation_opinion_statement s where s.submission = new.merged_into;
    insert into participation_opinion_vote (tenant, procedure, participant, statement, value, day, came_from)
      select v.tenant, v.procedure, v.participant, other, v.value, v.day, own from participation_opinion_vote v
      where v.procedure = new.procedure and v.statement = own and other is not null order by v.participant
      on conflict do nothing;
  else
    -- A merge that is undone: what came along goes back.
    delete from participation_opinion_vote where procedure = new.procedure and came_from = own;
  end if;
  return null;
end $$;
create trigger participation_opinion_handed_in after insert or update of state on participation_submission for each row
  execute function participation_opinion_handed_in();
