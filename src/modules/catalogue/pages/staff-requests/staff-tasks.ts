import type { StaffTask, Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import { listForStaff, queueCounts } from '../../store/request-list.ts'
import { staffDb } from '../../use-cases/requests/answer-request.ts'
import { nameOf } from '../wishes/request-words.ts'

type House = Pick<CatalogueHouse, 'database'>

/** Figures beside the entries of the internal area; nothing for whom they are not. */
export async function wishCounts(house: House, visit: Visit): Promise<Record<string, number>> {
  if (!visit.may('catalogue/answer-wishes')) return {}
  const { waiting, open } = await queueCounts(staffDb(house, visit.site), visit.site.id, visit.actor.person?.id)
  return { wishes: waiting + open }
}

/** What waits for an answer, the most pressing ten. `order` is the days that are left, so overdue ones come first. */
export async function wishTasks(house: House, visit: Visit): Promise<StaffTask[]> {
  if (!visit.may('catalogue/answer-wishes')) return []
  const { t, site } = visit
  const rows = await listForStaff(
    staffDb(house, site),
    { states: ['waiting', 'open'], tenants: [site.id] },
    'urgent',
    undefined,
    10,
  )
  return rows.map((one): StaffTask => {
    const left = one.daysLeft
    return {
      href: visit.to(routes.staffRequest, { id: one.id }),
      title: t(`catalogue.staff.task.${one.state === 'waiting' ? 'look' : one.kind}`, {
        title: one.title || one.about?.title || nameOf(one),
      }),
      note: [nameOf(one), one.joined > 0 ? t('catalogue.wish.joined', { count: one.joined }) : '', one.assignedName ?? '']
        .filter(Boolean)
        .join(', '),
      due:
        left < 0
          ? { kind: 'late', text: t('catalogue.request.overdue', { count: -left }) }
          : { kind: left <= 7 ? 'soon' : 'open', text: t('catalogue.staff.task.left', { count: left }) },
      order: left,
    }
  })
}
