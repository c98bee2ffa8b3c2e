-- Who answers statements shows what the procedure asks for. The participant's mark is then made of that, not of the browser's cookie: the
-- same person has one, on every device.
alter table participation_opinion_vote
  add column identity text not null default 'none' check (identity in ('none', 'email', 'code', 'account', 'bundid'));
create policy proven on participation_opinion_vote as restrictive for insert with check (participation_proven(procedure, 'rate', identity));
create policy proven_again on participation_opinion_vote as restrictive for update
  using (true) with check (participation_proven(procedure, 'rate', identity));
