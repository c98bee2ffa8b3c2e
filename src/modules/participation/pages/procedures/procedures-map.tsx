import type { Visit } from '#platform/http'
import { boundsOf, type MapPin, StillMap } from '#ui/components/map/still-map.tsx'
import { routes } from '../../routes.ts'
import type { ListedProcedure } from '../../store/procedure-store.ts'

/** Where a procedure is: its point, or the middle of its area; undefined without one. */
function middleOf({ area }: ListedProcedure): readonly [number, number] | undefined {
  if (!area) return undefined
  if (area.type === 'Point') return area.coordinates
  const box = boundsOf([{ geometry: area }])
  return box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
}

/** The number of each procedure on the map: those with a place, in the order of the list. */
export const numbersOf = (procedures: readonly ListedProcedure[]): ReadonlyMap<string, number> =>
  new Map(procedures.filter((one) => middleOf(one)).map((one, i) => [one.id, i + 1]))

/** Procedures with a place on the outline of the site, numbered as the list below it. */
export function ProceduresMap({ procedures, visit }: { readonly procedures: readonly ListedProcedure[]; readonly visit: Visit }) {
  const { t, site } = visit
  const numbers = numbersOf(procedures)
  const pins = procedures.flatMap((one): MapPin[] => {
    const number = numbers.get(one.id)
    const place = middleOf(one)
    if (!number || !place) return []
    const owner = visit.sites.byId(one.tenant) ?? site
    return [
      { number, title: one.title, lon: place[0], lat: place[1], href: visit.toSite(owner, routes.procedure, { slug: one.slug }) },
    ]
  })
  if (pins.length === 0) return <p>{t('participation.overview.map.none')}</p>
  const within = site.within.flatMap((id) => visit.sites.byId(id) ?? [])
  // The places of a district are drawn where it has no outline of its own.
  const drawn = site.area ? [site] : within
  return (
    <figure class="alm-frame">
      <p class="alm-frame__title">{t('participation.overview.map.title')}</p>
      <div class="alm-map alm-map--plan">
        <StillMap
          ground={drawn.flatMap((one) => (one.area ? [{ kind: 'outline', geometry: one.area } as const] : []))}
          pins={pins}
          description={t('participation.overview.map.description', { count: pins.length })}
        />
      </div>
      <figcaption>{t('participation.overview.map.caption')}</figcaption>
    </figure>
  )
}
