-- The register of projects (Vorhabenliste): what the town plans, and the procedures that hang on it.

create table participation_project (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  slug text not null check (char_length(slug) between 1 and 80),
  -- draft: for staff only; public; withdrawn: no longer to be read, its address says so.
  state text not null default 'draft' check (state in ('draft', 'public', 'withdrawn')),
  -- How far it is. Since when is kept by the database.
  stage text not null default 'idea' check (stage in ('idea', 'planned', 'decided', 'running', 'done')),
  staged_at timestamptz not null default now(),
  title text not null check (char_length(title) between 5 and 120),
  -- What for, in a sentence or two.
  lead text not null default '' check (char_length(lead) <= 400),
  -- Markdown.
  about text not null default '',
  -- Themes of the data catalogue: TRAN.
  themes text[] not null default '{}',
  -- The part of the town as people call it, and the place in words; a GeoJSON geometry in WGS 84.
  district text not null default '' check (char_length(district) <= 80),
  place text not null default '' check (char_length(place) <= 200),
  area jsonb,
  -- What it is expected to cost, in euros: from, to, or one of them.
  cost_from bigint check (cost_from >= 0),
  cost_to bigint check (cost_to >= 0),
  check (cost_from <= cost_to),
  cost_note text not null default '' check (char_length(cost_note) <= 200),
  office text not null default '' check (char_length(office) <= 120),
  -- {name, phone, email}: who answers questions. Staff of the office, with their consent, as long as it is public.
  contact jsonb not null default '{}',
  -- [{label, href}]: council papers by link or OParl address.
  papers jsonb not null default '[]',
  -- Expected timetable in words.
  timetable text not null default '' check (char_length(timetable) <= 2000),
  -- Whether people are asked: by law, of its own accord, not at all, or not decided yet.
  participation text not null default 'open' check (participation in ('law', 'voluntary', 'none', 'open')),
  participation_note text not null default '' check (char_length(participation_note) <= 600),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  published_at timestamptz,
  withdrawn_reason text,
  unique (tenant, slug),
  unique (tenant, id)
);
create index participation_project_public on participation_project (tenant, stage, changed_at desc) where state = 'public';
alter table participation_project enable row level security;
create policy read on participation_project for select using (
  state <> 'draft' and (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]))
);
create policy staff on participation_project using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update on participation_project to allmende_app;

-- Former wordings, kept by the database with every change. For staff; no person stands in them but the contact of the time.
create table participation_project_version (
  project uuid not null,
  version integer not null,
  tenant uuid not null references identity_tenant (id),
  content jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (project, version),
  foreign key (tenant, project) references participation_project (tenant, id)
);
alter table participation_project_version enable row level security;
create policy staff on participation_project_version for select using (tenant = (select platform_tenant()) and (select platform_staff()));
grant select on participation_project_version to allmende_app;

