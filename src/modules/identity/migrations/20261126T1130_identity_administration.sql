-- Somebody is asked to work for a tenant. Purpose: to hand over the first roles to whoever reads this mailbox.
-- The token itself is only in the mail; its fingerprint is here. Removed 90 days after it was accepted, revoked or ran out.
create table identity_invitation (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  name text not null,
  email text not null,
  email_key text not null,
  roles text[] not null,
  lang text not null default 'de',
  token_hash bytea not null unique,
  invited_by uuid references identity_person (id) on delete set null,
  created_at timestamptz not null default now(),
  sent_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references identity_person (id) on delete set null,
  revoked_at timestamptz
);
-- One open invitation for one mailbox; inviting again sends the same one anew.
create unique index identity_invitation_open on identity_invitation (tenant, email_key) where accepted_at is null and revoked_at is null;

-- Who has left a tenant, with what he was there, so that it can be given back. Purpose: name who is missing where work was left behind.
-- Removed after two years, or when the person erases the account.
create table identity_leave (
  tenant uuid not null references identity_tenant (id),
  person uuid not null references identity_person (id) on delete cascade,
  left_at timestamptz not null default now(),
  left_by uuid references identity_person (id) on delete set null,
  roles jsonb not null,
  primary key (tenant, person)
);

-- Where an old address leads now. Public facts.
create table identity_redirect (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  old_path text not null,
  target text not null,
  created_at timestamptz not null default now(),
  unique (tenant, old_path)
);

-- Pages that a tenant writes itself. The public sees what is published.
create table identity_site_page (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  slug text not null,
  lang text not null,
  title text not null,
  content text not null,
  published boolean not null default false,
  -- main, footer or none: where the way to it stands.
  place text not null default 'none',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (tenant, slug, lang)
);

alter table identity_invitation enable row level security;
create policy own on identity_invitation using (tenant = (select platform_tenant()) and (select platform_staff()));
alter table identity_leave enable row level security;
create policy own on identity_leave using (tenant = (select platform_tenant()) and (select platform_staff()));
alter table identity_redirect enable row level security;
create policy own on identity_redirect using (tenant = (select platform_tenant()));
alter table identity_site_page enable row level security;
create policy shown on identity_site_page for select using (tenant = (select platform_tenant()) and published);
create policy own on identity_site_page using (tenant = (select platform_tenant()) and (select platform_staff()));
grant select on identity_invitation, identity_leave, identity_redirect, identity_site_page to allmende_app;

-- What the last look over a tenant's chain of the audit log found, so that the page needs not calculate it anew.
create table identity_audit_check (
  tenant uuid primary key references identity_tenant (id),
  checked_at timestamptz not null,
  entries integer not null,
  -- The first entry that is wrong, and what is wrong with it.
  fault_position integer,
  fault text
);
alter table identity_audit_check enable row level security;
create policy own on identity_audit_check using (tenant = (select platform_tenant()) and (select platform_staff()));
grant select on identity_audit_check to allmende_app;
