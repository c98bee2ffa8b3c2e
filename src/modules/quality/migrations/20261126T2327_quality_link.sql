-- Addresses that records name, and what they answered. No personal data: who marked a false alarm stands in the audit log. Kept as long
-- as a record of the tenant names the address.
create table quality_link (
  tenant uuid not null references identity_tenant (id),
  -- md5 of the address.
  hash text not null,
  address text not null,
  host text not null,
  -- What kind of service is asked for its capabilities; null for a page or file.
  service text,
  -- shaky: did not answer, and is tried again on the following days before anybody is told.
  state text not null default 'new' check (state in ('new', 'ok', 'shaky', 'broken', 'skipped')),
  status integer,
  -- Why not, by name: status, unreachable, too-slow, redirects ...
  fault text,
  failures smallint not null default 0,
  -- It has answered once: while it is only shaky, it is taken to answer still.
  ever_ok boolean not null default false,
  failing_since timestamptz,
  -- Where it led to in the end; for good or for now.
  moved_to text,
  moved_for_good boolean not null default false,
  found_type text,
  found_bytes bigint,
  -- Somebody looked at it and says that it works.
  cleared_reason text,
  cleared_at timestamptz,
  checked_at timestamptz,
  next_at timestamptz not null default now(),
  primary key (tenant, hash)
);
create index quality_link_due on quality_link (host, next_at);
create index quality_link_state on quality_link (tenant, state);

-- Where an address stands, and what the record says of it.
create table quality_link_use (
  tenant uuid not null,
  hash text not null,
  resource uuid not null,
  role text not null check (role in ('access', 'download', 'service')),
  -- IRI of the distribution, or of the service itself.
  node text not null,
  format text,
  media_type text,
  bytes bigint,
  -- What differs from what the record says: html, type, size.
  differs text,
  seen_at timestamptz not null default now(),
  primary key (tenant, hash, resource, role, node),
  foreign key (tenant, hash) references quality_link (tenant, hash) on delete cascade
);
create index quality_link_use_of on quality_link_use (tenant, resource);
create index quality_link_use_seen on quality_link_use (seen_at);

-- Until when a foreign host is left in peace, for all processes. The database's clock decides. Kept while an address of it is known.
create table quality_host (
  host text primary key,
  free_at timestamptz not null default now()
);

-- What a tenant wants of all this.
create table quality_setting (
  tenant uuid primary key references identity_tenant (id),
  -- A mail a week about addresses that do not answer; off until somebody wants it.
  digest boolean not null default false,
  digest_at timestamptz
);

alter table quality_link enable row level security;
create policy staff on quality_link using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()) and (select platform_staff()));
alter table quality_link_use enable row level security;
create policy staff on quality_link_use using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()) and (select platform_staff()));
alter table quality_setting enable row level security;
create policy staff on quality_setting using (tenant = (select platform_tenant()) and (select platform_staff())) with check (tenant = (select platform_tenant()) and (select platform_staff()));
-- Nobody of a tenant asks foreign hosts: the job alone does, as the owner.
alter table quality_host enable row level security;
grant select, update on quality_link to allmende_app;
grant select on quality_link_use to allmende_app;
grant select, insert, update on quality_setting to allmende_app;
