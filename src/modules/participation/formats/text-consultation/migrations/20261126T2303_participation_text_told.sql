-- Whoever follows a procedure is told of a further version of its text.
create function participation_note_text_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.version > 1 then
    insert into participation_news (tenant, procedure, what, ref) values (new.tenant, new.procedure, 'text-version', new.procedure);
  end if;
  return null;
end $$;
create trigger participation_text_version_noted after insert on participation_text_version for each row execute function participation_note_text_version();
