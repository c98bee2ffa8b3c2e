import { randomUUID } from 'node:crypto'
import { dayOf } from '#kernel/clock.ts'
import type { Site } from '#kernel/site.ts'
import { wordStems } from '#platform/search'
import { secretLink, withSecret } from '#platform/secret-link'
import type { CatalogueHouse } from '../../house.ts'
import { lookFirst } from '../../model/look-first.ts'
import { dueOn, numberOf, type RequestDraft, type RequestKind } from '../../model/request.ts'
import { insertRequest, requestEvent } from '../../store/request-store.ts'
import { publicDb, subscribe } from './subscribe.ts'

/** What whoever handed something in gets in return. */
export interface Receipt {
  readonly id: string
  /** `DW-2026-0007`. */
  readonly number: string
  /** The secret part of the link to follow, correct and withdraw it. */
  readonly token: string
  /** Staff looks at it first. */
  readonly waits: boolean
}

/** Keeps a wish, or a remark on a dataset (`resource`), under its number. It is shown at once unless something in it makes staff look first. */
export async function handIn(
  house: CatalogueHouse,
  site: Site,
  kind: RequestKind,
  draft: RequestDraft,
  more: { lang: string; resource?: { id: string; title: string } },
): Promise<Receipt> {
  const id = randomUUID()
  const at = house.now()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, 'catalogue/request', id)
  const findings = lookFirst(draft.title, draft.body, draft.place ?? '')
  const year = Number(dayOf(at).slice(0, 4))
  const number = await withSecret(publicDb(house, site), hash, async (trx) => {
    const given = await insertRequest(trx, {
      id,
      tenant: site.id,
      kind,
      year,
      state: findings.length > 0 ? 'waiting' : 'open',
      title: draft.title,
      body: draft.body,
      place: draft.place,
      resource: more.resource?.id,
      stems: wordStems(`${draft.title} ${draft.body}`),
      findings,
      secretHash: hash,
      lang: more.lang,
      dueOn: dueOn(at),
      at,
    })
    await requestEvent(trx, site.id, id, 'handed-in')
    return given
  })
  const name = numberOf({ kind, year, number })
  if (draft.email)
    await subscribe(house, site, {
      kind: 'request',
      subject: id,
      label: `${name}${draft.title || more.resource?.title ? `: ${draft.title || more.resource?.title}` : ''}`,
      rhythm: 'immediate',
      email: draft.email,
      lang: more.lang,
      author: true,
    })
  return { id, number: name, token, waits: findings.length > 0 }
}
