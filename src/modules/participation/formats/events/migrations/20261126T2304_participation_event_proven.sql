-- Who registers, or says when he can, shows what the procedure asks for; and once for each date.
-- `proof_mark`: keyed fingerprint of what was shown, for this date alone. Purpose: one registration for each proof. Forgotten with the
-- cancellation, and with name and address.
alter table participation_registration
  add column identity text not null default 'none' check (identity in ('none', 'email', 'code', 'account', 'bundid')),
  add column proof_mark bytea check (length(proof_mark) = 32),
  add constraint participation_registration_forgotten check (state <> 'cancelled' or proof_mark is null);
create unique index participation_registration_proof on participation_registration (event, proof_mark) where proof_mark is not null;
grant update (proof_mark) on participation_registration to allmende_app;
create policy proven on participation_registration as restrictive for insert with check (
  (select platform_staff()) or (participation_proven(procedure, 'submit', identity) and (identity = 'none') = (proof_mark is null))
);

alter table participation_poll_answer
  add column identity text not null default 'none' check (identity in ('none', 'email', 'code', 'account', 'bundid')),
  add column proof_mark bytea check (length(proof_mark) = 32),
  add constraint participation_poll_answer_forgotten check (state <> 'withdrawn' or proof_mark is null);
create unique index participation_poll_answer_proof on participation_poll_answer (poll, proof_mark) where proof_mark is not null;
grant update (proof_mark) on participation_poll_answer to allmende_app;
create policy proven on participation_poll_answer as restrictive for insert with check (
  (select platform_staff()) or (participation_proven(procedure, 'submit', identity) and (identity = 'none') = (proof_mark is null))
);
