import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { dayOf } from '#kernel/clock.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { oneLine, severalLines } from '#kernel/text.ts'
import type { CatalogueHouse } from '../../house.ts'
import { longest, type Outcome, outcomesOf, type RequestFault } from '../../model/request.ts'
import { recordBySlug } from '../../store/request-records.ts'
import type { StaffRequestRow } from '../../store/request-rows.ts'
import {
  insertPost,
  requestEvent,
  setAnswered,
  setAssigned,
  setDataset,
  setState,
  staffRequest,
} from '../../store/request-store.ts'
import type { CatalogueTables } from '../../store/tables.ts'
import { noteAct } from './note-act.ts'
import { wakeNews } from './wake-news.ts'

/** Who acts for the tenant. */
export interface Clerk {
  readonly id: string
  readonly name: string
}

type Acted = Result<true, 'gone' | 'not-now' | readonly RequestFault[]>

/** The connection of those who work for a site. */
export const staffDb = (house: Pick<CatalogueHouse, 'database'>, site: Site): Kysely<CatalogueTables> =>
  house.database.within({ tenant: site.id, readable: [site.id], staff: true })

/** Acts after which somebody is to be told. */
const wakes: ReadonlySet<string> = new Set(['answer-request', 'ask-request', 'hide-request'])

/** Runs an act on a request that nobody else may act on meanwhile, and notes it in the log of acts. */
function act(
  house: CatalogueHouse,
  site: Site,
  clerk: Clerk,
  id: string,
  name: string,
  work: (trx: Transaction<CatalogueTables>, request: StaffRequestRow) => Promise<Acted>,
): Promise<Acted> {
  return staffDb(house, site)
    .transaction()
    .execute(async (trx): Promise<Acted> => {
      const request = await staffRequest(trx, site.id, id, true)
      if (!request) return fail('gone')
      const done = await work(trx, request)
      if (done.ok && wakes.has(name)) await wakeNews(house, trx)
      if (done.ok) await noteAct(trx, site, clerk, name, request)
      return done
    })
}

/** Publishes what waited for a look. */
export const publishRequest = (house: CatalogueHouse, site: Site, clerk: Clerk, id: string): Promise<Acted> =>
  act(house, site, clerk, id, 'publish-request', async (trx) => {
    if (!(await setState(trx, site.id, id, ['waiting', 'hidden'], 'open', house.now()))) return fail('not-now')
    await requestEvent(trx, site.id, id, 'published')
    return ok(true)
  })

/** Does not publish it, or takes it down again; the author reads why. */
export const hideRequest = (house: CatalogueHouse, site: Site, clerk: Clerk, id: string, reason: string): Promise<Acted> =>
  act(house, site, clerk, id, 'hide-request', async (trx) => {
    const body = severalLines(reason)
    if (!body) return fail([{ field: 'reason', fault: 'missing' }])
    if (body.length > longest.answer) return fail([{ field: 'reason', fault: 'long' }])
    if (!(await setState(trx, site.id, id, ['waiting', 'open', 'answered'], 'hidden', house.now()))) return fail('not-now')
    await insertPost(trx, {
      id: randomUUID(),
      tenant: site.id,
      request: id,
      kind: 'question',
      body,
      person: clerk.id,
      at: house.now(),
    })
    return ok(true)
  })

/** Gives it to a person or an office to look after; without both to nobody. */
export const assignRequest = (
  house: CatalogueHouse,
  site: Site,
  clerk: Clerk,
  id: string,
  to: { person?: Clerk; office?: string },
): Promise<Acted> =>
  act(house, site, clerk, id, 'assign-request', async (trx) => {
    const name = oneLine(to.office ?? to.person?.name ?? '')
    if (name.length > longest.office) return fail([{ field: 'office', fault: 'long' }])
    await setAssigned(trx, site.id, id, { person: to.person?.id, name: name || undefined })
    return ok(true)
  })

/** Asks the author something, or leaves a note for colleagues. */
export const writeUnder = (
  house: CatalogueHouse,
  site: Site,
  clerk: Clerk,
  id: string,
  kind: 'question' | 'note',
  text: string,
): Promise<Acted> =>
  act(house, site, clerk, id, kind === 'note' ? 'note-request' : 'ask-request', async (trx) => {
    const body = severalLines(text)
    if (!body) return fail([{ field: 'body', fault: 'missing' }])
    if (body.length > longest.answer) return fail([{ field: 'body', fault: 'long' }])
    await insertPost(trx, { id: randomUUID(), tenant: site.id, request: id, kind, body, person: clerk.id, at: house.now() })
    return ok(true)
  })

