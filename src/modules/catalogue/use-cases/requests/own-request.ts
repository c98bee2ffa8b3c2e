import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { severalLines } from '#kernel/text.ts'
import { wordStems } from '#platform/search'
import { secretHash, withSecret } from '#platform/secret-link'
import type { CatalogueHouse } from '../../house.ts'
import { lookFirst } from '../../model/look-first.ts'
import { longest, type RequestDraft, type RequestFault } from '../../model/request.ts'
import type { RequestPost, RequestRow } from '../../store/request-rows.ts'
import { insertPost, postsOf, requestOfSecret, setState, setText } from '../../store/request-store.ts'
import { publicDb } from './subscribe.ts'

/** A request as its author sees it. */
export interface OwnRequest {
  readonly request: RequestRow
  readonly posts: readonly RequestPost[]
}

/** What stands behind a secret link; undefined when there is nothing. */
export async function ownRequest(house: CatalogueHouse, site: Site, token: string): Promise<OwnRequest | undefined> {
  const hash = secretHash(token)
  if (!hash) return undefined
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const request = await requestOfSecret(trx, site.id, hash)
    return request ? { request, posts: await postsOf(trx, request.id, ['answer', 'question', 'reply']) } : undefined
  })
}

type OwnFault = 'gone' | 'too-late'

/** New words for what was not answered yet; they are looked at like the first ones. */
export async function correctOwn(
  house: CatalogueHouse,
  site: Site,
  token: string,
  draft: RequestDraft,
): Promise<Result<true, OwnFault>> {
  const hash = secretHash(token)
  if (!hash) return fail('gone')
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const request = await requestOfSecret(trx, site.id, hash)
    if (!request) return fail('gone')
    if (request.state !== 'open' && request.state !== 'waiting') return fail('too-late')
    const findings = lookFirst(draft.title, draft.body, draft.place ?? '')
    await setText(trx, site.id, request.id, {
      title: draft.title,
      body: draft.body,
      place: draft.place,
      stems: wordStems(`${draft.title} ${draft.body}`),
      findings,
      // What staff looks at stays with staff: a harmless correction does not publish by itself what was stopped.
      state: findings.length > 0 || request.state === 'waiting' ? 'waiting' : 'open',
      at: house.now(),
    })
    return ok(true)
  })
}

/** Takes a request back: it is public no longer, its words go after 30 days. Withdrawing twice changes nothing. */
export async function withdrawOwn(house: CatalogueHouse, site: Site, token: string): Promise<boolean> {
  const hash = secretHash(token)
  if (!hash) return false
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const request = await requestOfSecret(trx, site.id, hash)
    if (!request) return false
    await setState(trx, site.id, request.id, ['waiting', 'open', 'answered', 'hidden'], 'withdrawn', house.now())
    return true
  })
}

/** The author's answer to a question of staff; only the two of them read it. */
export async function replyOwn(
  house: CatalogueHouse,
  site: Site,
  token: string,
  text: string,
): Promise<Result<true, OwnFault | RequestFault[]>> {
  const hash = secretHash(token)
  const body = severalLines(text)
  if (!body) return fail([{ field: 'body', fault: 'missing' }])
  if (body.length > longest.body) return fail([{ field: 'body', fault: 'long' }])
  if (!hash) return fail('gone')
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const request = await requestOfSecret(trx, site.id, hash)
    if (!request) return fail('gone')
    if (request.state === 'withdrawn' || request.state === 'hidden') return fail('too-late')
    await insertPost(trx, { id: randomUUID(), tenant: site.id, request: request.id, kind: 'reply', body, at: house.now() })
    return ok(true)
  })
}
