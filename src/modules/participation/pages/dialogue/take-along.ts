import { csvLine } from '#kernel/csv-line.ts'
import { type Answer, body, stream, type Visit } from '#platform/http'
import { writeAtom } from '#standards/atom'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { insideOfProcedure, liesOutside } from '../../model/inside.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import { changedSubmissions, submissionsBehind } from '../../store/dialogue-queries.ts'

const batch = 500
const open = { 'access-control-allow-origin': '*' }

/** Every public submission in pieces of 500 by number: the memory stays the same, however many there are. */
async function* batches(
  house: ParticipationHouse,
  visit: Visit,
  procedure: Procedure,
  placed: boolean,
): AsyncGenerator<Submission[]> {
  const db = publicDb(house, visit.site)
  let after = 0
  for (;;) {
    const rows = await submissionsBehind(db, procedure.id, { after, limit: batch, placed })
    if (rows.length > 0) yield rows
    after = rows.at(-1)?.number ?? after
    if (rows.length < batch) return
  }
}

const addressOf = (one: Submission, procedure: Procedure, visit: Visit) =>
  visit.address(visit.site, routes.submission, { slug: procedure.slug, number: numberOf(procedure.prefix, one.number) })

/** What is taken along of a submission: what its page shows, without the name that somebody wanted to stand there. */
const exported = (one: Submission, procedure: Procedure, visit: Visit) => ({
  number: numberOf(procedure.prefix, one.number),
  title: one.title,
  text: one.body,
  category: one.category,
  place: one.place,
  outside: liesOutside(one.geometry, insideOfProcedure(procedure, visit.site)),
  channel: one.channel,
  identity: one.identity,
  language: one.lang,
  received: one.receivedAt.toISOString(),
  agree: one.agree,
  neutral: one.neutral,
  disagree: one.disagree,
  comments: one.comments,
  outcome: one.outcome,
  answered: one.answeredAt?.toISOString() ?? null,
  url: addressOf(one, procedure, visit),
})

const columns = [
  'number',
  'title',
  'text',
  'category',
  'place',
  'longitude',
  'latitude',
  'outside',
  'channel',
  'identity',
  'language',
  'received',
  'agree',
  'neutral',
  'disagree',
  'comments',
  'outcome',
  'answered',
  'url',
] as const

/** All public submissions as a table. */
export function submissionsCsv(house: ParticipationHouse, visit: Visit, procedure: Procedure): Answer {
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(columns)
    for await (const rows of batches(house, visit, procedure, false))
      yield rows
        .map((one) => {
          const [longitude, latitude] = one.geometry?.type === 'Point' ? one.geometry.coordinates : []
          const values = { ...exported(one, procedure, visit), longitude, latitude }
          return csvLine(columns.map((column) => (column === 'outside' ? Number(values.outside) : (values[column] ?? ''))))
        })
        .join('')
  }
  return stream('text/csv; charset=utf-8; header=present', lines(), {
    ...open,
    'content-disposition': `attachment; filename="${procedure.slug}.csv"`,
  })
}

/** Things one after the other, with what stands before, between and after them. */
async function* joined(before: string, batched: AsyncIterable<Submission[]>, write: (one: Submission) => string, after: string) {
  yield before
  let first = true
  for await (const rows of batched) {
    yield (first ? '' : ',\n') + rows.map(write).join(',\n')
    first = false
  }
  yield after
}

/** All public submissions as JSON, with what they were asked for. */
export function submissionsJson(house: ParticipationHouse, visit: Visit, procedure: Procedure): Answer {
  const head = {
    title: procedure.title,
    lead: procedure.lead,
    office: procedure.office,
    url: visit.address(visit.site, routes.procedure, { slug: procedure.slug }),
  }
  const write = (one: Submission) => JSON.stringify({ ...exported(one, procedure, visit), geometry: one.geometry })
  const text = joined(
    `{"procedure":${JSON.stringify(head)},"submissions":[\n`,
    batches(house, visit, procedure, false),
    write,
    '\n]}\n',
  )
  return stream('application/json; charset=utf-8', text, open)
}

/** The public submissions with a place as GeoJSON (RFC 7946). */
export function submissionsGeojson(house: ParticipationHouse, visit: Visit, procedure: Procedure): Answer {
  const write = (one: Submission) =>
    JSON.stringify({
      type: 'Feature',
      id: numberOf(procedure.prefix, one.number),
      geometry: one.geometry,
      properties: exported(one, procedure, visit),
    })
  const text = joined('{"type":"FeatureCollection","features":[\n', batches(house, visit, procedure, true), write, '\n]}\n')
  return stream('application/geo+json; charset=utf-8', text, open)
}

/** What changed last in a procedure, as a feed. */
export async function procedureAtom(house: ParticipationHouse, visit: Visit, procedure: Procedure): Promise<Answer> {
  const { t, site } = visit
  const found = await changedSubmissions(publicDb(house, site), procedure.id, 50)
  const feed = writeAtom({
    title: procedure.title,
    self: visit.address(site, routes.procedureAtom, { slug: procedure.slug }),
    page: visit.address(site, routes.procedure, { slug: procedure.slug }),
    entries: found.map((one) => ({
      id: `urn:uuid:${one.id}`,
      title: `${numberOf(procedure.prefix, one.number)}: ${one.title}`,
      link: addressOf(one, procedure, visit),
      summary: `${one.body.slice(0, 600)}${one.outcome ? ` – ${t(`participation.outcome.${one.outcome}`)}` : ''}`,
      author: site.name,
      updated: one.changedAt,
    })),
  })
  return body('application/atom+xml; charset=utf-8', feed, open)
}
