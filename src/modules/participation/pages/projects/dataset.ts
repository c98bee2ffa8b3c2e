import { catalogueRoutes, storeOf } from '#catalogue'
import { dayOf } from '#kernel/clock.ts'
import type { Visit } from '#platform/http'
import { type Dataset, themes } from '#standards/dcat-ap-de'
import { forCatalogue, type ParticipationHouse, publicDb, staffDb } from '../../house.ts'
import { projectRoutes } from '../../project-routes.ts'
import { projectsResource, putProjectsResource } from '../../store/project-dataset.ts'
import { german, publishFiles } from '../../use-cases/publish-files.ts'
import { actingIn } from '../../use-cases/setup/acting.ts'
import { asStaff, noteStaffAct } from '../../use-cases/staff-act.ts'
import { allProjects, openProjectRow, projectLines } from './take-along.ts'

/** Path of the register in the catalogue; undefined until it is released there. */
export async function projectDatasetPath(house: ParticipationHouse, visit: Visit): Promise<string | undefined> {
  const { site } = visit
  if (!site.modules.includes('catalogue')) return undefined
  const known = await projectsResource(staffDb(house, site), site.id)
  const shown = known && (await storeOf(forCatalogue(house), site).byId(known))
  return shown ? visit.to(catalogueRoutes.dataset, { slug: shown.slug }) : undefined
}

/** What is said of the dataset the first time; what staff wrote since stays. */
function describe(record: Dataset, name: string, today: string): Partial<Dataset> {
  const theme = themes.concepts.find((one) => one.iri.endsWith('/GOVE'))?.iri
  return {
    title: record.title.length > 0 ? record.title : german(`Vorhabenliste: ${name}`),
    description:
      record.description.length > 0
        ? record.description
        : german(
            'Was die Verwaltung plant: Titel, Zweck, Stand, Ort, Kosten, Zeitplan, zuständige Stelle, Ratsunterlagen, und ob Bürgerinnen und Bürger beteiligt werden. Ein Vorhaben ist eine Zeile. Beträge sind ganze Euro.',
          ),
    keyword: record.keyword.length > 0 ? record.keyword : ['Vorhaben', 'Vorhabenliste', 'Bürgerbeteiligung'].flatMap(german),
    theme: record.theme.length > 0 || !theme ? record.theme : [theme],
    modified: today,
  }
}

/** Publishes the register of a tenant as an open dataset; a second time it becomes a new version of the same. Gives what came of it. */
export async function publishProjectData(house: ParticipationHouse, visit: Visit): Promise<string> {
  const { site } = visit
  const { person } = actingIn(visit)
  const rows: ReturnType<typeof openProjectRow>[] = []
  for await (const one of allProjects(publicDb(house, site), [site.id], {})) {
    const url = visit.address(site, projectRoutes.project, { vorhaben: one.slug })
    rows.push(openProjectRow(one, { tenant: site.name, url }))
  }
  if (rows.length === 0) return 'empty'
  const lines: string[] = []
  for await (const line of projectLines(rows)) lines.push(line)
  const today = dayOf(house.now())
  const done = await publishFiles(house, site, person, {
    known: await projectsResource(staffDb(house, site), site.id),
    csv: { name: 'vorhaben.csv', content: Buffer.from(lines.join('')) },
    json: { name: 'vorhaben.json', content: Buffer.from(`${JSON.stringify({ projects: rows }, null, 1)}\n`) },
    label: 'Vorhaben',
    office: site.contact.organisation,
    note: `Stand ${today}: ${rows.length} Vorhaben`,
    personal: 'Nur Angaben zu Vorhaben; Namen und Kontaktangaben von Beschäftigten fehlen.',
    describe: (record) => describe(record, site.name, today),
  })
  if (!done.ok) return done.error.kind
  await asStaff(house, site, async (trx) => {
    await putProjectsResource(trx, site.id, done.value.resource)
    const subject = { kind: 'settings', id: site.id, name: site.name }
    await noteStaffAct(trx, site, person, 'publish-projects', subject, { projects: rows.length })
  })
  return done.value.done.kind
}
