-- Runs that ask a source only for what changed. The mark is what the source said of how far it had come when it was last read to a good
-- end (a moment of its clock, an ETag); it goes when the mapping or the settings change. Every so often a run reads everything.
alter table harvest_source add column mark text;
alter table harvest_source add column whole_at timestamptz;
alter table harvest_run add column partial boolean not null default false;
alter table harvest_run add column mark text;

-- Cells of a table that could not be understood although their record was taken, and where a fault stands.
alter table harvest_staged add column remarks jsonb;
alter table harvest_staged add column line integer;
alter table harvest_staged add column field text;
alter table harvest_issue add column line integer;
alter table harvest_issue add column field text;
alter table harvest_issue add column taken boolean not null default false;

create index harvest_staged_was on harvest_staged (run, was) where was is not null;
