-- What moderation does with submissions and comments, so that nothing is lost, nothing is done twice, and everybody is told why.

-- Counted up with every act of staff: who acts on what somebody else changed meanwhile is told so.
alter table participation_submission add column moderated integer not null default 0,
  add foreign key (tenant, merged_into) references participation_submission (tenant, id);
alter table participation_comment add column moderated integer not null default 0,
  -- Under which submission it stood before that was merged into another; undoing leads it back.
  add column came_from uuid;
alter table participation_reaction add column came_from uuid;
create index participation_submission_recent on participation_submission (tenant, received_at desc, id desc);
create index participation_comment_recent on participation_comment (tenant, received_at desc, id desc);
create index participation_submission_merged on participation_submission (merged_into) where merged_into is not null;
create index participation_comment_came_from on participation_comment (came_from) where came_from is not null;
create index participation_reaction_came_from on participation_reaction (came_from) where came_from is not null;

-- Staff leads reactions along when submissions are merged; nobody else changes another's.
create policy lead_along on participation_reaction for update
  using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()));

-- What comes for a submission that is just being merged waits here until that is done, and goes where the rest went: no comment is
-- left behind under an address that leads on. Takes the lock that counting takes anyway.
create function participation_follow_merge() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare target uuid; leads uuid := new.submission;
begin
  loop
    select merged_into into target from participation_submission where id = leads and tenant = new.tenant for no key update;
    exit when target is null;
    if new.came_from is null then new.came_from := leads; end if;
    leads := target;
  end loop;
  new.submission := leads;
  return new;
end $$;

-- What it answers was put under another submission just now: the reply goes there, too.
create function participation_follow_parent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare stands uuid;
begin
  select submission into stands from participation_comment where id = new.parent and procedure = new.procedure;
  if stands is not null then new.submission := stands; end if;
  return new;
end $$;
create trigger participation_comment_follows before insert on participation_comment for each row execute function participation_follow_merge();
-- After the one before it, by its name: that one waits for the lock.
create trigger participation_comment_follows_parent before insert on participation_comment for each row when (new.parent is not null)
  execute function participation_follow_parent();
create trigger participation_reaction_follows before insert on participation_reaction for each row execute function participation_follow_merge();

-- As before, also when one is taken back; and a reaction that moves takes its count along.
create or replace function participation_count_reaction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    update participation_submission set
      agree = agree - (old.value = 1)::int, neutral = neutral - (old.value = 0)::int, disagree = disagree - (old.value = -1)::int
    where id = old.submission;
  end if;
  if tg_op <> 'DELETE' then
    update participation_submission set
      agree = agree + (new.value = 1)::int, neutral = neutral + (new.value = 0)::int, disagree = disagree + (new.value = -1)::int
    where id = new.submission;
  end if;
  if tg_op = 'INSERT' then update participation_procedure set reactions = reactions + 1 where id = new.procedure; end if;
  if tg_op = 'DELETE' then update participation_procedure set reactions = reactions - 1 where id = old.procedure; end if;
  return null;
end $$;

-- The reason of each act in words, for its author and, where there was one, for whoever reported it (DSA Art. 17). The public reads the
-- code alone, in participation_act.
create table participation_statement (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  submission uuid not null,
  comment uuid,
  act text not null check (act in ('published', 'hidden', 'shown', 'merged', 'split', 'moved', 'reworded', 'kept')),
  code text not null default '',
  -- Written by staff to the author. Purpose: reasons of a decision. Blanked with the text it is about.
  body text not null default '',
  -- What it answers, if it was reported.
  notice uuid,
  -- Who decided; null when that person erased the account. For staff only.
  person uuid,
  at timestamptz not null default clock_timestamp(),
  unique (tenant, id),
  foreign key (tenant, submission) references participation_submission (tenant, id),
  foreign key (tenant, comment) references participation_comment (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_statement_on on participation_statement (submission, at);
create index participation_statement_notice on participation_statement (notice) where notice is not null;
create index participation_statement_person on participation_statement (person) where person is not null;
alter table participation_statement enable row level security;
create policy read_by_staff on participation_statement for select using (tenant = (select platform_tenant()) and (select platform_staff()));
create policy read_by_author on participation_statement for select using (
  tenant = (select platform_tenant()) and (select participation_secret()) is not null and act <> 'kept' and (
    (comment is null and exists (select 1 from participation_submission s where s.id = submission and s.secret_hash = (select participation_secret())))
    or exists (select 1 from participation_comment c where c.id = comment and c.secret_hash = (select participation_secret())))
);
create policy write on participation_statement for insert with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_statement to allmende_app;

alter table participation_act drop constraint participation_act_act_check,
  add constraint participation_act_act_check check (act in ('hidden', 'shown', 'merged', 'split', 'moved', 'reworded'));

-- A comment's former wording, when staff takes something out.
create table participation_comment_version (
  comment uuid not null,
  version integer not null,
  tenant uuid not null references identity_tenant (id),
  -- Blanked with the comment.
  body text not null,
  reason text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (comment, version),
  foreign key (tenant, comment) references participation_comment (tenant, id)
);
alter table participation_comment_version enable row level security;
create policy staff on participation_comment_version for select using (tenant = (select platform_tenant()) and (select platform_staff()));
create policy write on participation_comment_version for insert with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_comment_version to allmende_app;

-- The number of a submission is no secret; its words may be.
create function participation_number_of(of_submission uuid) returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select number from participation_submission where id = of_submission
$$;
create index participation_act_newest on participation_act (procedure, at desc, id desc);
