import { dayOf } from '#kernel/clock.ts'
import type { Visit } from '#platform/http'
import { shownIn } from '../../house.ts'
import { formatOf } from '../../known-formats.ts'
import type { Stand } from '../../store/procedure-store.ts'

const stands: Readonly<Record<string, Stand>> = { laufend: 'running', kommend: 'coming', beendet: 'over' }
const views = ['kalender', 'karte'] as const

/** What the address of the overview asks for; what is unknown in it is left aside. */
export interface AskedOverview {
  /** '' is the list. */
  readonly view: '' | (typeof views)[number]
  /** As the address names it. */
  readonly stand: string
  readonly standIs: Stand | undefined
  readonly format: string | undefined
  readonly text: string
  readonly after: string | undefined
  /** Slug of a place below this site, and the tenants that belong to it. */
  readonly place: string | undefined
  readonly tenants: readonly string[] | undefined
  readonly theme: string | undefined
  /** `2026-11`, for the calendar. */
  readonly month: string
}

/** Reads view, filters and month from the address. */
export function readOverview(visit: Pick<Visit, 'query' | 'site' | 'sites' | 'now'>): AskedOverview {
  const { query, site, sites, now } = visit
  const stand = query.get('stand') ?? ''
  const standIs = Object.hasOwn(stands, stand) ? stands[stand] : undefined
  const place = sites.bySlug(query.get('ort') ?? '')
  const below = place && site.within.includes(place.id) ? place : undefined
  const shown = shownIn(site, sites)
  return {
    view: views.find((one) => one === query.get('ansicht')) ?? '',
    stand: standIs ? stand : '',
    standIs,
    format: formatOf(query.get('format') ?? '')?.id,
    text: (query.get('q') ?? '').trim().slice(0, 100),
    after: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(query.get('nach') ?? '')?.[0],
    place: below?.slug,
    tenants: below && shown.filter((id) => below.within.includes(id)),
    theme: /^[A-Z]{4}$/.exec(query.get('thema') ?? '')?.[0],
    month: /^(20\d{2})-(0[1-9]|1[0-2])$/.exec(query.get('monat') ?? '')?.[0] ?? dayOf(now).slice(0, 7),
  }
}

/** The filters as a query again, with what shall be different. */
export const overviewQuery = (asked: AskedOverview, change: Record<string, string> = {}): Record<string, string> => ({
  ansicht: asked.view,
  q: asked.text,
  stand: asked.stand,
  format: asked.format ?? '',
  ort: asked.place ?? '',
  thema: asked.theme ?? '',
  ...change,
})
