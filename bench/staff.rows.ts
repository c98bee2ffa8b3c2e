// Generated records for the lists of staff, written by the database itself.
import { sql } from 'kysely'
import { whole } from '#support/editing.ts'
import type { TestHouse } from '#support/house.ts'

/** Published records of one tenant with offices, qualities, sources and rhythms as a large town has them, and a draft for every two hundredth. */
export async function fill(town: TestHouse, slug: string, count: number): Promise<void> {
  const db = town.house.database.system
  const tenant = town.site(slug).id
  const record = JSON.stringify(whole('Messreihe'))
  const step = 10_000
  for (let from = 0; from < count; from += step)
    await sql`insert into catalogue_resource (id, tenant, uri, kind, slug, title, publisher, publisher_slug, record, source_hash, source, record_modified, quality, quality_hash, changed_at)
      select gen_random_uuid(), ${tenant}, 'https://daten.example/' || n, 'dataset', 'satz-' || n,
        (array['Messreihe', 'Bäume im Bezirk', 'Verkehrszählung', 'Haushaltsplan', 'Öffnungszeiten'])[1 + n % 5] || ' ' || (n * 7919 % 100003),
        'Stadt Ahornstadt', 'stadt-ahornstadt', ${record}::jsonb || jsonb_build_object('uri', 'https://daten.example/' || n), md5(n::text),
        case when n % 3 = 0 then 'katalog.ttl' end, now() - n * interval '1 minute',
        jsonb_build_object('score', n % 400, 'best', 400, 'dueAt', now() + (n % 90 - 5) * interval '1 day',
          'checks', (select jsonb_agg(jsonb_build_object('id', c, 'passed', (n + c) % 4 <> 0)) from generate_series(1, 6) c)),
        md5(n::text), now() - n * interval '1 second'
      from generate_series(${from}::int, ${Math.min(from + step, count) - 1}::int) n`.execute(db)
  // In sixteen parts: each stays below the limit for one statement, also on a machine that does other things besides.
  for (let part = 0; part < 16; part++)
    await sql`insert into catalogue_charge (tenant, resource, office) select tenant, id, 'Amt ' || (hashtext(slug) & 31) from catalogue_resource
      where tenant = ${tenant} and hashtext(slug) & 15 = ${part}`.execute(db)
  await sql`insert into catalogue_draft (id, tenant, resource, kind, title, record, state, office)
    select gen_random_uuid(), tenant, id, kind, title, record, (array['draft', 'review', 'returned'])[1 + (hashtext(slug) & 1)], 'Amt 7'
    from catalogue_resource where tenant = ${tenant} and hashtext(slug) % 200 = 0`.execute(db)
  await sql`analyze catalogue_resource, catalogue_entry, catalogue_draft`.execute(db)
}
