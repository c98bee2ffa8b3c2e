-- Procedures of participation, their phases, and what people hand in.

-- Whoever holds a secret link opens exactly what it was made for: its fingerprint is told to the connection for one transaction.
create function participation_secret() returns bytea language sql stable as $$
  select decode(nullif(current_setting('allmende.secret', true), ''), 'hex')
$$;

create table participation_procedure (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  slug text not null,
  -- Folder of the format under formats/.
  format text not null,
  -- draft: for staff only; public; withdrawn: no longer to be read, its address says so.
  state text not null default 'draft' check (state in ('draft', 'public', 'withdrawn')),
  -- What stands before the numbers of submissions: MP-0031.
  prefix text not null check (prefix ~ '^[A-Z]{2,4}$'),
  title text not null,
  lead text not null,
  -- Markdown.
  about text not null default '',
  -- What is decided already, and what is open: one sentence each.
  fixed text[] not null default '{}',
  open text[] not null default '{}',
  -- [{label, href}]: resolutions and papers it rests on.
  basis jsonb not null default '[]',
  office text not null,
  -- {name, phone, email}: who answers questions. Staff of the office, with their consent, as long as the procedure is public.
  contact jsonb not null default '{}',
  -- Where it is: words, and a GeoJSON geometry in WGS 84.
  place text not null default '',
  area jsonb,
  -- {submit, comment, rate, vote}: none, email, code, account, bundid.
  identity jsonb not null default '{}',
  -- Whether staff looks before something is published, or after.
  moderation text not null default 'after' check (moderation in ('before', 'after')),
  -- What the format wants to know besides, checked by its own schema.
  settings jsonb not null default '{}',
  -- The day until which every submission is promised an answer.
  answer_by date,
  -- Names and ways to reach people are blanked so many months after the last phase.
  retention_months integer not null default 12 check (retention_months between 1 and 120),
  -- Kept by the database with every change of what is counted.
  submissions integer not null default 0,
  comments integer not null default 0,
  reactions integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  published_at timestamptz,
  withdrawn_reason text,
  unique (tenant, slug),
  unique (tenant, id)
);
create index participation_procedure_public on participation_procedure (tenant, published_at desc) where state = 'public';
alter table participation_procedure enable row level security;
create policy read on participation_procedure for select using (
  state <> 'draft' and (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]))
);
create policy staff on participation_procedure using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update on participation_procedure to allmende_app;

-- What may be done when. From `starts_at` on, and until just before `ends_at` (the beginning of the day after the last one).
create table participation_phase (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  -- The public, or public agencies: two tracks may run side by side.
  track text not null default 'public' check (track in ('public', 'agencies')),
  position integer not null,
  title text not null,
  note text not null default '',
  -- Words instead of days, for what is only roughly known: "ab Frühjahr 2028".
  label text not null default '',
  starts_at timestamptz,
  ends_at timestamptz,
  actions text[] not null default '{}' check (actions <@ array['read', 'submit', 'comment', 'rate', 'vote']),
  check (starts_at is null or ends_at is null or starts_at < ends_at),
  -- What lets people act has a beginning.
  check (actions <@ array['read'] or starts_at is not null),
  unique (procedure, track, position) deferrable initially deferred,
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_phase_time on participation_phase (procedure, starts_at);
alter table participation_phase enable row level security;
create policy read on participation_phase for select using (
  exists (select 1 from participation_procedure p where p.id = procedure and p.state <> 'draft')
);
create policy staff on participation_phase using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update, delete on participation_phase to allmende_app;

-- Whether the public may do something now, by the clock of the database at the moment of the statement.
create function participation_open(of_procedure uuid, what text) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from participation_phase f join participation_procedure p on p.id = f.procedure
    where f.procedure = of_procedure and p.state = 'public' and f.track = 'public' and what = any (f.actions)
      and f.starts_at <= clock_timestamp() and (f.ends_at is null or clock_timestamp() < f.ends_at)
  )
$$;

