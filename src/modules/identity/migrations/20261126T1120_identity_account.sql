-- How people sign in. None of these tables has a tenant: an account belongs to a person, who may work for many. Pages never read
-- them as a tenant; only the owner's connection does, by the use cases of this room.

-- Links that were sent by mail. Purpose: to show that somebody reads the mail of an account. Kept until used or expired, an hour at most,
-- a first set-up a week. The link itself is only in the mail; its fingerprint is here.
create table identity_link (
  token_hash bytea primary key,
  person uuid not null references identity_person (id) on delete cascade,
  purpose text not null check (purpose in ('sign-in', 'password', 'set-up', 'email', 'erase')),
  -- The new address that the person wants to be written to.
  email text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index identity_link_person on identity_link (person);

-- Codes for the day the telephone is lost. Fingerprints under a key of the instance; each works once.
create table identity_recovery_code (
  person uuid not null references identity_person (id) on delete cascade,
  code_hash bytea not null,
  primary key (person, code_hash)
);

-- Passkeys: public keys of people's devices. Kept until removed.
create table identity_passkey (
  id uuid primary key,
  person uuid not null references identity_person (id) on delete cascade,
  credential text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  -- The name the person gave it: "Diensthandy".
  name text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index identity_passkey_person on identity_passkey (person);

-- Questions that a passkey answers, each once, within five minutes.
create table identity_challenge (
  challenge_hash bytea primary key,
  purpose text not null check (purpose in ('register', 'sign-in')),
  person uuid references identity_person (id) on delete cascade,
  expires_at timestamptz not null
);

-- Accounts at the municipality's own sign-in service (OpenID Connect), bound at the first sign-in.
create table identity_provider_account (
  issuer text not null,
  subject text not null,
  person uuid not null references identity_person (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index identity_provider_account_person on identity_provider_account (person);

-- How often something was tried, so that guessing does not pay. The key is a fingerprint of the account or of a group of addresses under a key
-- of the instance; neither can be read from it. Kept for at most an hour after the count has run out.
create table identity_attempt (
  key bytea primary key,
  count integer not null,
  until timestamptz not null
);

-- Accounts of the demonstration: their second factor is shown on the page. They are closed where an instance runs in production.
alter table identity_person add column demonstration boolean not null default false;

-- Whoever gains or loses a role signs in again: a session that began with fewer rights does not grow into more, and one with more does not live on.
create function identity_end_sessions() returns trigger language plpgsql as $$ begin
  delete from identity_session where person = coalesce(new.person, old.person);
  return null;
end $$;
create trigger identity_role_ends_sessions after insert or delete or update of person, tenant, role on identity_role
  for each row execute function identity_end_sessions();
