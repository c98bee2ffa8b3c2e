import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Route } from '#kernel/route.ts'
import type { Site } from '#kernel/site.ts'
import { addressMark, secretHash, secretLink, withSecret } from '#platform/secret-link'
import type { CatalogueHouse } from '../../house.ts'
import { shownIn } from '../../house.ts'
import { routes } from '../../routes.ts'
import {
  confirmOfSecret,
  deleteSubscription,
  insertSubscription,
  type Rhythm,
  type Subscription,
  type SubscriptionKind,
  setRhythm,
  subscriptionOfSecret,
} from '../../store/subscription-store.ts'
import type { CatalogueTables } from '../../store/tables.ts'
import { addressFor, sendLetter, wordsIn } from './letter.ts'
import { mayWriteTo } from './slow-down.ts'

/** What somebody wants to be told about. */
export interface Wanted {
  readonly kind: SubscriptionKind
  readonly subject: string
  readonly label: string
  readonly rhythm: Rhythm
  readonly email: string
  readonly lang: string
  readonly author?: boolean
}

/** The connection that speaks for a site's public pages. */
export const publicDb = (house: Pick<CatalogueHouse, 'database' | 'sites'>, site: Site): Kysely<CatalogueTables> =>
  house.database.within({ tenant: site.id, readable: shownIn(site, house.sites()) })

/** Links of a subscription, made anew for every mail. */
export function subscriptionLinks(house: Pick<CatalogueHouse, 'config'>, site: Site, id: string) {
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, 'catalogue/subscription', id)
  const at = (route: Route) => addressFor(house, site, route, { token })
  return { hash, manage: at(routes.subscription), end: at(routes.endSubscription) }
}

/**
 * Keeps the wish to be told and writes the one mail that asks whether the address wants it. Nothing else is sent until its button
 * is pressed. Whether the address is known is told to nobody. The mail is queued with the row, or neither is there.
 */
export async function subscribe(house: CatalogueHouse, site: Site, wanted: Wanted): Promise<void> {
  const mark = addressMark(house.config.ALLMENDE_SECRET, 'catalogue', wanted.email)
  if (!(await mayWriteTo(house, mark))) return
  const id = randomUUID()
  const { hash, manage } = subscriptionLinks(house, site, id)
  const t = wordsIn(wanted.lang)
  await withSecret(publicDb(house, site), hash, async (trx) => {
    await insertSubscription(trx, {
      id,
      tenant: site.id,
      kind: wanted.kind,
      subject: wanted.subject,
      label: wanted.label.slice(0, 200),
      rhythm: wanted.rhythm,
      lang: wanted.lang,
      author: wanted.author === true,
      email: wanted.email,
      secretHash: hash,
      addressMark: mark,
    })
    await sendLetter(house, trx, {
      site,
      to: wanted.email,
      lang: wanted.lang,
      subject: t('catalogue.letter.confirm.subject', { label: wanted.label }),
      paragraphs: [
        t(`catalogue.letter.confirm.${wanted.kind}`, { label: wanted.label, name: site.name }),
        t('catalogue.letter.confirm.how'),
      ],
      ways: [{ text: t('catalogue.letter.confirm.way'), href: manage }],
      reason: t('catalogue.letter.confirm.reason', { name: site.name }),
      validUntil: new Date(house.now().getTime() + 7 * 86_400_000),
    })
  })
}

/** The subscription behind a secret link; looking changes nothing. */
export async function findSubscription(house: CatalogueHouse, site: Site, token: string): Promise<Subscription | undefined> {
  const hash = secretHash(token)
  return hash ? withSecret(publicDb(house, site), hash, (trx) => subscriptionOfSecret(trx, site.id, hash)) : undefined
}

/** The pressed button of the first mail; pressed again it changes nothing. */
export async function confirm(house: CatalogueHouse, site: Site, token: string): Promise<Subscription | undefined> {
  const hash = secretHash(token)
  return hash ? confirmOfSecret(house.database.system, site.id, hash, house.now()) : undefined
}

/** Another rhythm, or the end. False when there is no such subscription: who ends twice is told it is over. */
export async function changeSubscription(
  house: CatalogueHouse,
  site: Site,
  token: string,
  change: Rhythm | 'end',
): Promise<boolean> {
  const hash = secretHash(token)
  if (!hash) return false
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const found = await subscriptionOfSecret(trx, site.id, hash)
    if (!found) return false
    if (change === 'end') await deleteSubscription(trx, found.id)
    else await setRhythm(trx, found.id, change)
    return true
  })
}
