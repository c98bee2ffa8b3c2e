import { type Query, queryString } from '#kernel/route.ts'
import type { Visit } from '#platform/http'
import { titleOf } from '#standards/dcat-ap-de'
import { type CatalogueHouse, storeOf } from '../../house.ts'
import { readNumber } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import { publisherNames } from '../../store/queries/publishers.ts'
import { publicRequest } from '../../store/request-store.ts'
import type { SubscriptionKind } from '../../store/subscription-store.ts'
import { publicDb } from '../../use-cases/requests/subscribe.ts'
import { facetParams, readSearch, searchParams } from '../../use-cases/search-data.ts'
import { nameOf } from '../wishes/request-words.ts'

/** What can be followed, as its address names it. */
export const arts = { datensatz: 'dataset', suche: 'search', herausgeber: 'publisher', anliegen: 'request' } as const
export type Art = keyof typeof arts

/** Something that can be followed, found. */
export interface Followed {
  readonly kind: SubscriptionKind
  readonly subject: string
  readonly label: string
  /** Back to it. */
  readonly href: string
  readonly feed?: string
}

/** A search by its parameters in order, without order and page: the same search is the same subscription. */
export const searchSubject = (params: Query): string => queryString({ ...params, sort: undefined, seite: undefined })

function followedSearch(visit: Visit, was: string): Followed | undefined {
  const read = readSearch(new URLSearchParams(was), visit.site, visit.sites)
  if (!read.ok || was.length > 2000) return undefined
  const params = searchParams({ ...read.value, sort: 'relevance', page: 1 }, visit.site)
  const subject = searchSubject(params)
  const more = Object.keys(Object.fromEntries(new URLSearchParams(subject))).filter((key) => key !== 'q').length
  const { text } = read.value
  const label = text
    ? visit.t(more > 0 ? 'catalogue.subscribe.search.more' : 'catalogue.subscribe.search.words', {
        words: text.slice(0, 80),
        count: more,
      })
    : visit.t(more > 0 ? 'catalogue.subscribe.search.filters' : 'catalogue.subscribe.search.all', { name: visit.site.name })
  return { kind: 'search', subject, label, href: visit.to(routes.search, {}, params), feed: visit.to(routes.atom, {}, params) }
}

async function followedPublisher(house: CatalogueHouse, visit: Visit, slug: string): Promise<Followed | undefined> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return undefined
  const names = await publisherNames(publicDb(house, visit.site), storeOf(house, visit.site).scope, slug)
  const [first] = names
  return first
    ? {
        kind: 'publisher',
        subject: slug,
        label: first.publisher,
        href: visit.to(routes.publisher, { slug }),
        feed: visit.to(routes.atom, {}, { [facetParams.publisher]: names.map((one) => one.publisher) }),
      }
    : undefined
}

/** Finds what somebody wants to follow; undefined for what is not there. */
export async function findFollowed(house: CatalogueHouse, visit: Visit, art: string, was: string): Promise<Followed | undefined> {
  if (art === 'suche') return followedSearch(visit, was)
  if (art === 'herausgeber') return followedPublisher(house, visit, was)
  if (art === 'datensatz') {
    const found = await storeOf(house, visit.site).bySlug(was)
    return found?.state === 'published'
      ? {
          kind: 'dataset',
          subject: found.id,
          label: titleOf(found.record, visit.lang),
          href: visit.to(routes.dataset, { slug: found.slug }),
        }
      : undefined
  }
  const number = art === 'anliegen' ? readNumber(was) : undefined
  const wish =
    number?.kind === 'wish'
      ? await publicRequest(publicDb(house, visit.site), visit.site.id, 'wish', number.year, number.number)
      : undefined
  return wish
    ? {
        kind: 'request',
        subject: wish.id,
        label: `${nameOf(wish)}: ${wish.title}`,
        href: visit.to(routes.wish, { number: nameOf(wish) }),
      }
    : undefined
}