-- Numbers of submissions: one row for each procedure, so that a number is given once and a refused submission gives it back.
create table participation_number (
  procedure uuid primary key,
  tenant uuid not null references identity_tenant (id),
  last integer not null,
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_number enable row level security;
create policy own on participation_number using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
grant select, insert, update on participation_number to allmende_app;

-- The working copy of what somebody handed in (Äußerung). The original is kept beside it.
create table participation_submission (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  number integer not null,
  -- waiting: staff looks first; public; hidden with a reason; withdrawn by its author; merged into another.
  state text not null check (state in ('waiting', 'public', 'hidden', 'withdrawn', 'merged')),
  -- What people wrote. Purpose: to be read and answered in public. Blanked 30 days after it was hidden or withdrawn.
  title text not null,
  body text not null,
  category text,
  -- Words for the place, and a GeoJSON geometry in WGS 84.
  place text,
  geometry jsonb,
  -- What the format asks besides title and text, by its own schema.
  answers jsonb not null default '{}',
  -- The name to be shown, if its author wants one. Blanked at the end of the procedure's retention.
  author text,
  -- How it came: the portal, or a letter, a call, the counter, a list that staff entered.
  channel text not null default 'web' check (channel in ('web', 'letter', 'telephone', 'counter', 'import')),
  identity text not null default 'none' check (identity in ('none', 'email', 'code', 'account', 'bundid')),
  lang text not null default 'de',
  stems text[] not null default '{}',
  -- Why staff has to look first. For staff only.
  findings text[] not null default '{}',
  -- Fingerprint of the secret link. The link itself is nowhere.
  secret_hash bytea not null unique,
  merged_into uuid,
  agree integer not null default 0,
  neutral integer not null default 0,
  disagree integer not null default 0,
  comments integer not null default 0,
  -- The answer that counts: what it came to.
  outcome text,
  -- Came after the end; kept and shown to staff all the same.
  late boolean not null default false,
  version integer not null default 1,
  received_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  answered_at timestamptz,
  unique (procedure, number),
  unique (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_submission_newest on participation_submission (procedure, state, number desc);
create index participation_submission_agreed on participation_submission (procedure, state, agree desc, number desc);
create index participation_submission_talked on participation_submission (procedure, state, comments desc, number desc);
create index participation_submission_stems on participation_submission using gin (stems);
create index participation_submission_waiting on participation_submission (tenant, received_at) where state = 'waiting';
create index participation_submission_open on participation_submission (tenant, received_at) where state = 'public' and outcome is null;
alter table participation_submission enable row level security;
create policy read on participation_submission for select using (
  state in ('public', 'merged') and (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]))
);
create policy read_own on participation_submission for select using (
  tenant = (select platform_tenant()) and ((select platform_staff()) or secret_hash = (select participation_secret()))
);
-- The database's clock says whether it is still time; what staff enters from paper may come later.
create policy hand_in on participation_submission for insert with check (
  tenant = (select platform_tenant()) and ((select platform_staff()) or (channel = 'web' and participation_open(procedure, 'submit')))
);
create policy change on participation_submission for update
  using (tenant = (select platform_tenant()) and ((select platform_staff()) or secret_hash = (select participation_secret())))
  with check (tenant = (select platform_tenant()));
grant select, insert, update on participation_submission to allmende_app;

-- What came, as it came. Nobody changes it; erasing blanks it.
create table participation_original (
  submission uuid primary key,
  tenant uuid not null references identity_tenant (id),
  content jsonb not null,
  -- SHA-256 of the content as it was written.
  hash bytea not null,
  received_at timestamptz not null default clock_timestamp(),
  foreign key (tenant, submission) references participation_submission (tenant, id)
);
alter table participation_original enable row level security;
create policy read_own on participation_original for select using (
  tenant = (select platform_tenant()) and ((select platform_staff())
    or exists (select 1 from participation_submission s where s.id = submission and s.secret_hash = (select participation_secret())))
);
create policy hand_in on participation_original for insert with check (tenant = (select platform_tenant()));
grant select, insert on participation_original to allmende_app;

-- Former wordings of the working copy, and who changed it why.
create table participation_version (
  submission uuid not null,
  version integer not null,
  tenant uuid not null references identity_tenant (id),
  title text not null,
  body text not null,
  category text,
  place text,
  geometry jsonb,
  answers jsonb not null,
  -- Who replaced it: the author, or staff with a reason that everybody may read.
  replaced_by text not null check (replaced_by in ('author', 'staff')),
  reason text not null default '',
  at timestamptz not null default clock_timestamp(),
  primary key (submission, version),
  foreign key (tenant, submission) references participation_submission (tenant, id)
);
alter table participation_version enable row level security;
create policy read_own on participation_version for select using (
  tenant = (select platform_tenant()) and ((select platform_staff())
    or exists (select 1 from participation_submission s where s.id = submission and s.secret_hash = (select participation_secret())))
);
create policy write on participation_version for insert with check (tenant = (select platform_tenant()));
grant select, insert on participation_version to allmende_app;

-- What others say to a submission.
create table participation_comment (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  submission uuid not null,
  parent uuid,
  stance text check (stance in ('pro', 'contra')),
  state text not null check (state in ('waiting', 'public', 'hidden', 'withdrawn')),
  -- Purpose: to be read in public. Blanked 30 days after it was hidden or withdrawn.
  body text not null,
  author text,
  -- Said by the office itself.
  office text,
  lang text not null default 'de',
  findings text[] not null default '{}',
  secret_hash bytea not null unique,
  received_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  unique (tenant, id),
  foreign key (tenant, submission) references participation_submission (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_comment_under on participation_comment (submission, state, received_at, id);
create index participation_comment_waiting on participation_comment (tenant, received_at) where state = 'waiting';
alter table participation_comment enable row level security;
create policy read on participation_comment for select using (
  state = 'public' and (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]))
);
create policy read_own on participation_comment for select using (
  tenant = (select platform_tenant()) and ((select platform_staff()) or secret_hash = (select participation_secret()))
);
create policy hand_in on participation_comment for insert with check (
  tenant = (select platform_tenant()) and ((select platform_staff()) or (office is null and participation_open(procedure, 'comment')))
);
create policy change on participation_comment for update
  using (tenant = (select platform_tenant()) and ((select platform_staff()) or secret_hash = (select participation_secret())))
  with check (tenant = (select platform_tenant()));
grant select, insert, update on participation_comment to allmende_app;

-- Agree, neutral, disagree: one row for each browser or account. `mark` is a fingerprint that tells nothing about other submissions.
create table participation_reaction (
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  submission uuid not null,
  mark bytea not null,
  value smallint not null check (value in (-1, 0, 1)),
  at timestamptz not null default clock_timestamp(),
  primary key (submission, mark),
  foreign key (tenant, submission) references participation_submission (tenant, id)
);
alter table participation_reaction enable row level security;
create policy read_own on participation_reaction for select using (
  tenant = (select platform_tenant()) and ((select platform_staff()) or mark = (select participation_secret()))
);
create policy react on participation_reaction for insert with check (
  tenant = (select platform_tenant()) and mark = (select participation_secret()) and participation_open(procedure, 'rate')
);
create policy react_again on participation_reaction for update
  using (tenant = (select platform_tenant()) and mark = (select participation_secret()))
  with check (tenant = (select platform_tenant()) and participation_open(procedure, 'rate'));
grant select, insert, update on participation_reaction to allmende_app;

-- Counts are made by the database with the row itself: whoever reacts needs no right to change the submission.
create function participation_count_reaction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update participation_submission set
    agree = agree + (new.value = 1)::int - coalesce((old.value = 1)::int, 0),
    neutral = neutral + (new.value = 0)::int - coalesce((old.value = 0)::int, 0),
    disagree = disagree + (new.value = -1)::int - coalesce((old.value = -1)::int, 0)
  where id = new.submission;
  if tg_op = 'INSERT' then update participation_procedure set reactions = reactions + 1 where id = new.procedure; end if;
  return null;
end $$;
create trigger participation_reacted after insert or update on participation_reaction for each row execute function participation_count_reaction();

create function participation_count_comment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare more integer := (new.state = 'public')::int - case when tg_op = 'UPDATE' then (old.state = 'public')::int else 0 end;
begin
  if more <> 0 then
    update participation_submission set comments = comments + more where id = new.submission;
    update participation_procedure set comments = comments + more where id = new.procedure;
  end if;
  -- Moved under another submission: the count goes along.
  if tg_op = 'UPDATE' and new.submission <> old.submission and old.state = 'public' then
    update participation_submission set comments = comments - 1 where id = old.submission;
    update participation_submission set comments = comments + 1 where id = new.submission;
  end if;
  return null;
end $$;
create trigger participation_commented after insert or update on participation_comment for each row execute function participation_count_comment();

create function participation_count_submission() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare more integer := (new.state in ('public', 'merged'))::int - case when tg_op = 'UPDATE' then (old.state in ('public', 'merged'))::int else 0 end;
begin
  if more <> 0 then update participation_procedure set submissions = submissions + more where id = new.procedure; end if;
  return null;
end $$;
create trigger participation_submitted after insert or update on participation_submission for each row execute function participation_count_submission();

-- What the office answers. Several over time; the last one with an outcome counts.
create table participation_answer (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  submission uuid not null,
  -- answer: in public; question, reply: between office and author; note: among colleagues.
  kind text not null check (kind in ('answer', 'question', 'reply', 'note')),
  outcome text check (outcome in ('adopted', 'partly', 'not-adopted', 'referred', 'noted')),
  -- Why not, or why only in part: a code that can be counted.
  reason text,
  body text not null,
  office text,
  -- Who wrote it; null for authors and when the person erased the account. For staff only.
  person uuid,
  at timestamptz not null default clock_timestamp(),
  foreign key (tenant, submission) references participation_submission (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_answer_to on participation_answer (submission, at);
create index participation_answer_person on participation_answer (person) where person is not null;
alter table participation_answer enable row level security;
create policy read on participation_answer for select using (
  kind = 'answer' and (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]))
  and exists (select 1 from participation_submission s where s.id = submission)
);
create policy read_by_author on participation_answer for select using (
  kind <> 'note' and tenant = (select platform_tenant()) and (select participation_secret()) is not null
  and exists (select 1 from participation_submission s where s.id = submission and s.secret_hash = (select participation_secret()))
);
create policy read_by_staff on participation_answer for select using (tenant = (select platform_tenant()) and (select platform_staff()));
create policy write on participation_answer for insert with check (
  tenant = (select platform_tenant()) and ((select platform_staff())
    or (kind = 'reply' and exists (select 1 from participation_submission s where s.id = submission and s.secret_hash = (select participation_secret()))))
);
grant select, insert on participation_answer to allmende_app;

-- What the council or a committee decided, and what came of it.
create table participation_decision (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  title text not null,
  -- Rat, Verkehrsausschuss ...
  body text not null,
  decided_on date,
  -- The paper: an address of the council information system, or of its OParl interface.
  href text not null default '',
  -- planned, running, done, delayed, dropped; with a sentence and a day.
  state text not null default 'planned' check (state in ('planned', 'running', 'done', 'delayed', 'dropped')),
  note text not null default '',
  due_on date,
  changed_at timestamptz not null default clock_timestamp(),
  unique (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_decision_of on participation_decision (procedure);
alter table participation_decision enable row level security;
create policy read on participation_decision for select using (
  exists (select 1 from participation_procedure p where p.id = procedure and p.state <> 'draft')
);
create policy staff on participation_decision using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update on participation_decision to allmende_app;
alter table participation_submission add column decision uuid,
  add foreign key (tenant, decision) references participation_decision (tenant, id);

-- Steps towards it, newest last: what was said and when.
create table participation_milestone (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  decision uuid not null,
  state text not null check (state in ('planned', 'running', 'done', 'delayed', 'dropped')),
  note text not null,
  at timestamptz not null default clock_timestamp(),
  foreign key (tenant, decision) references participation_decision (tenant, id)
);
create index participation_milestone_of on participation_milestone (decision, at);
alter table participation_milestone enable row level security;
create policy read on participation_milestone for select using (exists (select 1 from participation_decision d where d.id = decision));
create policy write on participation_milestone for insert with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_milestone to allmende_app;

-- What moderation did, for everybody to read: number, act and reason, neither words nor names.
create table participation_act (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  submission uuid not null,
  comment uuid,
  act text not null check (act in ('hidden', 'shown', 'merged', 'moved', 'reworded')),
  reason text not null,
  at timestamptz not null default clock_timestamp(),
  foreign key (tenant, submission) references participation_submission (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_act_of on participation_act (procedure, at desc);
alter table participation_act enable row level security;
create policy read on participation_act for select using (
  exists (select 1 from participation_procedure p where p.id = procedure and p.state <> 'draft')
);
create policy write on participation_act for insert with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_act to allmende_app;
