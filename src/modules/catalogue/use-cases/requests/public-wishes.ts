import { dayOf } from '#kernel/clock.ts'
import type { Site } from '#kernel/site.ts'
import type { CatalogueHouse } from '../../house.ts'
import { numberOf, type Outcome } from '../../model/request.ts'
import { countRequests, listRequests, type RequestFilter, type RequestSort } from '../../store/request-list.ts'
import type { RequestPost, RequestRow } from '../../store/request-rows.ts'
import { lastAnswers } from '../../store/request-store.ts'
import { publicDb } from './subscribe.ts'

/** A wish as machines get it: what its page shows and nothing else. */
export interface PublicWish {
  readonly id: string
  readonly number: string
  readonly tenant: string
  readonly title: string
  readonly purpose: string
  readonly lang: string
  readonly state: 'open' | 'answered'
  readonly joined: number
  readonly received: string
  readonly due: string
  readonly changedAt: Date
  readonly answer?: {
    readonly outcome: Outcome
    readonly text: string
    readonly law?: string
    readonly link?: string
    readonly dataset?: { readonly tenant: string; readonly slug: string }
    readonly plannedUntil?: string
    readonly office?: string
    readonly at: Date
  }
}

function publicWish(row: RequestRow, answer: RequestPost | undefined): PublicWish {
  return {
    id: row.id,
    number: numberOf(row),
    tenant: row.tenant,
    title: row.title,
    purpose: row.body,
    lang: row.lang,
    state: row.state === 'answered' ? 'answered' : 'open',
    joined: row.joined,
    received: dayOf(row.createdAt),
    due: row.dueOn,
    changedAt: row.changedAt,
    ...(answer?.outcome
      ? {
          answer: {
            outcome: answer.outcome,
            text: answer.body,
            ...(answer.law ? { law: answer.law } : {}),
            ...(answer.href ? { link: answer.href } : {}),
            ...(answer.dataset ? { dataset: { tenant: answer.dataset.tenant, slug: answer.dataset.slug } } : {}),
            ...(answer.plannedUntil ? { plannedUntil: answer.plannedUntil } : {}),
            ...(answer.office ? { office: answer.office } : {}),
            at: answer.at,
          },
        }
      : {}),
  }
}

/** Published wishes of a view after a key, with their last answers: three questions to the database, whatever the number. */
export async function publicWishes(
  house: CatalogueHouse,
  site: Site,
  list: { filter: RequestFilter; sort: RequestSort; after?: string },
  limit: number,
): Promise<{ total: number; wishes: PublicWish[]; next?: string }> {
  const db = publicDb(house, site)
  const [rows, total] = await Promise.all([
    listRequests(db, list.filter, list.sort, list.after, limit + 1),
    countRequests(db, list.filter),
  ])
  const shown = rows.slice(0, limit)
  const answers = await lastAnswers(
    db,
    shown.filter((row) => row.state === 'answered').map((row) => row.id),
  )
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { total, wishes: shown.map((row) => publicWish(row, answers.get(row.id))), ...(last ? { next: last.id } : {}) }
}
