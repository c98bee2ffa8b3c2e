-- Files that are the answer to a question of a survey. Purpose: to be read by staff. A file comes before its answer is whole: until then it
-- is loose behind a secret, and goes after a day. One that belongs to an answer lives exactly as long as the answer names it; the names go
-- with the words at the end of the retention. The content goes with the next sweep of the storage. Pictures are kept without what the camera
-- wrote beside them.
create table participation_survey_file (
  id uuid primary key,
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  -- The question it answers.
  question text not null,
  response uuid references participation_survey_response (id) on delete cascade,
  name text not null,
  sha256 text not null,
  media_type text not null,
  bytes integer not null,
  -- Fingerprint of the secret with which its sender attaches it; forgotten when it is attached.
  secret_hash bytea unique,
  at timestamptz not null default clock_timestamp(),
  check ((response is null) = (secret_hash is not null)),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
create index participation_survey_file_of on participation_survey_file (response);
create index participation_survey_file_to on participation_survey_file (procedure, question, id) where response is not null;
create index participation_survey_file_loose on participation_survey_file (at) where response is null;
alter table participation_survey_file enable row level security;
-- Whoever has the link of an answer reads its files; staff reads those of answers that were sent.
create policy read_own on participation_survey_file for select using (
  tenant = (select platform_tenant())
  and exists (select 1 from participation_survey_response r where r.id = response and r.secret_hash = (select participation_secret()))
);
create policy read_by_staff on participation_survey_file for select using (
  tenant = (select platform_tenant()) and (select platform_staff())
  and exists (select 1 from participation_survey_response r where r.id = response and r.state = 'sent')
);
-- The database's clock says whether it is still time; what came on paper staff enters also afterwards.
create policy hand_in on participation_survey_file for insert with check (
  tenant = (select platform_tenant()) and response is null and secret_hash = (select participation_secret())
  and ((select platform_staff()) or participation_open(procedure, 'submit'))
);
grant select, insert on participation_survey_file to allmende_app;

-- The loose files behind some secrets. Nobody without a secret learns of them.
create function participation_survey_loose(of_procedure uuid, of_hashes bytea[])
returns table (id uuid, question text, name text, media_type text, bytes integer, secret_hash bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.question, f.name, f.media_type, f.bytes, f.secret_hash from participation_survey_file f
  where f.tenant = platform_tenant() and f.procedure = of_procedure and f.response is null and f.secret_hash = any (of_hashes)
$$;

-- Gives loose files to the answer whose secret the connection knows, as long as it is not sent; gives how many.
create function participation_survey_attach(of_response uuid, of_hashes bytea[]) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer;
begin
  update participation_survey_file f set response = r.id, secret_hash = null from participation_survey_response r
    where r.id = of_response and r.tenant = platform_tenant() and r.secret_hash = participation_secret() and r.state = 'begun'
      and f.tenant = r.tenant and f.procedure = r.procedure and f.response is null and f.secret_hash = any (of_hashes);
  get diagnostics n = row_count;
  return n;
end $$;

-- A file that its answer names no longer is gone, whoever changed the answer: taken out, withdrawn, not asked any more, blanked.
create function participation_survey_forget_files() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from participation_survey_file f where f.response = new.id and not exists (
    select 1 from jsonb_each(new.answers) a, jsonb_array_elements(case when jsonb_typeof(a.value->'files') = 'array' then a.value->'files' else '[]' end) e
    where e->>'id' = f.id::text
  );
  return null;
end $$;
create trigger participation_survey_forget_files after update of answers on participation_survey_response
  for each row when (old.answers is distinct from new.answers) execute function participation_survey_forget_files();
