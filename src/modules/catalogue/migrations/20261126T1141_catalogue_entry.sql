-- What staff lists show: one narrow row for each published record or new draft. Made by the database itself whenever one of
-- them changes, in the same transaction, so that a list never disagrees with what it lists.
create table catalogue_entry (
  tenant uuid not null references identity_tenant (id),
  -- The record's id; before its first release the draft's.
  id uuid not null,
  resource uuid,
  draft uuid,
  kind text not null,
  title text not null,
  -- German order (DIN 5007-1): umlauts as their vowels.
  sort_key text collate "C" not null,
  slug text,
  -- The draft's where somebody works on it, else published or withdrawn.
  state text not null,
  published boolean not null,
  office text not null,
  responsible uuid,
  -- Checks passed, in percent; null where not assessed yet.
  quality smallint,
  missing smallint not null,
  -- Where an import brought it from.
  source text,
  -- When it is overdue by its own rhythm.
  due_at timestamptz,
  release_at timestamptz,
  changed_at timestamptz not null,
  primary key (tenant, id)
);
create index catalogue_entry_title on catalogue_entry (tenant, sort_key, id);
create index catalogue_entry_changed on catalogue_entry (tenant, changed_at, id);
create index catalogue_entry_quality on catalogue_entry (tenant, coalesce(quality, -1::smallint), sort_key, id);
create index catalogue_entry_due on catalogue_entry (tenant, due_at) where due_at is not null;
create index catalogue_entry_office on catalogue_entry (tenant, office) where office <> '';
create index catalogue_entry_responsible on catalogue_entry (tenant, responsible) where responsible is not null;
create index catalogue_entry_in_hand on catalogue_entry (tenant, state) where state <> 'published';
alter table catalogue_entry enable row level security;
create policy staff on catalogue_entry for select using (tenant = (select platform_tenant()) and (select platform_staff()));
grant select on catalogue_entry to allmende_app;

create function catalogue_sort_key(title text) returns text language sql immutable parallel safe as $$
  select left(translate(replace(lower(title), 'ß', 'ss'), 'äöüáàâéèêëíîïóôúûçñ', 'aouaaaeeeeiiioouucn'), 200)
$$;

-- Runs as the owner: an import writes records without seeing what is for staff. Whoever calls it by hand changes nothing: rows are made of what is there.
create function catalogue_renew_entries(resources uuid[], drafts uuid[]) returns void language plpgsql security definer set search_path = public as $$
begin
  insert into catalogue_entry as e (tenant, id, resource, draft, kind, title, sort_key, slug, state, published, office, responsible, quality, missing, source, due_at, release_at, changed_at)
  select r.tenant, r.id, r.id, d.id, r.kind, coalesce(d.title, r.title), catalogue_sort_key(coalesce(d.title, r.title)), r.slug,
    coalesce(d.state, r.state), r.state = 'published', coalesce(d.office, c.office, ''), coalesce(d.responsible, c.responsible),
    round(100.0 * jsonb_array_length(jsonb_path_query_array(r.quality -> 'checks', '$[*] ? (@.passed == true)')) / nullif(jsonb_array_length(r.quality -> 'checks'), 0)),
    coalesce(d.missing, 0), r.source, (r.quality ->> 'dueAt')::timestamptz, d.release_at, greatest(d.changed_at, r.changed_at)
  from catalogue_resource r
  left join catalogue_draft d on d.tenant = r.tenant and d.resource = r.id and d.state in ('draft', 'returned', 'review', 'approved', 'scheduled')
  left join catalogue_charge c on c.tenant = r.tenant and c.resource = r.id
  where r.id = any (resources)
  union all
  select d.tenant, d.id, null, d.id, d.kind, d.title, catalogue_sort_key(d.title), null, d.state, false, d.office, d.responsible, null, d.missing, null, null, d.release_at, d.changed_at
  from catalogue_draft d where d.id = any (drafts) and d.resource is null and d.state in ('draft', 'returned', 'review', 'approved', 'scheduled')
  on conflict (tenant, id) do update set resource = excluded.resource, draft = excluded.draft, kind = excluded.kind, title = excluded.title, sort_key = excluded.sort_key,
    slug = excluded.slug, state = excluded.state, published = excluded.published, office = excluded.office, responsible = excluded.responsible, quality = excluded.quality,
    missing = excluded.missing, source = excluded.source, due_at = excluded.due_at, release_at = excluded.release_at, changed_at = excluded.changed_at
  where e.* is distinct from excluded.*;
  delete from catalogue_entry e using catalogue_draft d
  where d.id = any (drafts) and e.tenant = d.tenant and e.id = d.id and d.resource is null and d.state in ('released', 'discarded');
end $$;

create function catalogue_resource_renews() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform catalogue_renew_entries(array(select id from catalogue_fresh), '{}');
  return null;
end $$;
create trigger catalogue_resource_inserted after insert on catalogue_resource referencing new table catalogue_fresh
  for each statement execute function catalogue_resource_renews();
create trigger catalogue_resource_updated after update on catalogue_resource referencing new table catalogue_fresh
  for each statement execute function catalogue_resource_renews();

create function catalogue_draft_renews() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform catalogue_renew_entries(array(select resource from catalogue_fresh where resource is not null), array(select id from catalogue_fresh));
  return null;
end $$;
create trigger catalogue_draft_inserted after insert on catalogue_draft referencing new table catalogue_fresh
  for each statement execute function catalogue_draft_renews();
create trigger catalogue_draft_updated after update on catalogue_draft referencing new table catalogue_fresh
  for each statement execute function catalogue_draft_renews();

create function catalogue_charge_renews() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform catalogue_renew_entries(array(select resource from catalogue_fresh), '{}');
  return null;
end $$;
create trigger catalogue_charge_inserted after insert on catalogue_charge referencing new table catalogue_fresh
  for each statement execute function catalogue_charge_renews();
create trigger catalogue_charge_updated after update on catalogue_charge referencing new table catalogue_fresh
  for each statement execute function catalogue_charge_renews();

select catalogue_renew_entries(array(select id from catalogue_resource), '{}');
-- When a record is overdue is assessed with its quality from now on: those with a rhythm are assessed once more.
update catalogue_resource set quality_hash = null where record ? 'accrualPeriodicity';
