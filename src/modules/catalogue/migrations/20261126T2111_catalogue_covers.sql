-- The time that a record speaks of, and the identifiers it has elsewhere, apart from the document: interfaces of others ask for both, and the
-- document is too large to be opened for every row. Both follow the document by themselves; no personal data.
alter table catalogue_resource
  add column covers jsonb generated always as (record -> 'temporal') stored,
  add column identifiers jsonb generated always as (record -> 'identifier') stored;
comment on column catalogue_resource.covers is 'Periods of the record, as in the document: start and end as written. Kept as long as the record.';
comment on column catalogue_resource.identifiers is 'Identifiers of the record, as in the document. Kept as long as the record.';
create index catalogue_resource_identifiers on catalogue_resource using gin (identifiers);
