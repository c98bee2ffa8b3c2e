-- Whoever follows a procedure is told of a new date, of one that moves, and of one that is called off; not of what is over.
create function participation_note_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare named text := case
  when new.state = 'public' and (tg_op = 'INSERT' or old.state = 'draft') then 'event-new'
  when tg_op = 'INSERT' then null
  when new.state = 'cancelled' and old.state = 'public' then 'event-off'
  -- Office hours begin and end with their slots: more of them is no move.
  when new.state = 'public' and ((new.place, new.address) is distinct from (old.place, old.address)
    or (new.kind = 'event' and (new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at)))
    then 'event-moved'
end;
begin
  if named is not null and new.ends_at > clock_timestamp() then
    insert into participation_news (tenant, procedure, what, ref) values (new.tenant, new.procedure, named, new.id);
  end if;
  return null;
end $$;
create trigger participation_event_noted after insert or update on participation_event for each row execute function participation_note_event();
