-- Who wants to be told what happens: the author of a submission, who follows one, who follows a procedure.

create table participation_follow (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  -- Null: the whole procedure.
  submission uuid,
  -- The one who handed it in: is asked back, and told why it was not published.
  author boolean not null default false,
  rhythm text not null check (rhythm in ('immediate', 'daily', 'weekly')),
  lang text not null default 'de',
  -- Fingerprint of the link to confirm and end it. The link is made anew from the instance's secret when a mail is written.
  secret_hash bytea not null unique,
  -- Keyed fingerprint of the address: one address follows one thing once.
  address_mark bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  -- Null: nobody pressed the button in the first mail yet. Deleted after 7 days.
  confirmed_at timestamptz,
  told_at timestamptz,
  foreign key (tenant, submission) references participation_submission (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create unique index participation_follow_once on participation_follow (procedure, coalesce(submission, procedure), address_mark) where confirmed_at is not null;
create index participation_follow_submission on participation_follow (submission) where confirmed_at is not null and submission is not null;
create index participation_follow_procedure on participation_follow (procedure) where confirmed_at is not null;
create index participation_follow_open on participation_follow (created_at) where confirmed_at is null;
create index participation_follow_by_address on participation_follow (address_mark);
alter table participation_follow enable row level security;
create policy read_own on participation_follow for select using (tenant = (select platform_tenant()) and secret_hash = (select participation_secret()));
create policy hand_in on participation_follow for insert with check (tenant = (select platform_tenant()) and confirmed_at is null);
-- Only whoever holds its link ends it.
create policy end_it on participation_follow for delete using (tenant = (select platform_tenant()) and secret_hash = (select participation_secret()));
grant select, insert, delete on participation_follow to allmende_app;

-- The addresses themselves. Purpose: to write what was asked for, nothing else. Gone with the row above, at the latest when the
-- procedure's retention is over. Pages put them in and never read them: only the job that writes the mails does.
create table participation_follow_address (
  follow uuid primary key references participation_follow (id) on delete cascade,
  tenant uuid not null references identity_tenant (id),
  email text not null
);
alter table participation_follow_address enable row level security;
create policy put_in on participation_follow_address for insert with check (tenant = (select platform_tenant()));
grant insert on participation_follow_address to allmende_app;

-- What happened that somebody may want to be told. Written by the database with the change itself, whoever makes it, so that no use
-- case can forget it; each row is taken once by the job, and gone after 30 days. Ids only, no words.
create table participation_news (
  id bigint generated always as identity primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  submission uuid,
  what text not null check (what in ('published', 'hidden', 'shown', 'question', 'answer', 'merged', 'reworded', 'decision', 'phase', 'objection', 'notice')),
  -- The answer, statement, decision, phase or objection.
  ref uuid,
  at timestamptz not null default clock_timestamp(),
  -- Null: nobody was looked up yet.
  taken_at timestamptz
);
create index participation_news_open on participation_news (id) where taken_at is null;
alter table participation_news enable row level security;

create table participation_follow_news (
  follow uuid not null references participation_follow (id) on delete cascade,
  tenant uuid not null references identity_tenant (id),
  news bigint not null references participation_news (id) on delete cascade,
  primary key (follow, news)
);
create index participation_follow_news_of on participation_follow_news (news);
alter table participation_follow_news enable row level security;

-- Phases whose beginning was told.
create table participation_phase_told (
  phase uuid primary key,
  tenant uuid not null references identity_tenant (id),
  at timestamptz not null default clock_timestamp()
);
alter table participation_phase_told enable row level security;

create function participation_note_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind in ('answer', 'question') then
    insert into participation_news (tenant, procedure, submission, what, ref) values (new.tenant, new.procedure, new.submission, new.kind, new.id);
  end if;
  return null;
end $$;
create trigger participation_answered after insert on participation_answer for each row execute function participation_note_answer();

create function participation_note_statement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- What staff does with a comment is told behind its own link.
  if new.comment is null and new.act in ('published', 'hidden', 'shown', 'merged', 'reworded') then
    insert into participation_news (tenant, procedure, submission, what, ref) values (new.tenant, new.procedure, new.submission, new.act, new.id);
  end if;
  return null;
end $$;
create trigger participation_stated after insert on participation_statement for each row execute function participation_note_statement();

-- Published at once: those who follow the procedure are told, its author knows.
create function participation_note_submission() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state = 'public' then
      insert into participation_news (tenant, procedure, submission, what) values (new.tenant, new.procedure, new.id, 'published');
    end if;
  elsif new.decision is not null and new.decision is distinct from old.decision then
    insert into participation_news (tenant, procedure, submission, what, ref) values (new.tenant, new.procedure, new.id, 'decision', new.decision);
  end if;
  return null;
end $$;
create trigger participation_noted after insert or update of decision on participation_submission for each row execute function participation_note_submission();

-- What a decision comes to is told to all whose submission it answers.
create function participation_note_milestone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into participation_news (tenant, procedure, submission, what, ref)
  select s.tenant, s.procedure, s.id, 'decision', new.decision from participation_submission s where s.decision = new.decision and s.state in ('public', 'merged');
  return null;
end $$;
create trigger participation_milestone_noted after insert on participation_milestone for each row execute function participation_note_milestone();

create function participation_note_objection() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.decided_at is null or old.decided_at is not null then return null; end if;
  if new.party = 'notifier' then
    insert into participation_news (tenant, procedure, submission, what, ref)
    select st.tenant, st.procedure, st.submission, 'notice', st.notice from participation_statement st where st.id = new.statement and st.notice is not null;
  else
    insert into participation_news (tenant, procedure, submission, what, ref)
    select st.tenant, st.procedure, st.submission, 'objection', new.id from participation_statement st where st.id = new.statement and st.comment is null;
  end if;
  return null;
end $$;
create trigger participation_objection_noted after update on participation_objection for each row execute function participation_note_objection();

create function participation_note_notice() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state = 'decided' and old.state = 'open' then
    insert into participation_news (tenant, procedure, submission, what, ref) values (new.tenant, new.procedure, new.submission, 'notice', new.id);
  end if;
  return null;
end $$;
create trigger participation_notice_noted after update on participation_notice for each row execute function participation_note_notice();
