-- How pressing a row is, as a column: the list that shows what needs somebody first is then read from an index, however long it is.
-- 0 sent back, 1 in review, 2 unfinished, 3 overdue, 4 poor, 5 in hand, 6 fine. What becomes overdue by time alone is noted by a job.
alter table catalogue_entry add column attention smallint not null default 6;

create function catalogue_attention(state text, missing numeric, due timestamptz, quality numeric) returns smallint language sql stable as $$
  select (case when state = 'returned' then 0 when state = 'review' then 1 when state = 'draft' and missing > 0 then 2
    when due < now() and state = 'published' then 3 when quality < 50 and state = 'published' then 4
    when state not in ('published', 'withdrawn') then 5 else 6 end)::smallint
$$;

create or replace function catalogue_renew_entries(resources uuid[], drafts uuid[]) returns void language plpgsql security definer set search_path = public as $$
begin
  insert into catalogue_entry as e (tenant, id, resource, draft, kind, title, sort_key, slug, state, published, office, responsible, quality, missing, source, due_at, release_at, changed_at, attention)
  select r.tenant, r.id, r.id, d.id, r.kind, coalesce(d.title, r.title), catalogue_sort_key(coalesce(d.title, r.title)), r.slug,
    coalesce(d.state, r.state), r.state = 'published', coalesce(d.office, c.office, ''), coalesce(d.responsible, c.responsible),
    round(100.0 * jsonb_array_length(jsonb_path_query_array(r.quality -> 'checks', '$[*] ? (@.passed == true)')) / nullif(jsonb_array_length(r.quality -> 'checks'), 0)),
    coalesce(d.missing, 0), r.source, (r.quality ->> 'dueAt')::timestamptz, d.release_at, greatest(d.changed_at, r.changed_at),
    catalogue_attention(coalesce(d.state, r.state), coalesce(d.missing, 0), (r.quality ->> 'dueAt')::timestamptz, round(100.0 * jsonb_array_length(jsonb_path_query_array(r.quality -> 'checks', '$[*] ? (@.passed == true)')) / nullif(jsonb_array_length(r.quality -> 'checks'), 0)))
  from catalogue_resource r
  left join catalogue_draft d on d.tenant = r.tenant and d.resource = r.id and d.state in ('draft', 'returned', 'review', 'approved', 'scheduled')
  left join catalogue_charge c on c.tenant = r.tenant and c.resource = r.id
  where r.id = any (resources)
  union all
  select d.tenant, d.id, null, d.id, d.kind, d.title, catalogue_sort_key(d.title), null, d.state, false, d.office, d.responsible, null, d.missing, null, null, d.release_at, d.changed_at,
    catalogue_attention(d.state, d.missing, null, null)
  from catalogue_draft d where d.id = any (drafts) and d.resource is null and d.state in ('draft', 'returned', 'review', 'approved', 'scheduled')
  on conflict (tenant, id) do update set resource = excluded.resource, draft = excluded.draft, kind = excluded.kind, title = excluded.title, sort_key = excluded.sort_key,
    slug = excluded.slug, state = excluded.state, published = excluded.published, office = excluded.office, responsible = excluded.responsible, quality = excluded.quality,
    missing = excluded.missing, source = excluded.source, due_at = excluded.due_at, release_at = excluded.release_at, changed_at = excluded.changed_at, attention = excluded.attention
  where e.* is distinct from excluded.*;
  delete from catalogue_entry e using catalogue_draft d
  where d.id = any (drafts) and e.tenant = d.tenant and e.id = d.id and d.resource is null and d.state in ('released', 'discarded');
end $$;

update catalogue_entry set attention = catalogue_attention(state, missing, due_at, quality);
create index catalogue_entry_attention on catalogue_entry (tenant, attention, sort_key, id);