/** An answer as it is typed. */
export interface AnswerDraft {
  readonly outcome: string
  readonly body: string
  readonly law: string
  readonly href: string
  /** Slug of a dataset of this tenant. */
  readonly dataset: string
  /** `2027-03-31`. */
  readonly until: string
  readonly office: string
}

interface CheckedAnswer {
  readonly outcome: Outcome
  readonly body: string
  readonly law?: string
  readonly href?: string
  readonly until?: string
  readonly office?: string
}

const webAddress = (text: string): string | undefined => {
  const url = /^https?:\/\/[^\s/]/i.test(text) ? URL.parse(text) : null
  return url && /^https?:$/.test(url.protocol) && !url.username ? url.href : undefined
}

/** Reads an answer; every fault names its field. A No needs its reason, a No by law the law, a plan its day. */
export function readAnswer(kind: 'wish' | 'remark', draft: AnswerDraft, today: string): Result<CheckedAnswer, RequestFault[]> {
  const faults: RequestFault[] = []
  const outcome = outcomesOf(kind).find((one) => one === draft.outcome)
  const body = severalLines(draft.body)
  const law = oneLine(draft.law)
  const link = draft.href.trim()
  const office = oneLine(draft.office)
  if (!outcome) faults.push({ field: 'outcome', fault: 'missing' })
  // Only a dataset that is there speaks for itself.
  if (!body && !(outcome === 'published' && draft.dataset)) faults.push({ field: 'body', fault: 'missing' })
  if (body.length > longest.answer) faults.push({ field: 'body', fault: 'long' })
  if (outcome === 'not-allowed' && !law) faults.push({ field: 'law', fault: 'missing' })
  if (law.length > longest.law) faults.push({ field: 'law', fault: 'long' })
  if (outcome === 'published' && !draft.dataset && !link) faults.push({ field: 'dataset', fault: 'missing' })
  const href = link ? webAddress(link) : undefined
  if (link && (!href || link.length > longest.href)) faults.push({ field: 'href', fault: 'invalid' })
  const until = draft.until.trim()
  if (outcome === 'planned') {
    if (!until) faults.push({ field: 'until', fault: 'missing' })
    else if (!/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(until) || Number.isNaN(Date.parse(until)))
      faults.push({ field: 'until', fault: 'invalid' })
    else if (until < today) faults.push({ field: 'until', fault: 'past' })
  }
  if (office.length > longest.office) faults.push({ field: 'office', fault: 'long' })
  if (faults.length > 0 || !outcome) return fail(faults)
  return ok({
    outcome,
    body,
    ...(outcome === 'not-allowed' ? { law } : {}),
    ...(href ? { href } : {}),
    ...(outcome === 'planned' ? { until } : {}),
    ...(office ? { office } : {}),
  })
}

/** Answers in public. Whoever gave an address is told by the job that follows what happens; a later answer stands under the first. */
export const answerRequest = (house: CatalogueHouse, site: Site, clerk: Clerk, id: string, draft: AnswerDraft): Promise<Acted> =>
  act(house, site, clerk, id, 'answer-request', async (trx, request) => {
    const read = readAnswer(request.kind, draft, dayOf(house.now()))
    if (!read.ok) return read
    if (request.state !== 'open' && request.state !== 'answered') return fail('not-now')
    const slug = draft.dataset.trim()
    const dataset = slug ? await recordBySlug(trx, site.id, slug) : undefined
    if (slug && !dataset) return fail([{ field: 'dataset', fault: 'invalid' }])
    const { outcome, body, law, href, until, office } = read.value
    const at = house.now()
    await insertPost(trx, {
      id: randomUUID(),
      tenant: site.id,
      request: id,
      kind: 'answer',
      body,
      outcome,
      law,
      href,
      dataset: dataset?.id,
      plannedUntil: until,
      office: office ?? site.name,
      person: clerk.id,
      at,
    })
    await setAnswered(trx, site.id, id, { outcome, dataset: dataset?.id, plannedUntil: until, at })
    return ok(true)
  })

/** Says which record (a draft, too) is to answer a wish: when it is released, the wish is answered by itself. In the caller's transaction. */
export async function linkWish<Tables>(trx: Kysely<Tables>, tenant: string, wish: string, record: string): Promise<void> {
  await setDataset(trx as unknown as Kysely<CatalogueTables>, tenant, wish, record)
}
