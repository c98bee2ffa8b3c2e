-- What the addresses of a record answered: {access, download, broken}. Written by the check of links, as the owner; null until it came by.
alter table catalogue_resource add column links jsonb;

-- Points of the European Metadata Quality Assessment, a row a day: sums over the datasets of a tenant ('') and of each of its
-- publishers. No personal data. After 90 days the Mondays are kept, after five years nothing.
create table catalogue_quality_day (
  tenant uuid not null references identity_tenant (id),
  publisher_slug text not null,
  day date not null default current_date,
  records integer not null,
  score integer not null,
  best integer not null,
  primary key (tenant, publisher_slug, day)
);
create index catalogue_quality_day_age on catalogue_quality_day (day);
alter table catalogue_quality_day enable row level security;
create policy read on catalogue_quality_day for select using (tenant = (select platform_tenant()) or tenant = any ((select platform_readable())::uuid[]));
-- Written by the job alone, as the owner.
grant select on catalogue_quality_day to allmende_app;

-- The points are counted anew: what was lost is noted with them from now on.
update catalogue_resource set quality_hash = null where quality_hash is not null;