-- The procedures of a project, past, running and planned. A procedure belongs to one project at most.
create table participation_project_procedure (
  procedure uuid primary key,
  project uuid not null,
  tenant uuid not null references identity_tenant (id),
  foreign key (tenant, project) references participation_project (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_project_procedure_of on participation_project_procedure (project);
alter table participation_project_procedure enable row level security;
create policy read on participation_project_procedure for select using (
  exists (select 1 from participation_project p where p.id = project and p.state = 'public')
);
create policy staff on participation_project_procedure using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, delete on participation_project_procedure to allmende_app;

-- What a tenant lays down for suggestions that there should be participation: whether there are any, how many supporters are needed, within how many months.
create table participation_project_settings (
  tenant uuid primary key references identity_tenant (id),
  suggestions boolean not null default true,
  threshold integer not null default 50 check (threshold between 1 and 100000),
  months integer not null default 6 check (months between 1 and 24),
  -- The record of the catalogue that holds the register as open data.
  resource uuid
);
alter table participation_project_settings enable row level security;
create policy read on participation_project_settings for select using (tenant = (select platform_tenant()));
create policy staff on participation_project_settings using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update on participation_project_settings to allmende_app;

-- Whether people may suggest participation on a project now.
create function participation_suggestible(of_project uuid) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from participation_project p left join participation_project_settings s on s.tenant = p.tenant
    where p.id = of_project and p.state = 'public' and p.stage <> 'done' and p.participation in ('none', 'open') and coalesce(s.suggestions, true)
  )
$$;

-- "There should be participation on this": looked at by staff, then public, supported until a day, answered by the town.
create table participation_project_suggestion (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  project uuid not null,
  number integer not null,
  state text not null default 'waiting' check (state in ('waiting', 'public', 'hidden', 'withdrawn')),
  -- What somebody wrote. Purpose: to be read, supported and answered in public. Blanked 30 days after it was hidden or withdrawn.
  body text not null check (char_length(body) <= 2000),
  -- The name to be shown, if its author wants one. Blanked as the text, and 12 months after the answer.
  author text check (char_length(author) <= 80),
  lang text not null default 'de',
  -- Why staff should look closely. For staff only.
  findings text[] not null default '{}',
  -- Fingerprint of the secret link of its author. The link itself is nowhere.
  secret_hash bytea not null unique,
  -- Why it is not published.
  hidden_reason text,
  -- What the town had laid down when it was published.
  threshold integer,
  ends_at timestamptz,
  -- Kept by the database with every confirmation.
  supporters integer not null default 0,
  reached_at timestamptz,
  outcome text check (outcome in ('accepted', 'partly', 'declined')),
  answer text,
  answered_at timestamptz,
  received_at timestamptz not null default clock_timestamp(),
  published_at timestamptz,
  closed_at timestamptz,
  unique (project, number),
  unique (tenant, id),
  check (state <> 'public' or (threshold is not null and ends_at is not null)),
  check ((answer is null) = (answered_at is null) and (outcome is null) = (answer is null)),
  foreign key (tenant, project) references participation_project (tenant, id)
);
create index participation_project_suggestion_of on participation_project_suggestion (project, state, number desc);
create index participation_project_suggestion_waiting on participation_project_suggestion (tenant, received_at) where state = 'waiting';
alter table participation_project_suggestion enable row level security;
create policy read on participation_project_suggestion for select using (
  state = 'public' and (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]))
);
create policy read_own on participation_project_suggestion for select using (
  tenant = (select platform_tenant()) and ((select platform_staff()) or secret_hash = (select participation_secret()))
);
create policy hand_in on participation_project_suggestion for insert with check (
  tenant = (select platform_tenant()) and state = 'waiting' and secret_hash = (select participation_secret()) and participation_suggestible(project)
);
create policy change on participation_project_suggestion for update
  using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
-- Its author may do one thing: take it back.
create policy take_back on participation_project_suggestion for update
  using (tenant = (select platform_tenant()) and secret_hash = (select participation_secret()) and state in ('waiting', 'public'))
  with check (tenant = (select platform_tenant()) and state = 'withdrawn');
grant select, insert, update on participation_project_suggestion to allmende_app;

-- Numbers are given once for each project, also when two suggest at the same moment.
create function participation_number_suggestion() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from participation_project where id = new.project for update;
  new.number := coalesce((select max(number) from participation_project_suggestion where project = new.project), 0) + 1;
  return new;
end $$;
create trigger participation_suggestion_numbered before insert on participation_project_suggestion for each row execute function participation_number_suggestion();

-- Whether a suggestion may be supported now, by the clock of the database.
create function participation_supportable(of_suggestion uuid) returns boolean language sql volatile security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from participation_project_suggestion s join participation_project p on p.id = s.project
    where s.id = of_suggestion and s.state = 'public' and s.answered_at is null and p.state = 'public' and clock_timestamp() < s.ends_at
  )
$$;

-- Who supports a suggestion: a keyed fingerprint of an address, so that one address counts once. The address stands only in the one mail
-- that asks for confirmation. Unconfirmed ones go after 7 days, all of them 30 days after the end; the number stays.
create table participation_project_support (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  suggestion uuid not null,
  address_mark bytea not null,
  secret_hash bytea not null unique,
  created_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  foreign key (tenant, suggestion) references participation_project_suggestion (tenant, id)
);
create unique index participation_project_support_once on participation_project_support (suggestion, address_mark) where confirmed_at is not null;
create index participation_project_support_open on participation_project_support (created_at) where confirmed_at is null;
create index participation_project_support_by_address on participation_project_support (address_mark);
alter table participation_project_support enable row level security;
create policy read_own on participation_project_support for select using (tenant = (select platform_tenant()) and secret_hash = (select participation_secret()));
create policy hand_in on participation_project_support for insert with check (
  tenant = (select platform_tenant()) and confirmed_at is null and participation_supportable(suggestion)
);
-- Only whoever holds the link of the mail confirms, while there is time, and takes back.
create policy confirm on participation_project_support for update
  using (tenant = (select platform_tenant()) and secret_hash = (select participation_secret()))
  with check (tenant = (select platform_tenant()) and participation_supportable(suggestion));
