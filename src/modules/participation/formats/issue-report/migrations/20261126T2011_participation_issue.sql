-- Reports of defects (Mängelmelder): where each stands and which office has it, its photos, the programs that may report by Open311.

-- A program of somebody else that may report. Purpose: to let it in and to shut it out. No person stands in it; the key is kept as its
-- fingerprint alone. Stays as long as reports name it.
create table participation_issue_client (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  name text not null,
  key_hash bytea not null unique,
  created_at timestamptz not null default clock_timestamp(),
  revoked_at timestamptz,
  -- The day of its last report, and how many came.
  used_on date,
  reports integer not null default 0,
  unique (tenant, id)
);
alter table participation_issue_client enable row level security;
create policy staff on participation_issue_client using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
-- Whoever has the key is known by it.
create policy known on participation_issue_client for select using (
  tenant = (select platform_tenant()) and key_hash = (select participation_secret()) and revoked_at is null
);
grant select, insert, update on participation_issue_client to allmende_app;

-- What a submission to an issue reporting is besides its words. Made by the database with the submission, however that came; holds no
-- words of citizens, and its place goes when that of the submission goes.
create table participation_issue (
  submission uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  -- Code of the category in the settings; '' where none fits.
  category text not null,
  -- Which office has it now.
  office text not null,
  status text not null default 'open' check (status in ('open', 'in-progress', 'done', 'not-responsible', 'rejected')),
  lon double precision,
  lat double precision,
  received_at timestamptz not null,
  -- The day until which the town means to have dealt with it.
  due_on date,
  changed_at timestamptz not null,
  -- When it was dealt with; null again when it is opened again.
  closed_at timestamptz,
  -- The program that reported it; null for everything else.
  client uuid,
  check ((status in ('open', 'in-progress')) = (closed_at is null)),
  foreign key (tenant, submission) references participation_submission (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id),
  foreign key (tenant, client) references participation_issue_client (tenant, id)
);
create index participation_issue_newest on participation_issue (procedure, received_at desc, submission);
create index participation_issue_queue on participation_issue (tenant, status, received_at, submission);
create index participation_issue_near on participation_issue (procedure, lat, lon) where closed_at is null and lat is not null;
create index participation_issue_closed on participation_issue (procedure, closed_at) where closed_at is not null;
alter table participation_issue enable row level security;
create policy read on participation_issue for select using (
  exists (select 1 from participation_submission s where s.id = submission)
);
create policy staff on participation_issue for update using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select on participation_issue to allmende_app;
grant update (category, office, status, due_on, changed_at, closed_at) on participation_issue to allmende_app;

-- Every change: for the history that everybody may read. The sentence is the answer of the office.
create table participation_issue_step (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  submission uuid not null,
  status text not null,
  office text not null,
  forwarded boolean not null default false,
  at timestamptz not null default clock_timestamp(),
  foreign key (tenant, submission) references participation_submission (tenant, id)
);
create index participation_issue_step_of on participation_issue_step (submission, at);
alter table participation_issue_step enable row level security;
create policy read on participation_issue_step for select using (
  exists (select 1 from participation_submission s where s.id = submission)
);
create policy write on participation_issue_step for insert with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_issue_step to allmende_app;

-- Photos, without what the camera wrote beside the picture. Purpose: to see the defect. One that belongs to no report goes after a day,
-- those of hidden and withdrawn reports after 30 days, all others with the names when the report is closed so long.
create table participation_issue_photo (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  submission uuid,
  sha256 text not null,
  media_type text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  -- waiting: staff looks first; public.
  state text not null check (state in ('waiting', 'public')),
  -- Fingerprint of the secret with which its sender attaches it.
  secret_hash bytea not null unique,
  at timestamptz not null default clock_timestamp(),
  foreign key (tenant, submission) references participation_submission (tenant, id)
);
create index participation_issue_photo_of on participation_issue_photo (submission, at);
create index participation_issue_photo_loose on participation_issue_photo (at) where submission is null;
alter table participation_issue_photo enable row level security;
create policy read on participation_issue_photo for select using (
  state = 'public' and exists (select 1 from participation_submission s where s.id = submission and s.state in ('public', 'merged'))
);
create policy read_own on participation_issue_photo for select using (
  tenant = (select platform_tenant()) and ((select platform_staff()) or secret_hash = (select participation_secret()))
);
create policy hand_in on participation_issue_photo for insert with check (
  tenant = (select platform_tenant()) and submission is null and secret_hash = (select participation_secret())
);
create policy attach on participation_issue_photo for update
  using (tenant = (select platform_tenant()) and submission is null and secret_hash = (select participation_secret()))
  with check (tenant = (select platform_tenant()));
