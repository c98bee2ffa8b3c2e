import { isId } from '#kernel/id.ts'
import { type Answer, notFound, problem, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../house.ts'
import type { Procedure } from '../model/procedure.ts'
import { routes } from '../routes.ts'
import { procedureById } from '../store/procedure-store.ts'

/** Opens the procedure that the address names for those who work for its tenant; another tenant's is not found. */
export async function withStaffProcedure(
  house: ParticipationHouse,
  visit: Visit,
  work: (procedure: Procedure) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { id } = visit.params
  const found = isId(id) ? await procedureById(staffDb(house, visit.site), visit.site.id, id) : undefined
  return found ? work(found) : problem(notFound)
}

const parts = [
  ['answers', routes.staffAnswers, 'participation/read'],
  ['decisions', routes.staffDecisions, 'participation/answer'],
  ['analysis', routes.analysis, 'participation/read'],
  ['report', routes.staffReport, 'participation/read'],
] as const
export type StaffPart = (typeof parts)[number][0]

/** What all pages of a procedure's accountability share: crumbs, frame, and the way to the others. */
export const staffFrame = (visit: Visit, procedure: Procedure, part: StaffPart) => ({
  title: `${visit.t(`participation.part.${part}`)}: ${procedure.title}`,
  robots: 'noindex',
  frame: 'staff' as const,
  area: 'accounts',
  crumbs: [
    { label: visit.t('participation.accounts.title'), href: visit.to(routes.staffAccounts) },
    { label: procedure.title, href: visit.to(routes.procedure, { slug: procedure.slug }) },
    { label: visit.t(`participation.part.${part}`) },
  ],
})

/** The pages of a procedure's accountability as tabs. */
export const staffTabs = (visit: Visit, procedure: Procedure, part: StaffPart) => ({
  label: visit.t('participation.parts'),
  links: parts
    .filter(([, , permission]) => visit.may(permission))
    .map(([name, route]) => ({
      href: visit.to(route, { id: procedure.id }),
      text: visit.t(`participation.part.${name}`),
      current: name === part,
    })),
})
