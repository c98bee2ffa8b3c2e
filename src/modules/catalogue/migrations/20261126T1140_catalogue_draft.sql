-- Records on their way to the public. They stand beside the public table, so that a page which forgets its condition cannot show one.
-- Persons are named by id only, to know who wrote, handed in and approved; a person who is erased leaves an id that leads nowhere.
-- Kept as long as the record they belong to; what was discarded, for a year.
create table catalogue_draft (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  -- The published record it changes; null for a new one, which gets the draft's id when it is released.
  resource uuid,
  kind text not null,
  title text not null,
  record jsonb not null,
  -- Fingerprint of the published version it began from.
  based_on text,
  state text not null default 'draft' check (state in ('draft', 'review', 'returned', 'approved', 'scheduled', 'released', 'discarded')),
  -- Counts every save: who saves names the one he read.
  revision integer not null default 1,
  office text not null default '',
  responsible uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  changed_by uuid,
  changed_at timestamptz not null default now(),
  submitted_by uuid,
  submitted_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  -- Not public before this moment.
  release_at timestamptz,
  released_at timestamptz,
  -- Why it was sent back.
  reason text,
  -- What is said when it is released, for the list of versions.
  note text,
  lawfulness jsonb not null default '{"answers": {}, "cleared": []}',
  -- How many things it lacks that it must have.
  missing smallint not null default 0,
  unique (tenant, id),
  foreign key (tenant, resource) references catalogue_resource (tenant, id)
);
-- A record is worked on in one place: who begins to change it finds the draft of the others.
create unique index catalogue_draft_of on catalogue_draft (tenant, resource)
  where resource is not null and state in ('draft', 'returned', 'review', 'approved', 'scheduled');
create index catalogue_draft_due on catalogue_draft (release_at) where state = 'scheduled';
create index catalogue_draft_state on catalogue_draft (tenant, state, changed_at);

-- What a draft held at its last saves: the common ground when two people saved at once.
create table catalogue_draft_revision (
  tenant uuid not null references identity_tenant (id),
  draft uuid not null,
  revision integer not null,
  record jsonb not null,
  primary key (tenant, draft, revision),
  foreign key (tenant, draft) references catalogue_draft (tenant, id)
);

-- Files handed in with a draft. They become files of the record (catalogue_file) when it is released, and are public from then on.
create table catalogue_draft_file (
  tenant uuid not null references identity_tenant (id),
  draft uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  columns jsonb,
  -- What was found in a table: encoding, delimiter, rows, columns.
  facts jsonb,
  added_at timestamptz not null default now(),
  primary key (tenant, draft, name),
  foreign key (tenant, draft) references catalogue_draft (tenant, id)
);

-- What colleagues say to each other about a draft. Kept with it.
create table catalogue_comment (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  draft uuid not null,
  author uuid,
  text text not null,
  at timestamptz not null default now(),
  foreign key (tenant, draft) references catalogue_draft (tenant, id)
);
create index catalogue_comment_draft on catalogue_comment (tenant, draft, at);

-- Every version that was public, and what stood there before the first one of ours. Nothing is changed or removed here.
create table catalogue_version (
  tenant uuid not null references identity_tenant (id),
  resource uuid not null,
  number integer not null,
  record jsonb not null,
  hash text not null,
  -- Where it came from: an import; null for own ones.
  source text,
  released_at timestamptz not null default now(),
  released_by uuid,
  draft uuid,
  note text,
  primary key (tenant, resource, number),
  foreign key (tenant, resource) references catalogue_resource (tenant, id)
);

-- Who is in charge of a published record. Beside it, because that is nobody's business outside.
create table catalogue_charge (
  tenant uuid not null references identity_tenant (id),
  resource uuid not null,
  office text not null default '',
  responsible uuid,
  primary key (tenant, resource),
  foreign key (tenant, resource) references catalogue_resource (tenant, id)
);

-- What a tenant wants: four eyes, and what new drafts begin with.
create table catalogue_settings (
  tenant uuid primary key references identity_tenant (id),
  settings jsonb not null default '{}',
  changed_at timestamptz not null default now()
);

-- Changes of many records at once, with what stood there before: they can be taken back.
create table catalogue_bulk (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  person uuid,
  at timestamptz not null default now(),
  change jsonb not null,
  items jsonb not null,
  undone_at timestamptz
);

-- A spreadsheet that was handed in and waits for somebody to say yes to what it would change. Kept for a day.
create table catalogue_sheet (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  person uuid,
  rows jsonb not null,
  at timestamptz not null default now()
);

-- Since when a record is kept here: an import of its source leaves it alone from then on.
alter table catalogue_resource add column own_since timestamptz;

do $$
declare name text;
begin
  foreach name in array array['draft', 'draft_revision', 'draft_file', 'comment', 'version', 'charge', 'settings', 'bulk', 'sheet'] loop
    execute format('alter table catalogue_%s enable row level security', name);
    execute format('create policy staff on catalogue_%s using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()) and (select platform_staff()))', name);
  end loop;
end $$;
grant select, insert, update on catalogue_draft, catalogue_charge, catalogue_settings, catalogue_bulk to allmende_app;
grant select, insert, delete on catalogue_draft_revision, catalogue_sheet to allmende_app;
grant select, insert, update, delete on catalogue_draft_file to allmende_app;
grant select, insert on catalogue_comment, catalogue_version to allmende_app;
-- A file that a new version no longer has goes with the old one.
grant delete on catalogue_file to allmende_app;
