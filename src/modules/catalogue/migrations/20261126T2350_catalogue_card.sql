-- What a row of a list shows of a record, apart from the document: twenty of them stand on a page of results, and opening twenty documents for it
-- was most of what the page cost. Both follow document and quality by themselves; no personal data beyond the document's own.
create function catalogue_card(record jsonb) returns text language sql immutable strict parallel safe as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'kind', record -> 'kind', 'uri', record -> 'uri', 'title', record -> 'title', 'description', record -> 'description',
    'publisher', record -> 'publisher', 'originator', record -> 'originator', 'maintainer', record -> 'maintainer', 'creator', record -> 'creator',
    'issued', record -> 'issued', 'modified', record -> 'modified',
    'formats', case when record ->> 'kind' = 'service' then record -> 'format' else jsonb_path_query_array(record, '$.distribution[*].format') end
  ))::text
$$;
create function catalogue_verdict(quality jsonb) returns text language sql immutable strict parallel safe as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'passed', jsonb_array_length(jsonb_path_query_array(quality, '$.checks[*] ? (@.passed == true)')), 'all', jsonb_array_length(quality -> 'checks'),
    'late', jsonb_path_query_first(quality, '$.checks[*] ? (@.id == "current" && @.params.reason == "overdue").params.days')
  ))::text
$$;
alter table catalogue_resource
  add column card text generated always as (catalogue_card(record)) stored,
  add column verdict text generated always as (catalogue_verdict(quality)) stored;
-- In the row itself as long as there is room: what lies beside it has to be fetched.
alter table catalogue_resource alter column card set storage main;
comment on column catalogue_resource.card is 'Title, description, publisher, dates and formats as in the document, as JSON text. Kept as long as the record.';
comment on column catalogue_resource.verdict is 'How many checks were passed of how many, and days late, as JSON text. Kept as long as the record.';