create policy take_back on participation_project_support for delete using (tenant = (select platform_tenant()) and secret_hash = (select participation_secret()));
grant select, insert, delete on participation_project_support to allmende_app;
grant update (confirmed_at) on participation_project_support to allmende_app;

-- The number of supporters follows the confirmed ones while it may be supported; afterwards it stays, whatever is forgotten.
create function participation_count_support() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.confirmed_at is null and new.confirmed_at is not null then
    update participation_project_suggestion set supporters = supporters + 1,
      reached_at = case when supporters + 1 >= threshold then coalesce(reached_at, clock_timestamp()) else reached_at end
    where id = new.suggestion;
  elsif tg_op = 'DELETE' and old.confirmed_at is not null and participation_supportable(old.suggestion) then
    update participation_project_suggestion set supporters = supporters - 1 where id = old.suggestion;
  end if;
  return null;
end $$;
create trigger participation_supported after update of confirmed_at or delete on participation_project_support for each row execute function participation_count_support();

-- Projects are followed as procedures are.
alter table participation_follow alter column procedure drop not null, add column project uuid,
  add foreign key (tenant, project) references participation_project (tenant, id),
  add constraint participation_follow_one_thing check (num_nonnulls(procedure, project) = 1);
drop index participation_follow_once;
create unique index participation_follow_once on participation_follow (coalesce(procedure, project), coalesce(submission, procedure, project), address_mark) where confirmed_at is not null;
create index participation_follow_project on participation_follow (project) where confirmed_at is not null;
alter table participation_news alter column procedure drop not null, add column project uuid,
  add constraint participation_news_one_thing check (num_nonnulls(procedure, project) = 1);
-- What there is news of, is said by whoever writes it.
alter table participation_news drop constraint participation_news_what_check,
  add constraint participation_news_what_check check (what ~ '^[a-z][a-z-]{2,30}$');

-- With every change: the former wording is kept, and followers are told of what they may read.
create function participation_keep_project() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.stage <> old.stage then new.staged_at := clock_timestamp(); end if;
  if new.version > old.version then
    insert into participation_project_version (project, version, tenant, content)
    values (old.id, old.version, old.tenant, to_jsonb(old) - 'id' - 'tenant' - 'version' - 'created_at') on conflict do nothing;
  end if;
  if new.state = 'public' and old.state = 'public' then
    if new.stage <> old.stage then insert into participation_news (tenant, project, what) values (new.tenant, new.id, 'project-stage'); end if;
    if new.participation <> old.participation and new.participation in ('law', 'voluntary') then
      insert into participation_news (tenant, project, what) values (new.tenant, new.id, 'project-participation');
    end if;
  end if;
  return new;
end $$;
create trigger participation_project_kept before update on participation_project for each row execute function participation_keep_project();

create function participation_note_project_procedure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'participation_project_procedure' then
    insert into participation_news (tenant, project, what, ref)
    select new.tenant, new.project, 'project-procedure', p.id from participation_procedure p join participation_project j on j.id = new.project
    where p.id = new.procedure and p.state = 'public' and j.state = 'public';
  elsif new.state = 'public' and old.state = 'draft' then
    insert into participation_news (tenant, project, what, ref)
    select l.tenant, l.project, 'project-procedure', new.id from participation_project_procedure l join participation_project j on j.id = l.project
    where l.procedure = new.id and j.state = 'public';
  end if;
  return null;
end $$;
create trigger participation_project_linked after insert on participation_project_procedure for each row execute function participation_note_project_procedure();
create trigger participation_project_begun after update of state on participation_procedure for each row execute function participation_note_project_procedure();

create function participation_note_suggestion() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state = 'public' and old.state <> 'public' then
    insert into participation_news (tenant, project, what, ref) values (new.tenant, new.project, 'project-suggestion', new.id);
  elsif new.state = 'public' and new.answered_at is not null and old.answered_at is null then
    insert into participation_news (tenant, project, what, ref) values (new.tenant, new.project, 'project-suggestion-answer', new.id);
  end if;
  return null;
end $$;
create trigger participation_suggestion_noted after update on participation_project_suggestion for each row execute function participation_note_suggestion();
