import { type Answer, body, type Visit } from '#platform/http'
import { type OgcLink, profiles } from '#standards/ogc-records'
import type { ParameterFault } from './question.ts'
import { routes } from './routes.ts'

/** Everybody may read from everywhere. */
export const open = { 'access-control-allow-origin': '*', vary: 'Accept, Accept-Encoding' }
export const collectionId = 'datasets'
const geojson = 'application/geo+json'

/** The form that was asked for: by `f`, else by the Accept header; undefined where `f` names none of ours. */
export function formOf(visit: Visit): 'json' | 'html' | undefined {
  const asked = visit.query.get('f')
  if (asked === 'json' || asked === 'geojson') return 'json'
  if (asked === 'html') return 'html'
  if (asked) return undefined
  return visit.accepts(['application/json', geojson, 'application/schema+json', 'text/html']) === 'text/html' ? 'html' : 'json'
}

type Name = keyof typeof routes
/** Address of a resource of this interface. */
export const at = (
  visit: Visit,
  name: Name,
  params: Record<string, string> = {},
  query: Record<string, string | number | undefined> = {},
) => visit.address(visit.site, routes[name], { collection: collectionId, ...params }, query)

/** `self` and `alternate` of this very resource; the query is kept. */
export function ownLinks(visit: Visit, type: string): OgcLink[] {
  const query = new URLSearchParams(visit.query)
  const here = (form: string) => {
    query.set('f', form)
    return `${visit.address(visit.site, visit.route, visit.params)}?${query}`
  }
  const html = formOf(visit) === 'html'
  return [
    { rel: html ? 'alternate' : 'self', type, href: here('json'), title: 'JSON' },
    { rel: html ? 'self' : 'alternate', type: 'text/html', href: here('html'), title: 'HTML' },
  ]
}

/** JSON with the links of the answer in its header, too. */
export function jsonAnswer(value: { links?: readonly OgcLink[] } & object, type = 'application/json', status = 200): Answer {
  const told = (value.links ?? []).filter(({ rel }) =>
    ['self', 'alternate', 'next', 'prev', 'collection', 'profile'].includes(rel),
  )
  const link = told.map(({ href, rel, type: form }) => `<${href}>; rel="${rel}"${form ? `; type="${form}"` : ''}`).join(', ')
  return body(`${type}; charset=utf-8`, JSON.stringify(value), { ...open, ...(link ? { link } : {}) }, status)
}

export const geoJsonAnswer = (value: { links?: readonly OgcLink[] } & object): Answer => jsonAnswer(value, geojson)
export const profileLink = (name: keyof typeof profiles): OgcLink => ({ href: profiles[name], rel: 'profile' })

/** RFC 9457: which parameter is wrong, and why. */
export function refused(visit: Visit, faults: readonly ParameterFault[]): Answer {
  return body(
    'application/problem+json; charset=utf-8',
    JSON.stringify({
      type: `${visit.origin}/fehler#ogc-records/parameter`,
      title: 'A parameter cannot be read',
      status: 400,
      detail: faults.map((one) => `${one.field}: ${one.message}`).join('; '),
      errors: faults,
    }),
    { ...open, 'cache-control': 'no-store' },
    400,
  )
}
