-- Answers on paper, by telephone and at the counter, entered by staff: the same questions and counts, also after the end; how it came is
-- noted. What comes from outside is always `web`.
alter table participation_survey_response
  add column channel text not null default 'web' check (channel in ('web', 'letter', 'telephone', 'counter'));
drop policy proven on participation_survey_response;
create policy proven on participation_survey_response as restrictive for insert with check (
  ((select platform_staff()) and channel <> 'web' and identity = 'none')
    or (channel = 'web' and participation_proven(procedure, 'submit', identity) and (identity = 'none') = (proof_mark is null))
);
create policy enter on participation_survey_response for insert with check (
  tenant = (select platform_tenant()) and (select platform_staff()) and channel <> 'web' and state = 'begun'
);
create policy send_by_staff on participation_survey_response for update
  using (tenant = (select platform_tenant()) and (select platform_staff()) and channel <> 'web' and state = 'begun')
  with check (tenant = (select platform_tenant()) and (select platform_staff()) and channel <> 'web' and state = 'sent');

-- As before; of whom staff enters, nothing has to be shown.
create or replace function participation_survey_prove() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.channel := old.channel;
  new.identity := old.identity;
  if old.channel = 'web' and old.identity is distinct from participation_level(new.procedure, 'submit') then
    raise exception 'what the procedure asks for was not shown' using errcode = '28000';
  end if;
  if old.proof_mark is not null then
    insert into participation_survey_proof (tenant, procedure, mark) values (old.tenant, old.procedure, old.proof_mark);
  end if;
  new.proof_mark := null;
  return new;
end $$;
