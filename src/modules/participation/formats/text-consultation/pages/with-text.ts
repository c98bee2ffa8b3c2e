import { isId } from '#kernel/id.ts'
import { type Answer, notFound, page, problem, type Visit } from '#platform/http'
import type { ParticipationHouse } from '../../../house.ts'
import { withdrawnView } from '../../../pages/procedure/procedure-view.tsx'
import { type OpenedText, textById, textBySlug } from '../use-cases/open-text.ts'

/** Opens the consultation that the address names and lets `show` answer; says what stands in the way otherwise. */
export async function withText(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedText) => Promise<Answer> | Answer,
): Promise<Answer> {
  const opened = await textBySlug(house, visit.site, visit.params.slug ?? '')
  if (!opened)
    return problem({
      status: 404,
      id: 'participation/no-procedure',
      title: visit.t('participation.none.title'),
      detail: visit.t('participation.none.detail'),
    })
  return opened.procedure.state === 'withdrawn' ? page(withdrawnView(visit, opened.procedure), 410) : show(opened)
}

/** The same for its staff; another tenant's is not found. */
export async function withStaffText(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedText) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { id } = visit.params
  const opened = isId(id) ? await textById(house, visit.site, id) : undefined
  return opened ? show(opened) : problem(notFound)
}

/** The version that the address asks for by `name`, where there is one between 1 and the last. */
export function askedVersion(visit: Visit, name: string, last: number): number | undefined {
  const asked = Number(visit.query.get(name) ?? '')
  return Number.isInteger(asked) && asked >= 1 && asked <= last ? asked : undefined
}
