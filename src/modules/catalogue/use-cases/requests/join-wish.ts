import type { Site } from '#kernel/site.ts'
import { browserThingMark, newBrowserMark, readBrowserMark, withSecret } from '#platform/secret-link'
import type { CatalogueHouse } from '../../house.ts'
import { hasJoined, insertJoin } from '../../store/request-store.ts'
import { publicDb } from './subscribe.ts'

/** "Das brauche ich auch": counts a browser once for each wish, however often and however many at once. Gives the cookie that the browser keeps. */
export async function joinWish(
  house: CatalogueHouse,
  site: Site,
  request: string,
  cookie: string | undefined,
): Promise<{ counted: boolean; cookie: string }> {
  const { ALLMENDE_SECRET: secret } = house.config
  const known = readBrowserMark(secret, 'catalogue', cookie)
  const kept = known && cookie ? cookie : newBrowserMark(secret, 'catalogue')
  const mark = browserThingMark(secret, 'catalogue/join', known ?? kept.split('.')[0] ?? '', request)
  const counted = await withSecret(publicDb(house, site), mark, (trx) => insertJoin(trx, site.id, request, mark))
  return { counted, cookie: kept }
}

/** Whether this browser was counted for a wish. */
export async function joinedBefore(
  house: CatalogueHouse,
  site: Site,
  request: string,
  cookie: string | undefined,
): Promise<boolean> {
  const known = readBrowserMark(house.config.ALLMENDE_SECRET, 'catalogue', cookie)
  if (!known) return false
  const mark = browserThingMark(house.config.ALLMENDE_SECRET, 'catalogue/join', known, request)
  return withSecret(publicDb(house, site), mark, (trx) => hasJoined(trx, request, mark))
}
