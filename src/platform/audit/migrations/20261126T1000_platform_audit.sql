-- Who did what, for those who must be able to account for it. Purpose: to prove decisions and to find misuse.
-- Each tenant has a chain of its own (tenant null: the instance); an entry holds the hash of the one before.
-- An entry stays for good, so it holds nothing of a person: names and ids lie in platform_audit_word and can be erased.
create table platform_audit_entry (
  id bigint generated always as identity primary key,
  tenant uuid references identity_tenant (id),
  position bigint not null check (position > 0),
  at timestamptz not null,
  action text not null check (action ~ '^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$'),
  subject_kind text not null,
  -- Facts about the action; never names, addresses or ids of persons.
  details jsonb not null default '{}',
  -- Salted digests of the words in platform_audit_word: without the salt they say nothing, so erasing a word does not break the chain.
  actor_digest bytea not null,
  subject_digest bytea not null,
  previous bytea not null,
  hash bytea not null,
  unique nulls not distinct (tenant, position)
);
create index platform_audit_entry_action on platform_audit_entry (tenant, action, position);

-- The end of each chain. Whoever appends holds its row until the transaction ends; rows cut off at the end are noticed by it.
create table platform_audit_head (
  tenant uuid references identity_tenant (id),
  position bigint not null,
  hash bytea not null,
  unique nulls not distinct (tenant)
);

-- Who acted, and on what: id and name or title at that time. Purpose: as above. Kept for ten years, or until the person is erased;
-- then salt, id and name are emptied and `erased_by` names the entry (its id) that says so.
create table platform_audit_word (
  entry bigint not null references platform_audit_entry (id),
  part text not null check (part in ('actor', 'subject')),
  tenant uuid references identity_tenant (id),
  salt bytea,
  id text,
  name text not null,
  erased_by bigint references platform_audit_entry (id),
  primary key (entry, part),
  check ((salt is null) = (erased_by is not null)),
  check (erased_by is null or (id is null and name = ''))
);
create index platform_audit_word_id on platform_audit_word (id, part) where id is not null;

create function platform_audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to';
end $$;
create trigger platform_audit_entry_stays before delete or update on platform_audit_entry
  for each row execute function platform_audit_refuse();
create trigger platform_audit_entry_whole before truncate on platform_audit_entry
  for each statement execute function platform_audit_refuse();
create trigger platform_audit_word_stays before delete on platform_audit_word
  for each row execute function platform_audit_refuse();
create trigger platform_audit_word_whole before truncate on platform_audit_word
  for each statement execute function platform_audit_refuse();
create trigger platform_audit_head_stays before delete on platform_audit_head
  for each row execute function platform_audit_refuse();
create trigger platform_audit_head_whole before truncate on platform_audit_head
  for each statement execute function platform_audit_refuse();

-- A word may be emptied once, and not be rewritten.
create function platform_audit_erase_only() returns trigger language plpgsql as $$
begin
  if old.salt is null or new.salt is not null or (new.entry, new.part, new.tenant) is distinct from (old.entry, old.part, old.tenant) then
    raise exception 'a word of the audit log is erased or stays as it is';
  end if;
  return new;
end $$;
create trigger platform_audit_word_erased before update on platform_audit_word
  for each row execute function platform_audit_erase_only();

-- The end only moves on, one by one.
create function platform_audit_step() returns trigger language plpgsql as $$
begin
  if new.position <> old.position + 1 and not (new.position = old.position and new.hash is distinct from old.hash) then
    raise exception 'the audit log is only ever added to';
  end if;
  return new;
end $$;
create trigger platform_audit_head_moves before update on platform_audit_head
  for each row execute function platform_audit_step();

alter table platform_audit_entry enable row level security;
alter table platform_audit_head enable row level security;
alter table platform_audit_word enable row level security;
create policy own on platform_audit_entry using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
create policy own on platform_audit_head using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
create policy own on platform_audit_word using (tenant = (select platform_tenant())) with check (tenant = (select platform_tenant()));
grant select, insert on platform_audit_entry, platform_audit_word to allmende_app;
grant select, insert, update on platform_audit_head to allmende_app;
