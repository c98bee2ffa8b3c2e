import type { Kysely } from 'kysely'
import { dayOf } from '#kernel/clock.ts'
import { csvLine } from '#kernel/csv-line.ts'
import { type Answer, body, stream, type Visit } from '#platform/http'
import { writeAtom } from '#standards/atom'
import { type ParticipationHouse, publicDb, shownIn } from '../../house.ts'
import { projectRoutes } from '../../project-routes.ts'
import { type ListedProject, listProjects, type ProjectFilter } from '../../store/project-store.ts'
import type { ParticipationTables } from '../../store/tables.ts'
import { projectsQuery, readProjects } from './read-projects.ts'

const open = { 'access-control-allow-origin': '*' }
const batch = 500

/** The projects of a view as a feed, what changed last first. */
export async function projectsAtom(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { site, sites, t } = visit
  const asked = readProjects(visit)
  const found = await listProjects(publicDb(house, site), shownIn(site, sites), asked, { limit: 50, order: 'changed' })
  const query = projectsQuery(asked)
  const feed = writeAtom({
    title: `${site.name}: ${t('participation.projects.title')}`,
    self: visit.address(site, projectRoutes.projectsAtom, {}, query),
    page: visit.address(site, projectRoutes.projects, {}, query),
    entries: found.map((one) => {
      const owner = sites.byId(one.tenant) ?? site
      return {
        id: `urn:uuid:${one.id}`,
        title: `${one.title} (${t(`participation.stage.${one.stage}`)})`,
        link: visit.address(owner, projectRoutes.project, { vorhaben: one.slug }),
        summary: one.lead,
        author: owner.name,
        updated: one.changedAt,
      }
    }),
  })
  return body('application/atom+xml; charset=utf-8', feed, open)
}

/** Every project of a view, a batch at a time. */
export async function* allProjects(
  db: Kysely<ParticipationTables>,
  tenants: readonly string[],
  filter: ProjectFilter,
): AsyncGenerator<ListedProject> {
  let after: string | undefined
  for (;;) {
    const rows = await listProjects(db, tenants, filter, { after, limit: batch, order: 'id' })
    yield* rows
    after = rows.at(-1)?.id
    if (rows.length < batch) return
  }
}

/** A project as machines read it. Field names are those of the CSV. */
export function openProjectRow(one: ListedProject, where: { readonly tenant: string; readonly url: string }) {
  return {
    title: one.title,
    lead: one.lead,
    stage: one.stage,
    stage_since: dayOf(one.stagedAt),
    district: one.district,
    place: one.place,
    themes: one.themes.join(' '),
    cost_from: one.costFrom,
    cost_to: one.costTo,
    cost_note: one.costNote,
    timetable: one.timetable,
    office: one.office,
    participation: one.participation,
    participation_note: one.participationNote,
    procedures: one.procedures,
    papers: one.papers.map(({ href }) => href).join(' '),
    changed: dayOf(one.changedAt),
    published: one.publishedAt ? dayOf(one.publishedAt) : '',
    municipality: where.tenant,
    url: where.url,
  }
}

const columns = Object.keys(
  openProjectRow({ themes: [], papers: [], stagedAt: new Date(0), changedAt: new Date(0), publishedAt: null } as never, {
    tenant: '',
    url: '',
  }),
) as (keyof ReturnType<typeof openProjectRow>)[]

/** Rows as lines of CSV, the first names the columns. */
export async function* projectLines(
  rows: AsyncIterable<ReturnType<typeof openProjectRow>> | Iterable<ReturnType<typeof openProjectRow>>,
): AsyncGenerator<string> {
  yield csvLine(columns)
  for await (const row of rows) yield csvLine(columns.map((name) => row[name] ?? ''))
}

async function* rowsOf(house: ParticipationHouse, visit: Visit) {
  const { site, sites } = visit
  for await (const one of allProjects(publicDb(house, site), shownIn(site, sites), readProjects(visit))) {
    const owner = sites.byId(one.tenant) ?? site
    const url = visit.address(owner, projectRoutes.project, { vorhaben: one.slug })
    yield { ...openProjectRow(one, { tenant: owner.name, url }), area: one.area }
  }
}

/** The list as CSV. */
export const projectsCsv = (house: ParticipationHouse, visit: Visit): Answer =>
  stream('text/csv; charset=utf-8; header=present', projectLines(rowsOf(house, visit)), {
    ...open,
    'content-disposition': 'attachment; filename="vorhaben.csv"',
  })

async function* json(rows: AsyncIterable<object>): AsyncGenerator<string> {
  yield '{"projects":['
  let first = true
  for await (const row of rows) {
    yield `${first ? '' : ','}\n${JSON.stringify(row)}`
    first = false
  }
  yield '\n]}\n'
}

/** The list as JSON, with the places. */
export const projectsJson = (house: ParticipationHouse, visit: Visit): Answer =>
  stream('application/json; charset=utf-8', json(rowsOf(house, visit)), open)
