-- The time that a record speaks of, the identifiers it has elsewhere and its themes, apart from the document: interfaces of others ask for them,
-- and the document is too large to be opened for every row. They follow the document by themselves; no personal data.
alter table catalogue_resource
  add column covers jsonb generated always as (record -> 'temporal') stored,
  add column identifiers jsonb generated always as (record -> 'identifier') stored,
  add column themes jsonb generated always as (record -> 'theme') stored;
comment on column catalogue_resource.covers is 'Periods of the record, as in the document: start and end as written. Kept as long as the record.';
comment on column catalogue_resource.identifiers is 'Identifiers of the record, as in the document. Kept as long as the record.';
comment on column catalogue_resource.themes is 'IRIs of the themes, as in the document. Kept as long as the record.';
create index catalogue_resource_identifiers on catalogue_resource using gin (identifiers);
-- What was published once, in the order of its last change: for those who mirror the catalogue and want the withdrawn ones named, too.
create index catalogue_resource_public_change on catalogue_resource (changed_at, id) where state <> 'draft';
