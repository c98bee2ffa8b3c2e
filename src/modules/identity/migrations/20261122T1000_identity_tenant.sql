-- Municipalities, districts, the Land and those who help them. Public facts: every room may read them through the door.
create table identity_tenant (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  -- Name in lists of places: Lindenrode for Stadt Lindenrode.
  short_name text not null,
  kind text not null,
  parent uuid references identity_tenant (id),
  official_key text,
  population integer,
  hosts text[] not null default '{}',
  languages text[] not null default '{de,en}',
  modules text[] not null default '{catalogue}',
  theme jsonb not null default '{}',
  contact jsonb not null default '{}',
  subtitle jsonb not null default '{}',
  official_line jsonb not null default '{}',
  texts jsonb not null default '{}',
  area jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- One tenant has no parent: the one that answers where no other is named.
create unique index identity_tenant_one_root on identity_tenant ((parent is null)) where parent is null;
create unique index identity_tenant_official_key on identity_tenant (official_key) where official_key is not null;
grant select on identity_tenant to allmende_app;

-- Barriers that visitors report. Purpose: mend the barrier and answer. Kept until delete_after, then removed.
create table identity_barrier_report (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  page text not null,
  message text not null,
  reply_to text,
  created_at timestamptz not null default now(),
  delete_after date not null default (current_date + 180)
);
alter table identity_barrier_report enable row level security;
create policy own on identity_barrier_report using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
grant select, insert on identity_barrier_report to allmende_app;
