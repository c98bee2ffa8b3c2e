import {
  type CatalogueHouse,
  catalogueRoutes,
  type ExportFormat,
  exportCatalogue,
  exportFormats,
  graphOf,
  mediaTypes,
  ownHead,
  pageOfRecords,
  storeOf,
  writeRdf,
} from '#catalogue'
import { type Answer, type Handler, handler, problem, redirect, stream, type Visit } from '#platform/http'
import { encodeCatalogue } from '#standards/dcat-ap-de'
import { hydraView } from './hydra.ts'
import { routes } from './routes.ts'

export { routes as dcatRoutes }

const pageSize = 100
const bySuffix: Readonly<Record<ExportFormat, (typeof routes)[keyof typeof routes]>> = {
  ttl: routes.turtle,
  rdf: routes.rdfXml,
  jsonld: routes.jsonLd,
}

/** A moment in ISO 8601, or the fault. */
function since(visit: Visit): Date | undefined | 'bad' {
  const text = visit.query.get('modified_since')
  if (!text) return undefined
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? 'bad' : new Date(time)
}

const badParameter = (field: string, message: string): Answer =>
  problem({
    status: 400,
    id: 'dcat/parameter',
    title: 'A parameter cannot be read',
    detail: message,
    fields: [{ field, message }],
  })

async function onePage(house: CatalogueHouse, visit: Visit, format: ExportFormat): Promise<Answer> {
  const changed = since(visit)
  if (changed === 'bad')
    return badParameter(
      'modified_since',
      'modified_since wants a date or a moment, for example 2026-11-01 or 2026-11-01T00:00:00Z',
    )
  const text = visit.query.get('page') ?? '1'
  const number = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0
  if (number === 0) return badParameter('page', 'page counts from 1')
  const store = storeOf(house, visit.site)
  const total = await store.count(changed)
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (number > last) return badParameter('page', `there are ${last} pages`)
  const records = await pageOfRecords(house, visit.site, changed ? { changed: { from: changed } } : { all: [] }, {
    sort: [],
    offset: (number - 1) * pageSize,
    limit: pageSize,
  })
  const head = ownHead(visit.site, visit.origin)
  const heads = await store.heads()
  const address = (page: number) =>
    visit.address(visit.site, bySuffix[format], {}, { page, modified_since: visit.query.get('modified_since') ?? undefined })
  const graphs = [
    [...encodeCatalogue(head), ...hydraView({ collection: head.uri, page: number, last, total, size: pageSize, address })],
    ...heads.map(({ head: one, catalogs }) => encodeCatalogue(one, { catalogs })),
    ...records.map((one) => graphOf(one, head.uri)),
  ]
  const links = [
    number > 1 ? `<${address(1)}>; rel="first"` : '',
    number > 1 ? `<${address(number - 1)}>; rel="prev"` : '',
    number < last ? `<${address(number + 1)}>; rel="next"` : '',
    `<${address(last)}>; rel="last"`,
  ].filter(Boolean)
  return stream(`${mediaTypes[format]}; charset=utf-8`, writeRdf(format, graphs), {
    ...open,
    link: links.join(', '),
    vary: 'Accept',
  })
}

const open = { 'access-control-allow-origin': '*' }

/** The counter where catalogues are fetched: DCAT-AP.de in three forms, Hydra pages of 100. */
export const dcatHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.catalogue, (visit) => {
    const wanted = visit.accepts([...Object.values(mediaTypes), 'text/html'])
    const format = exportFormats.find((one) => mediaTypes[one] === wanted)
    return format
      ? redirect(visit.to(bySuffix[format], {}, Object.fromEntries(visit.query)), 303)
      : redirect(visit.to(catalogueRoutes.search), 303)
  }),
  ...exportFormats.map((format) => handler(bySuffix[format], (visit) => onePage(house, visit, format))),
  handler(routes.whole, (visit) => {
    const format = exportFormats.find((one) => one === visit.params.format)
    if (!format) return problem({ status: 404, id: 'platform/not-found', title: '' })
    return stream(
      `${mediaTypes[format]}; charset=utf-8`,
      exportCatalogue(storeOf(house, visit.site), visit.site, format, visit.origin),
      { ...open, 'content-disposition': `inline; filename="${visit.site.slug}.${format}"` },
    )
  }),
]
