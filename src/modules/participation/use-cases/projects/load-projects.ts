import { createHash, randomUUID } from 'node:crypto'
import { secretLink } from '#platform/secret-link'
import { type DemoProject, demoProjects, demoSuggestions } from '../../demo/projects.ts'
import type { ParticipationHouse } from '../../house.ts'
import { type ProjectWriting, usualSettings } from '../../model/project.ts'
import { datedSuggestion, publishedSince } from '../../store/project-demonstration.ts'
import { linkProcedures } from '../../store/project-links.ts'
import { insertProject, projectBySlug } from '../../store/project-store.ts'

const day = 86_400_000

const writingOf = ({ at, cost, papers, note, procedures: _, stagedDaysAgo: __, ...one }: DemoProject): ProjectWriting => ({
  ...one,
  area: at ? { type: 'Point', coordinates: at } : null,
  costFrom: cost[0],
  costTo: cost[1],
  costNote: cost[2] ?? '',
  papers: papers.map(([label, href]) => ({ label, href })),
  participationNote: note ?? '',
})

/** An id that is the same in every demonstration. */
const idOf = (slug: string) => {
  const hex = createHash('sha256').update(`demo-project:${slug}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** What Lindenrode plans, with the procedures that hang on it. Done once; a second start changes nothing. */
export async function loadProjects(house: ParticipationHouse): Promise<void> {
  const site = house.sites().bySlug('lindenrode')
  const db = house.database.system
  const [first] = demoProjects
  if (!site || !first || (await projectBySlug(db, site.id, first.slug))) return
  const now = house.now().getTime()
  await db.transaction().execute(async (trx) => {
    for (const one of demoProjects) {
      const id = idOf(one.slug)
      await insertProject(trx, site.id, id, writingOf(one))
      await linkProcedures(trx, site.id, id, one.procedures)
      await publishedSince(trx, id, new Date(now - one.stagedDaysAgo * day))
    }
    for (const one of demoSuggestions) {
      const id = randomUUID()
      const { hash } = secretLink(house.config.ALLMENDE_SECRET, 'participation/suggestion', id)
      await datedSuggestion(trx, {
        id,
        tenant: site.id,
        project: idOf(one.project),
        body: one.body,
        author: one.author,
        secretHash: hash,
        receivedAt: new Date(now - one.daysAgo * day),
        supporters: one.supporters,
        threshold: usualSettings.threshold,
        months: usualSettings.months,
      })
    }
  })
}