create policy staff on participation_issue_photo for update using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()));
create policy remove on participation_issue_photo for delete using (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update, delete on participation_issue_photo to allmende_app;

-- A key that came with a report: sent again, it leads to the same report. Fingerprints alone; forgotten after 90 days.
create table participation_issue_key (
  tenant uuid not null references identity_tenant (id),
  key_hash bytea not null,
  submission uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant, key_hash),
  foreign key (tenant, submission) references participation_submission (tenant, id)
);
alter table participation_issue_key enable row level security;
create policy known on participation_issue_key for select using (
  tenant = (select platform_tenant()) and key_hash = (select participation_secret())
);
create policy note on participation_issue_key for insert with check (
  tenant = (select platform_tenant()) and exists (
    select 1 from participation_submission s where s.id = submission and s.secret_hash = (select participation_secret()))
);
grant select, insert on participation_issue_key to allmende_app;

-- The report that a key leads to: its number, whether everybody may read it, and when it came. Nobody without the key learns it.
create function participation_issue_of_key(of_key bytea)
returns table (submission uuid, number integer, prefix text, state text, received_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.number, p.prefix, s.state, s.received_at from participation_issue_key k
  join participation_submission s on s.id = k.submission join participation_procedure p on p.id = s.procedure
  where k.tenant = platform_tenant() and k.key_hash = of_key
$$;

-- Notes the program that sent the report whose secret the connection knows; false when the key is good no longer.
create function participation_issue_came(of_key bytea) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare known uuid;
begin
  update participation_issue_client set used_on = current_date, reports = reports + 1
    where tenant = platform_tenant() and key_hash = of_key and revoked_at is null returning id into known;
  if known is null then return false; end if;
  update participation_issue set client = known from participation_submission s
    where s.id = submission and s.tenant = platform_tenant() and s.secret_hash = participation_secret();
  return true;
end $$;

-- Whatever way a report comes, it gets its office and its day from the settings of the procedure.
create function participation_issue_began() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p record;
  c jsonb;
begin
  select format, office, settings into p from participation_procedure where id = new.procedure;
  if p.format <> 'issue-report' then return null; end if;
  select e into c from jsonb_array_elements(coalesce(p.settings->'categories', '[]')) e where e->>'name' = new.category limit 1;
  insert into participation_issue (submission, tenant, procedure, category, office, lon, lat, received_at, due_on, changed_at)
  values (new.id, new.tenant, new.procedure, coalesce(c->>'code', ''), coalesce(nullif(c->>'office', ''), p.office),
    case when new.geometry->>'type' = 'Point' then (new.geometry->'coordinates'->>0)::double precision end,
    case when new.geometry->>'type' = 'Point' then (new.geometry->'coordinates'->>1)::double precision end,
    new.received_at, (new.received_at at time zone 'Europe/Berlin')::date + (c->>'days')::integer, new.received_at);
  return null;
end $$;
create trigger participation_issue_began after insert on participation_submission for each row execute function participation_issue_began();

-- The place and the moment follow the words. A category that its author corrected leads to its office as long as nobody took it up.
create function participation_issue_followed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update participation_issue i set
    lon = case when new.geometry->>'type' = 'Point' then (new.geometry->'coordinates'->>0)::double precision end,
    lat = case when new.geometry->>'type' = 'Point' then (new.geometry->'coordinates'->>1)::double precision end
  where i.submission = new.id;
  if new.category is distinct from old.category then
    update participation_issue i set category = coalesce(c.e->>'code', i.category),
      office = case when i.changed_at = i.received_at then coalesce(nullif(c.e->>'office', ''), i.office) else i.office end
    from participation_procedure p
    left join lateral (select e from jsonb_array_elements(coalesce(p.settings->'categories', '[]')) e where e->>'name' = new.category limit 1) c on true
    where i.submission = new.id and p.id = new.procedure;
  end if;
  return null;
end $$;
create trigger participation_issue_followed after update of geometry, category on participation_submission
  for each row execute function participation_issue_followed();
