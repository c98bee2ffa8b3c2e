-- Text blocks for answers, and reports that say what became of what people handed in.

-- A beginning for answers, written once by the tenant. No personal data.
create table participation_text_block (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  title text not null,
  body text not null,
  outcome text check (outcome in ('adopted', 'partly', 'not-adopted', 'referred', 'noted')),
  reason text,
  changed_at timestamptz not null default clock_timestamp(),
  unique (tenant, title)
);
alter table participation_text_block enable row level security;
create policy staff on participation_text_block using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update, delete on participation_text_block to allmende_app;

-- What staff writes around the figures: of a procedure, or of a year over all procedures. Markdown, by section.
create table participation_report (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid,
  year integer check (year between 2000 and 2200),
  texts jsonb not null default '{}',
  -- Counts saves, so that nobody overwrites what a colleague wrote meanwhile.
  revision integer not null default 1,
  changed_at timestamptz not null default clock_timestamp(),
  check ((procedure is null) <> (year is null)),
  unique (tenant, procedure),
  unique (tenant, year),
  unique (tenant, id),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_report enable row level security;
create policy staff on participation_report using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update on participation_report to allmende_app;

-- A published report: texts and figures of that day. Figures are numbers and ids, never words of people: what is hidden or erased later
-- is gone from every version. Nobody changes a version. Who published it stands in the audit log.
create table participation_report_version (
  report uuid not null,
  number integer not null,
  tenant uuid not null references identity_tenant (id),
  procedure uuid,
  year integer,
  texts jsonb not null,
  figures jsonb not null,
  published_at timestamptz not null default clock_timestamp(),
  primary key (report, number),
  foreign key (tenant, report) references participation_report (tenant, id)
);
create index participation_report_version_of on participation_report_version (tenant, procedure, year, published_at desc);
alter table participation_report_version enable row level security;
create policy read on participation_report_version for select using (
  tenant = (select platform_tenant()) and (procedure is null or exists (select 1 from participation_procedure p where p.id = procedure and p.state = 'public'))
);
create policy read_by_staff on participation_report_version for select using (tenant = (select platform_tenant()) and (select platform_staff()));
create policy write on participation_report_version for insert with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert on participation_report_version to allmende_app;

-- The open dataset of a procedure: which record of the catalogue it is, or will be once it is released.
create table participation_dataset (
  procedure uuid primary key,
  tenant uuid not null references identity_tenant (id),
  resource uuid not null,
  -- How many submissions are in it, how many places were blanked.
  submissions integer not null,
  blanked integer not null,
  published_at timestamptz not null default clock_timestamp(),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_dataset enable row level security;
create policy read on participation_dataset for select using (
  exists (select 1 from participation_procedure p where p.id = procedure and p.state <> 'draft')
);
create policy staff on participation_dataset using (tenant = (select platform_tenant()) and (select platform_staff()))
  with check (tenant = (select platform_tenant()) and (select platform_staff()));
grant select, insert, update on participation_dataset to allmende_app;

-- What a decision is about, asked from its side.
create index participation_submission_decision on participation_submission (decision) where decision is not null;
