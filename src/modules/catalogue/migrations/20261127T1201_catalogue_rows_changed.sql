-- Processes keep what they have read of records and do not ask for it again until they hear of a change: whoever makes one, it is told at the commit.
create function catalogue_tell_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('platform_event', '');
  return null;
end
$$;
create trigger catalogue_resource_changed after insert or delete or update on catalogue_resource
  for each statement execute function catalogue_tell_change();
-- What stands on the page of a record beside it.
create trigger catalogue_file_changed after insert or delete or update on catalogue_file
  for each statement execute function catalogue_tell_change();
create trigger catalogue_request_changed after insert or delete or update on catalogue_request
  for each statement execute function catalogue_tell_change();
create trigger catalogue_origin_changed after insert or delete or update on catalogue_origin
  for each statement execute function catalogue_tell_change();
create trigger catalogue_origin_source_changed after insert or delete or update on catalogue_origin_source
  for each statement execute function catalogue_tell_change();
