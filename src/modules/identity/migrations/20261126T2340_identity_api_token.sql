-- Keys with which programs act for a person at one tenant. Purpose: to write data by an interface without a browser. The key itself is
-- shown once; its fingerprint is here. Kept until revoked, expired for 90 days, or the account is erased. What it permits is never more
-- than what its person may do at that moment; the owner's connection alone reads it, by the use cases of this room.
create table identity_api_token (
  id uuid primary key,
  token_hash bytea not null unique,
  person uuid not null references identity_person (id) on delete cascade,
  tenant uuid not null references identity_tenant (id) on delete cascade,
  -- What the person calls it: "Nachtlauf Geodaten".
  name text not null,
  permissions text[] not null,
  -- Whether it was made in a session that had shown a second factor; roles that want one are worth nothing without.
  strong boolean not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index identity_api_token_person on identity_api_token (person);
create index identity_api_token_tenant on identity_api_token (tenant);
alter table identity_api_token enable row level security;
