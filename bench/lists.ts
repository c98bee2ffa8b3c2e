// The list and the page of a large procedure: 5,000 ideas with 200,000 comments, beside the same questions asked without what we keep.
//   npm run bench -- lists [--ideas 5000] [--comments 200000] [--rounds 30]
import { randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'

const slug = 'buergerdialog'

/** One procedure of the town in which everything is open; half of the ideas have a point, and the first idea a tenth of all comments. */
async function fill(town: TestServer, ideas: number, comments: number): Promise<string> {
  const db = town.house.database.system
  const tenant = town.site(places.stadt).id
  const id = randomUUID()
  await sql`insert into participation_procedure (id, tenant, slug, format, state, prefix, title, lead, office, settings, published_at)
    values (${id}, ${tenant}, ${slug}, 'idea-map', 'public', 'BD', 'Wie soll die Stadt werden?', 'Sagen Sie es uns.', 'Planungsamt', ${JSON.stringify({ categories: ['Verkehr', 'Grün', 'Wohnen'] })}::jsonb, now())`.execute(
    db,
  )
  await sql`insert into participation_phase (id, tenant, procedure, position, title, starts_at, ends_at, actions)
    values (gen_random_uuid(), ${tenant}, ${id}, 0, 'Jetzt', now() - interval '9 days', now() + interval '9 days', array['read', 'submit', 'comment', 'rate'])`.execute(
    db,
  )
  // Counting row by row is for earnest; here the counts are written once at the end.
  await sql`alter table participation_submission disable trigger user`.execute(db)
  await sql`alter table participation_comment disable trigger user`.execute(db)
  await sql`insert into participation_submission (id, tenant, procedure, number, state, title, body, category, geometry, secret_hash, stems, agree, received_at)
    select gen_random_uuid(), ${tenant}, ${id}, n, 'public', 'Idee ' || n || ' für die Stadt', repeat('Hier fehlt ein Weg, der sicher ist. ', 6), (array['Verkehr', 'Grün', 'Wohnen'])[1 + n % 3],
      case when n % 2 = 0 then jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(8.7 + (n % 97) / 1000.0, 51.88 + (n % 89) / 1000.0)) end,
      sha256(convert_to('s' || n, 'UTF8')), array['weg', 'sich', 'wort' || n % 50], n * 7919 % 997, now() - n * interval '1 minute'
    from generate_series(1, ${ideas}::int) n`.execute(db)
  // In steps: each stays below the limit for one statement, also on a machine that does other things besides.
  for (let from = 1; from <= comments; from += 10_000)
    await sql`insert into participation_comment (id, tenant, procedure, submission, state, body, secret_hash, received_at)
      select gen_random_uuid(), ${tenant}, ${id}, s.id, 'public', 'Das sehe ich auch so, vor allem im Winter. ' || n, sha256(convert_to('c' || n, 'UTF8')), now() - n * interval '1 second'
      from generate_series(${from}::int, ${Math.min(from + 9999, comments)}::int) n
      join participation_submission s on s.procedure = ${id} and s.number = case when n % 10 = 0 then 1 else 1 + n % ${ideas} end`.execute(
      db,
    )
  // Every eighth comment is a reply to the one before it under the same idea.
  for (let part = 0; part < 8; part++)
    await sql`update participation_comment c set parent = above.id from (
        select id, lag(id) over w as before, row_number() over w as n from participation_comment where procedure = ${id} and get_byte(uuid_send(submission), 15) % 8 = ${part}
        window w as (partition by submission order by received_at, id)) reply, participation_comment above
      where c.id = reply.id and above.id = reply.before and reply.n % 8 = 0`.execute(db)
  await sql`update participation_submission s set comments = c.n from (select submission, count(*)::int as n from participation_comment group by 1) c where c.submission = s.id`.execute(
    db,
  )
  await sql`update participation_procedure set submissions = ${ideas}, comments = ${comments} where id = ${id}`.execute(db)
  await sql`insert into participation_number (procedure, tenant, last) values (${id}, ${tenant}, ${ideas})`.execute(db)
  await sql`alter table participation_submission enable trigger user`.execute(db)
  await sql`alter table participation_comment enable trigger user`.execute(db)
  await sql`vacuum analyze participation_submission`.execute(db)
  await sql`vacuum analyze participation_comment`.execute(db)
  return id
}

/** Milliseconds of one question, the first ones left out. */
async function measure(name: string, rounds: number, one: () => Promise<unknown>): Promise<void> {
  for (let round = 0; round < 5; round++) await one()
  const all: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await one()
    all.push(performance.now() - start)
  }
  const sorted = all.sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1).padStart(7)
  console.log(`${name.padEnd(64)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms`)
}

async function run(town: TestServer, procedure: string, rounds: number): Promise<void> {
  const db = town.house.database.system
  const base = `/${places.stadt}/mitmachen/${slug}`
  const page = (path: string) => async () => {
    const answer = await town.get(path)
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`)
  }
  console.log('pages, server time for the whole answer:')
  await measure('list, newest', rounds, page(`${base}/beitraege`))
  await measure('list, most agreed, in the middle', rounds, page(`${base}/beitraege?sortiert=zustimmung&nach=BD-2500`))
  await measure('list, most comments', rounds, page(`${base}/beitraege?sortiert=kommentare`))
  await measure('list, one theme and words', rounds, page(`${base}/beitraege?thema=Verkehr&q=Weg`))
  await measure('page of the procedure, with map and figures', rounds, page(base))
  await measure('page of the idea with a tenth of all comments', rounds, page(`${base}/beitraege/BD-0001`))
  await measure('page of an idea', rounds, page(`${base}/beitraege/BD-2500`))
  await measure('points of the map', rounds, page(`${base}/karte.geojson`))
  await measure('everything as GeoJSON', Math.max(3, rounds / 10), page(`${base}/beitraege.geojson`))
  console.log('baseline, the database alone:')
  await measure('20 rows by primary key', rounds, () =>
    sql`select * from participation_submission order by id limit 20`.execute(db),
  )
  await measure('most comments, counted anew instead of kept', Math.max(3, rounds / 10), () =>
    sql`select s.id, s.title, count(c.id) as n from participation_submission s left join participation_comment c on c.submission = s.id and c.state = 'public'
      where s.procedure = ${procedure} group by s.id order by n desc, s.number desc limit 20`.execute(db),
  )
  await measure('the last 20 comments by offset instead of by key', rounds, () =>
    sql`select c.* from participation_comment c join participation_submission s on s.id = c.submission
      where s.procedure = ${procedure} and s.number = 1 and c.state = 'public' order by c.received_at, c.id offset 15000 limit 20`.execute(
      db,
    ),
  )
}

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    ideas: { type: 'string', default: '5000' },
    comments: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '30' },
  },
})
const town = await testServer({
  env: { STATEMENT_TIMEOUT_MS: '120000' },
  tenants: { stadt: { modules: ['catalogue', 'participation'] } },
})
try {
  const began = performance.now()
  const procedure = await fill(town, Number(values.ideas), Number(values.comments))
  console.log(
    `${values.ideas} ideas, ${values.comments} comments, filled in ${((performance.now() - began) / 1000).toFixed(1)} s; load ${loadavg()[0]?.toFixed(1)}`,
  )
  await run(town, procedure, Number(values.rounds))
  console.log(`load at the end ${loadavg()[0]?.toFixed(1)}`)
} finally {
  await town.close()
}
