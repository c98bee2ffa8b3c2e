-- What a tenant's own page said each time it was saved, the present state included. Purpose: see who changed what, and go back.
-- Who saved it is somebody of the staff; the name goes when the account is erased. The newest hundred of a page are kept; all go with the page.
create table identity_site_page_version (
  tenant uuid not null references identity_tenant (id),
  page uuid not null references identity_site_page (id) on delete cascade,
  number integer not null,
  slug text not null,
  lang text not null,
  title text not null,
  content text not null,
  published boolean not null,
  place text not null,
  saved_at timestamptz not null,
  saved_by uuid references identity_person (id) on delete set null,
  primary key (page, number)
);
create index identity_site_page_version_saved_by on identity_site_page_version (saved_by);

alter table identity_site_page_version enable row level security;
create policy own on identity_site_page_version using (tenant = (select platform_tenant()) and (select platform_staff()));
grant select on identity_site_page_version to allmende_app;
