import { isId } from '#kernel/id.ts'
import { type Answer, notFound, problem, type Visit } from '#platform/http'
import type { ParticipationHouse } from '../../../house.ts'
import { whenThere } from '../../../pages/procedure/when-there.ts'
import { type OpenedText, textById, textBySlug } from '../use-cases/open-text.ts'

/** Opens the consultation that the address names and lets `show` answer; says what stands in the way otherwise. */
export async function withText(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedText) => Promise<Answer> | Answer,
): Promise<Answer> {
  return whenThere(visit, await textBySlug(house, visit.site, visit.params.slug ?? ''), show)
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
