-- Setting up a procedure, its documents, and what comes on paper.

-- MP-0031 names one submission of a tenant, also on the telephone: a prefix belongs to one procedure.
create unique index participation_procedure_prefix on participation_procedure (tenant, prefix);

-- The day on which a letter or a call came; empty for what came through the portal. Purpose: to say whether it was in time.
alter table participation_submission add column received_on date;
-- What the office's own register of incoming mail calls it (Eingangsnummer). For staff only; it names a paper, no person.
alter table participation_submission add column reference text check (char_length(reference) between 1 and 60);
-- The same paper is entered once, also when a list is read in twice.
create unique index participation_submission_reference on participation_submission (procedure, reference) where reference is not null;

-- Papers of a procedure (Unterlagen): plans, reports, minutes.
create table participation_document (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  title text not null check (char_length(title) between 1 and 200),
  created_at timestamptz not null default clock_timestamp(),
  unique (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_document_of on participation_document (procedure, created_at);
alter table participation_document enable row level security;
create policy read on participation_document for select using (
  exists (select 1 from participation_procedure p where p.id = procedure and p.state = 'public')
);
create policy staff on participation_document using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_document to allmende_app;

-- Each file that was ever shown, by its fingerprint in the storage. Only ever added to; a file may be taken away with a reason that stays.
create table participation_document_version (
  document uuid not null,
  version integer not null,
  tenant uuid not null references identity_tenant (id),
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- What is new in it, in a sentence.
  note text not null default '',
  added_at timestamptz not null default clock_timestamp(),
  removed_reason text,
  primary key (document, version),
  foreign key (tenant, document) references participation_document (tenant, id)
);
alter table participation_document_version enable row level security;
create policy read on participation_document_version for select using (exists (select 1 from participation_document d where d.id = document));
create policy staff on participation_document_version using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update on participation_document_version to allmende_app;

-- A list of submissions that was read, until somebody says yes. What people wrote, and names they want shown: those of yesterday go.
create table participation_sheet (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  lines jsonb not null,
  at timestamptz not null default clock_timestamp(),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_sheet enable row level security;
create policy staff on participation_sheet using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, delete on participation_sheet to allmende_app;
