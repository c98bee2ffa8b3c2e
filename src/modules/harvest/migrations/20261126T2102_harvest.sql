-- Catalogues of others that are taken in again and again. The contact is an office's mailbox where it can be; it is deleted with the source.
create table harvest_source (
  id uuid primary key,
  -- Who looks after it. Its records may go to tenants below, see `mapping`.
  tenant uuid not null references identity_tenant (id),
  slug text not null,
  name text not null,
  -- The harvester's folder.
  kind text not null,
  address text not null,
  settings jsonb not null default '{}',
  -- What publishers, licences, themes and formats of the source mean here.
  mapping jsonb not null default '{}',
  schedule text not null default 'off' check (schedule in ('off', 'hourly', 'daily', 'weekly')),
  -- Switched on by somebody after the first look.
  state text not null default 'new' check (state in ('new', 'on', 'off')),
  -- Of the known records at most so many percent may vanish before a person is asked.
  vanish_percent smallint not null default 20 check (vanish_percent between 1 and 100),
  contact text,
  next_at timestamptz,
  -- The last run that came to its end without a doubt.
  good_at timestamptz,
  -- Since when no run did; told once by mail.
  broken_since timestamptz,
  told_at timestamptz,
  -- Who works on it right now, and until when he is believed. The database's clock decides.
  lease uuid,
  lease_until timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (tenant, id),
  unique (tenant, slug)
);
create index harvest_source_due on harvest_source (next_at) where state = 'on' and next_at is not null;

-- Each run with its sum: read = created + updated + unchanged + withdrawn + rejected. Kept for two years.
create table harvest_run (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  source uuid not null,
  -- A look changes nothing unless somebody takes it over.
  mode text not null check (mode in ('run', 'look')),
  cause text not null check (cause in ('clock', 'person', 'command')),
  by_person uuid,
  state text not null default 'running' check (state in ('running', 'held', 'ready', 'done', 'failed', 'stopped', 'dropped')),
  phase text not null default 'gather' check (phase in ('gather', 'judge', 'write', 'end')),
  -- Where the harvester goes on after a stop.
  cursor text,
  pages integer not null default 0,
  announced integer,
  attempts integer not null default 1,
  stop_wanted boolean not null default false,
  read integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  withdrawn integer not null default 0,
  rejected integer not null default 0,
  -- Of the unchanged ones: changed at the source, but kept by staff here.
  kept integer not null default 0,
  -- Of all: recognised although the source gave them another id.
  renamed integer not null default 0,
  -- Why a person is asked, why it failed, what publishers and unknown values there were.
  holds jsonb not null default '[]',
  fault jsonb,
  summary jsonb not null default '{}',
  -- A person has looked at what was found and wants it.
  confirmed boolean not null default false,
  confirmed_by uuid,
  started_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (tenant, id),
  foreign key (tenant, source) references harvest_source (tenant, id) on delete cascade
);
create index harvest_run_of on harvest_run (source, started_at desc);
create unique index harvest_run_open on harvest_run (source) where state = 'running';

-- What a run found, before anything of it is written. Emptied when the run is over.
create table harvest_staged (
  tenant uuid not null references identity_tenant (id),
  run uuid not null,
  id_hash text not null,
  source_id text not null,
  raw_hash text not null,
  -- same: as it was. changed: new or different. rejected: with a reason. gone: known, and no longer there.
  outcome text not null check (outcome in ('same', 'changed', 'rejected', 'gone')),
  record jsonb,
  notes jsonb,
  page text,
  reason text,
  detail text,
  excerpt text,
  match_key text,
  garbled boolean not null default false,
  publisher text not null default '',
  unknown jsonb,
  -- The known record it is although it has another id now.
  was text,
  resource uuid,
  result text check (result in ('created', 'updated', 'unchanged', 'withdrawn', 'rejected')),
  kept boolean not null default false,
  primary key (run, id_hash),
  foreign key (tenant, run) references harvest_run (tenant, id) on delete cascade
);
create index harvest_staged_open on harvest_staged (run, outcome, id_hash) where result is null;

-- What is known of each record of a source: so that a second run changes nothing, and a record is recognised when its id changed.
create table harvest_record (
  tenant uuid not null references identity_tenant (id),
  source uuid not null,
  id_hash text not null,
  source_id text not null,
  raw_hash text not null,
  match_key text,
  garbled boolean not null default false,
  publisher text not null default '',
  -- Values that no list knows.
  unknown jsonb,
  -- The record in the catalogue, and whose it is.
  target uuid not null,
  resource uuid not null,
  state text not null default 'there' check (state in ('there', 'gone')),
  first_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (source, id_hash),
  foreign key (tenant, source) references harvest_source (tenant, id) on delete cascade
);
create index harvest_record_resource on harvest_record (resource);
create index harvest_record_match on harvest_record (match_key) where state = 'there' and match_key is not null;

-- What was not taken in a run, with the record as it came. Kept for the last twenty runs.
create table harvest_issue (
  tenant uuid not null references identity_tenant (id),
  run uuid not null,
  number integer not null,
  source_id text not null,
  reason text not null,
  detail text,
  page text,
  excerpt text,
  primary key (run, number),
  foreign key (tenant, run) references harvest_run (tenant, id) on delete cascade
);

alter table harvest_source enable row level security;
create policy staff on harvest_source using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()) and (select platform_staff()));
alter table harvest_run enable row level security;
create policy staff on harvest_run using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()) and (select platform_staff()));
alter table harvest_staged enable row level security;
create policy staff on harvest_staged using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()) and (select platform_staff()));
alter table harvest_record enable row level security;
create policy staff on harvest_record using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()) and (select platform_staff()));
alter table harvest_issue enable row level security;
create policy staff on harvest_issue using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update, delete on harvest_source to allmende_app;
grant select, insert, update on harvest_run to allmende_app;
-- Pages read what a run found; only the run itself writes it.
grant select on harvest_staged, harvest_record, harvest_issue to allmende_app;
