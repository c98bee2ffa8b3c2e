-- Datasets, series and data services: one row each, the whole record as a document, and the columns that are asked for.
create table catalogue_resource (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  uri text not null,
  kind text not null,
  slug text not null,
  title text not null,
  publisher text,
  publisher_slug text,
  state text not null default 'published',
  record jsonb not null,
  -- Fingerprint of the record as it was handed in, so that a second import changes nothing.
  source_hash text not null,
  -- Where it came from: file name or address of the import; null for own records.
  source text,
  -- IRI of the catalogue it came with; null for own records.
  head text,
  record_modified timestamptz,
  quality jsonb,
  quality_hash text,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  unique (tenant, slug),
  -- What hangs on a record names its tenant too, so that it cannot hang on another's.
  unique (tenant, id)
);
-- IRIs may be longer than an index entry; their fingerprint is not.
create unique index catalogue_resource_uri on catalogue_resource (tenant, md5(uri));
create index catalogue_resource_any_uri on catalogue_resource (md5(uri));
create index catalogue_resource_changed on catalogue_resource (tenant, changed_at, id);
create index catalogue_resource_publisher on catalogue_resource (tenant, publisher_slug);
create index catalogue_resource_unvalidated on catalogue_resource (id) where quality_hash is distinct from source_hash;

alter table catalogue_resource enable row level security;
create policy read on catalogue_resource for select using (
  tenant = (select platform_tenant()) or (state <> 'draft' and tenant = any ((select platform_readable())::uuid[]))
);
create policy write on catalogue_resource for all using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
grant select, insert, update on catalogue_resource to allmende_app;

-- Addresses that records once had.
create table catalogue_former_slug (
  tenant uuid not null references identity_tenant (id),
  slug text not null,
  resource uuid not null,
  primary key (tenant, slug),
  foreign key (tenant, resource) references catalogue_resource (tenant, id)
);
alter table catalogue_former_slug enable row level security;
create policy read on catalogue_former_slug for select using (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]));
create policy write on catalogue_former_slug for all using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
grant select, insert on catalogue_former_slug to allmende_app;

-- The catalogues that were taken in, without their entries: what they say of themselves is given out again.
create table catalogue_head (
  tenant uuid not null references identity_tenant (id),
  uri text not null,
  record jsonb not null,
  changed_at timestamptz not null default now()
);
create unique index catalogue_head_uri on catalogue_head (tenant, md5(uri));
alter table catalogue_head enable row level security;
create policy read on catalogue_head for select using (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]));
create policy write on catalogue_head for all using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
grant select, insert, update on catalogue_head to allmende_app;

-- Each import with its sum: read = created + updated + unchanged + rejected.
create table catalogue_import (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  source text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  read integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0
);
-- What was repaired, kept as it was, or rejected, record by record.
create table catalogue_import_note (
  import uuid not null references catalogue_import (id) on delete cascade,
  tenant uuid not null,
  kind text not null,
  record text not null,
  property text,
  old_value text,
  new_value text,
  reason text
);
create index catalogue_import_note_import on catalogue_import_note (import);
create index catalogue_import_note_record on catalogue_import_note (tenant, md5(record));
alter table catalogue_import enable row level security;
create policy own on catalogue_import using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
alter table catalogue_import_note enable row level security;
create policy own on catalogue_import_note using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
grant select, insert, update on catalogue_import to allmende_app;
grant select, insert, delete on catalogue_import_note to allmende_app;

-- Files that the portal itself keeps. The content lies in the storage under its fingerprint.
create table catalogue_file (
  tenant uuid not null references identity_tenant (id),
  resource uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  -- What the columns of a table mean: name, type, unit, meaning.
  columns jsonb,
  changed_at timestamptz not null default now(),
  primary key (tenant, resource, name),
  foreign key (tenant, resource) references catalogue_resource (tenant, id)
);
alter table catalogue_file enable row level security;
create policy read on catalogue_file for select using (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]));
create policy write on catalogue_file for all using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
grant select, insert, update on catalogue_file to allmende_app;
