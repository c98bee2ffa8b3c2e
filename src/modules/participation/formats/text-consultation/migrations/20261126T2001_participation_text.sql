-- Consultation of a text: the draft that staff writes on, published versions with their paragraphs, and counts for each paragraph.

-- The draft of the next version, one for each procedure. Words of the office; nobody else reads it.
create table participation_text (
  procedure uuid primary key,
  tenant uuid not null references identity_tenant (id),
  source text not null,
  -- Grows with every save: whoever saves on an older one is told.
  revision integer not null default 1,
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_text enable row level security;
create policy staff on participation_text using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update on participation_text to allmende_app;

-- A version that was published. Never changed: contributions speak of its very words.
create table participation_text_version (
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  version integer not null check (version > 0),
  -- As it was typed, and what is new in it in a sentence.
  source text not null,
  note text not null default '',
  paragraphs integer not null,
  published_at timestamptz not null default clock_timestamp(),
  primary key (procedure, version),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_text_version enable row level security;
create policy read on participation_text_version for select using (
  exists (select 1 from participation_procedure p where p.id = procedure)
);
create policy publish on participation_text_version for insert with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_text_version to allmende_app;

-- Headings and paragraphs of a version. `key` is the number of a paragraph: it keeps it in every version that follows, and no other
-- paragraph ever gets it. Headings have keys of their own (h1).
create table participation_text_part (
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  version integer not null,
  position integer not null,
  key text not null,
  kind text not null check (kind in ('heading', 'text')),
  level smallint not null default 0,
  body text not null,
  primary key (procedure, version, position),
  unique (procedure, version, key),
  foreign key (procedure, version) references participation_text_version (procedure, version),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_text_part enable row level security;
create policy read on participation_text_part for select using (
  exists (select 1 from participation_procedure p where p.id = procedure)
);
create policy publish on participation_text_part for insert with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_text_part to allmende_app;

-- How many public contributions a paragraph has; '' is the text as a whole. Kept with each contribution, so that the page never counts.
create table participation_text_count (
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  key text not null,
  comments integer not null default 0,
  changes integer not null default 0,
  answered integer not null default 0,
  primary key (procedure, key),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_text_count enable row level security;
create policy read on participation_text_count for select using (
  exists (select 1 from participation_procedure p where p.id = procedure)
);
grant select on participation_text_count to allmende_app;

-- The paragraph that a contribution names as its theme; null where it names none.
create function participation_text_key(theme text) returns text language sql immutable as $$
  select case when theme = 'Zum ganzen Text' then '' else substring(theme from '^Absatz (\d+[a-z]*)$') end
$$;

create function participation_text_add(of_tenant uuid, of_procedure uuid, of_key text, kind text, is_answered boolean, sign integer) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into participation_text_count as c (tenant, procedure, key, comments, changes, answered)
    values (of_tenant, of_procedure, of_key, sign * (kind <> 'change')::int, sign * (kind = 'change')::int, sign * is_answered::int)
    on conflict (procedure, key) do update set comments = c.comments + excluded.comments, changes = c.changes + excluded.changes, answered = c.answered + excluded.answered
$$;
revoke execute on function participation_text_add from public;

create function participation_count_text() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  before text := case when tg_op = 'UPDATE' and old.state = 'public' then participation_text_key(old.category) end;
  after text := case when new.state = 'public' then participation_text_key(new.category) end;
begin
  if before is null and after is null then return null; end if;
  if not exists (select 1 from participation_procedure p where p.id = new.procedure and p.format = 'text-consultation') then return null; end if;
  if before is not null then
    perform participation_text_add(old.tenant, old.procedure, before, coalesce(old.answers->>'kind', 'comment'), old.outcome is not null, -1);
  end if;
  if after is not null then
    perform participation_text_add(new.tenant, new.procedure, after, coalesce(new.answers->>'kind', 'comment'), new.outcome is not null, 1);
  end if;
  return null;
end $$;
create trigger participation_text_counted after insert or update of state, category, answers, outcome on participation_submission
  for each row execute function participation_count_text();

-- The contributions of a paragraph, the newest first.
create index participation_submission_category on participation_submission (procedure, category, number desc) where category is not null;

-- The settings name the paragraphs of the version that stands, so that letters and lists can name them too. Whoever saves settings
-- cannot lose them.
create function participation_text_settings() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare last integer := (select max(version) from participation_text_version where procedure = new.id);
begin
  if last is null then return new; end if;
  new.settings := new.settings || jsonb_build_object('version', last, 'paragraphs',
    (select coalesce(jsonb_agg(b.key order by b.position), '[]') from participation_text_part b
      where b.procedure = new.id and b.version = last and b.kind = 'text'));
  return new;
end $$;
create trigger participation_text_settings before update of settings on participation_procedure
  for each row when (new.format = 'text-consultation') execute function participation_text_settings();
