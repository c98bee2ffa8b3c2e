import type { Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { remarksOn } from '../../store/request-list.ts'
import { lastAnswers } from '../../store/request-store.ts'
import { publicDb } from '../../use-cases/requests/subscribe.ts'
import type { Remarks } from './remarks-section.tsx'

/** Remarks on a record of this site, the newest ten, with their answers. */
export async function readRemarks(house: CatalogueHouse, visit: Visit, resource: string): Promise<Omit<Remarks, 'waiting'>> {
  const db = publicDb(house, visit.site)
  const shown = await remarksOn(db, visit.site.id, resource, 10)
  return {
    shown,
    answers: await lastAnswers(
      db,
      shown.filter((one) => one.state === 'answered').map((one) => one.id),
    ),
  }
}
