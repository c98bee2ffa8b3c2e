-- In which order changes became visible. A moment is none: a transaction that began earlier may be committed later, and whoever follows by moments
-- steps over it. So a change carries the number of its transaction, and only those are given out that are older than every one that still runs.
-- Transaction numbers begin anew in another database cluster: `ahead` is added, so that ours never go back when a backup was restored; `epoch` is
-- another one then, so that a place from before is recognised.
create table catalogue_change_order (
  only_one boolean primary key default true check (only_one),
  ahead bigint not null,
  epoch text not null
);
comment on table catalogue_change_order is 'What is added to transaction numbers, and since when they count. One row, nothing of any person.';
grant select on catalogue_change_order to allmende_app;

alter table catalogue_resource add column change_number bigint, add column shown_number bigint;
comment on column catalogue_resource.change_number is 'When it was last published, changed or withdrawn: number of the transaction. Kept as long as the record.';
comment on column catalogue_resource.shown_number is 'When it was first published, or again after it had been withdrawn. Kept as long as the record.';
with ordered as (select id, row_number() over (order by changed_at, id) as number from catalogue_resource)
update catalogue_resource r set change_number = o.number, shown_number = case when r.changed_at > r.created_at then 0 else o.number end
  from ordered o where o.id = r.id;
insert into catalogue_change_order (ahead, epoch) select count(*), substr(md5(gen_random_uuid()::text), 1, 8) from catalogue_resource;

create function catalogue_number_change() returns trigger language plpgsql as $$
begin
  new.change_number := pg_current_xact_id()::text::bigint + (select ahead from catalogue_change_order);
  if tg_op = 'INSERT' then
    new.shown_number := new.change_number;
  elsif new.state = 'published' and old.state <> 'published' then
    new.shown_number := new.change_number;
  end if;
  return new;
end $$;
create trigger catalogue_resource_numbered before insert or update of changed_at on catalogue_resource
  for each row execute function catalogue_number_change();
alter table catalogue_resource alter column change_number set not null, alter column shown_number set not null;
create index catalogue_resource_number on catalogue_resource (change_number, id);
