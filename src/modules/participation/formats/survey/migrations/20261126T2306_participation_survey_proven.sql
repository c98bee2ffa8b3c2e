-- Who answers a survey shows what the procedure asks for, and is counted once for it.
alter table participation_survey_response
  add column identity text not null default 'none' check (identity in ('none', 'email', 'code', 'account', 'bundid')),
  -- Keyed fingerprint of what was shown; forgotten when it is sent, so that nobody can say who answered what.
  add column proof_mark bytea check (length(proof_mark) = 32),
  add constraint participation_survey_response_forgotten check (state = 'begun' or proof_mark is null);
create policy proven on participation_survey_response as restrictive for insert with check (
  participation_proven(procedure, 'submit', identity) and (identity = 'none') = (proof_mark is null)
);

-- For what was shown there is an answer already. Neither when, nor which. Purpose: each proof counts once. Kept until the retention of
-- the procedure ends, also for who withdraws: the answer cannot be found by it.
create table participation_survey_proof (
  tenant uuid not null references identity_tenant (id),
  procedure uuid not null,
  mark bytea not null check (length(mark) = 32),
  primary key (procedure, mark),
  foreign key (tenant, procedure) references participation_procedure (tenant, id)
);
alter table participation_survey_proof enable row level security;

-- Sending uses the proof up, whoever sends: a second answer with it is refused by the key of the table. Where nothing was shown when the
-- answer began and the procedure asks for it now, it is refused, too.
create function participation_survey_prove() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.identity is distinct from participation_level(new.procedure, 'submit') then
    raise exception 'what the procedure asks for was not shown' using errcode = '28000';
  end if;
  if old.proof_mark is not null then
    insert into participation_survey_proof (tenant, procedure, mark) values (old.tenant, old.procedure, old.proof_mark);
  end if;
  new.identity := old.identity;
  new.proof_mark := null;
  return new;
end $$;
create trigger participation_survey_proven before update on participation_survey_response
  for each row when (old.state = 'begun' and new.state = 'sent') execute function participation_survey_prove();
