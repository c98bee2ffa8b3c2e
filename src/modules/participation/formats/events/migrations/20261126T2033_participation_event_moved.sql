-- Whoever was reminded of a day that an event no longer has is reminded of the new one.
create function participation_remind_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update participation_registration set reminded_at = null where event = new.id and reminded_at is not null;
  return null;
end $$;
create trigger participation_remind_again after update of starts_at on participation_event
  for each row when (new.starts_at is distinct from old.starts_at) execute function participation_remind_again();
