-- Where a harvested record comes from, for everybody to read: sources of a tenant's records, and which record came from which.
-- No personal data. Kept as long as the record.
create table catalogue_origin_source (
  -- Whose records came from it; the source itself may belong to the district or the Land.
  tenant uuid not null references identity_tenant (id),
  id uuid not null,
  name text not null,
  address text not null,
  -- When the source was last read to its end without a doubt.
  checked_at timestamptz not null default now(),
  primary key (tenant, id)
);
create table catalogue_origin (
  tenant uuid not null references identity_tenant (id),
  resource uuid not null,
  source uuid not null,
  -- The record's page at the source, where it has one.
  page text,
  -- When what stands here came.
  taken_at timestamptz not null default now(),
  primary key (tenant, resource),
  foreign key (tenant, resource) references catalogue_resource (tenant, id),
  foreign key (tenant, source) references catalogue_origin_source (tenant, id)
);
create index catalogue_origin_of on catalogue_origin (tenant, source);
alter table catalogue_origin_source enable row level security;
create policy read on catalogue_origin_source for select using (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]));
alter table catalogue_origin enable row level security;
create policy read on catalogue_origin for select using (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]));
-- Written by the harvest alone, as the owner; pages read.
grant select on catalogue_origin_source, catalogue_origin to allmende_app;
