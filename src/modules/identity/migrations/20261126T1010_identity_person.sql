-- People with an account. Purpose: to know who may work here. Kept until they erase their account or are deactivated for two years.
create table identity_person (
  id uuid primary key,
  name text not null,
  -- As typed, for writing to them; email_key is what it is compared by.
  email text not null,
  email_key text not null unique,
  lang text not null default 'de',
  password_hash text,
  email_confirmed_at timestamptz,
  -- Shared secret of the authenticator app, encrypted with the instance's secret.
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- The last time step that was used: a code works once.
  totp_step bigint,
  -- What they want to be told and how.
  notices jsonb not null default '{}',
  created_at timestamptz not null default now(),
  seen_at timestamptz,
  deactivated_at timestamptz
);

-- What people are for a tenant.
create table identity_role (
  person uuid not null references identity_person (id) on delete cascade,
  tenant uuid not null references identity_tenant (id),
  role text not null,
  granted_at timestamptz not null default now(),
  granted_by uuid references identity_person (id) on delete set null,
  -- A substitute has the role from one day to another; null is without end.
  valid_from timestamptz,
  valid_until timestamptz,
  primary key (person, tenant, role)
);
create index identity_role_tenant on identity_role (tenant);

-- A district or provider acts for its towns: whoever has one of these roles there has it here, too.
create table identity_mandate (
  tenant uuid not null references identity_tenant (id),
  holder uuid not null references identity_tenant (id),
  roles text[] not null,
  granted_at timestamptz not null default now(),
  granted_by uuid references identity_person (id) on delete set null,
  valid_until timestamptz,
  primary key (tenant, holder),
  check (tenant <> holder)
);
create index identity_mandate_holder on identity_mandate (holder);

-- Who is signed in. The token itself is only in the browser; its fingerprint is here. Kept until signed out or expired.
create table identity_session (
  id uuid primary key,
  token_hash bytea not null unique,
  person uuid not null references identity_person (id) on delete cascade,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- When a second factor was shown.
  strong_at timestamptz,
  -- "Firefox unter Windows": enough to recognise one's own devices; no address is kept.
  device text not null default ''
);
create index identity_session_person on identity_session (person);

-- Pages of a tenant read who works for it; everything else about people goes through the owner's connection, by use cases of this room.
alter table identity_role enable row level security;
create policy own on identity_role using (tenant = (select platform_tenant()) and (select platform_staff()));
alter table identity_mandate enable row level security;
create policy own on identity_mandate using (tenant = (select platform_tenant()) and (select platform_staff()));
grant select on identity_role, identity_mandate to allmende_app;
