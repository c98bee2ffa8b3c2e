import { type Answer, type Handler, handler, page, type Visit } from '#platform/http'
import { type ParticipationHouse, type ParticipationWeb, publicDb } from '../../house.ts'
import { routes } from '../../routes.ts'
import { decisionsOf } from '../../store/decision-store.ts'
import { projectOf } from '../../store/project-links.ts'
import { reportVersions } from '../../store/report-store.ts'
import { openProcedure, type ShownProcedure } from '../../use-cases/open-procedure.ts'
import { documentSection } from '../documents/document-section.tsx'
import { procedureView } from './procedure-view.tsx'
import { resultSections } from './result-sections.tsx'
import { whenThere } from './when-there.ts'

/** Opens the procedure that the address names and lets `show` answer; says what stands in the way otherwise. */
export async function withProcedure(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: ShownProcedure) => Promise<Answer> | Answer,
): Promise<Answer> {
  return whenThere(visit, await openProcedure(house, visit.site, visit.params.slug ?? ''), show)
}

/** The page of a procedure. */
export const procedureHandlers = (house: ParticipationWeb): Handler[] => [
  handler(routes.procedure, (visit) =>
    withProcedure(house, visit, async (opened) => {
      const db = publicDb(house, visit.site)
      const { procedure } = opened
      const [sections, documents, decisions, reports, project] = await Promise.all([
        opened.format.sections(house, visit, opened, opened.settings),
        documentSection(db, visit, procedure),
        decisionsOf(db, procedure.id),
        reportVersions(db, visit.site.id, { procedure: procedure.id }),
        projectOf(db, procedure.id),
      ])
      const results = resultSections(visit, procedure, decisions, reports[0])
      return page(procedureView(visit, opened, [...sections, ...results, ...documents], project))
    }),
  ),
]
