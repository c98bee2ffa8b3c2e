import { isIdInAnyCase } from '#kernel/id.ts'
import { type Answer, body, type Handler, handler, page, problem, redirect, type Visit } from '#platform/http'
import { type CatalogueHouse, storeOf } from '../../house.ts'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import type { WithBeside } from '../../store/record-memory.ts'
import { type ExportFormat, graphOf, ownHead, writeRdf } from '../../use-cases/export-catalogue.ts'
import { datasetView } from './dataset-page.tsx'
import { gather, qualityToday } from './gather.ts'
import { metadataView } from './metadata-page.tsx'
import { wantedForm } from './negotiate.ts'
import { rdfAnswer, rdfTombstone } from './rdf-answer.ts'
import { serveFile } from './serve-file.ts'
import { tombstoneView } from './tombstone.tsx'
import { wholeTable } from './whole-table.tsx'

/** The record at a slug, or the answer that stands for it: moved, withdrawn, never there. `again` gives the address of this page for another slug. */
async function find(
  house: CatalogueHouse,
  visit: Visit,
  slug: string,
  form: ExportFormat | undefined,
  again: (slug: string) => string,
): Promise<WithBeside | Answer> {
  const store = storeOf(house, visit.site)
  const resource = await store.withBeside(slug, visit.actor.person !== undefined)
  if (resource?.state === 'published') return resource
  if (resource?.state === 'withdrawn') return gone(resource, form, visit)
  const moved = await store.formerSlug(slug)
  if (moved) return redirect(again(moved), 301)
  return problem({
    status: 404,
    id: 'catalogue/no-dataset',
    title: visit.t('catalogue.nodataset.title'),
    detail: visit.t('catalogue.nodataset.detail'),
  })
}

/** 410 in the form that was asked for. */
function gone(resource: StoredResource, form: ExportFormat | undefined, visit: Visit): Answer | Promise<Answer> {
  if (form) return rdfTombstone(resource, form, visit, visit.address(visit.site, routes.dataset, { slug: resource.slug }))
  if (visit.accepts(['text/html', 'application/problem+json', 'application/json']) === 'text/html')
    return page(tombstoneView(resource, visit), 410)
  const date = (resource.withdrawnAt ?? resource.changedAt).toISOString()
  return problem({
    status: 410,
    id: 'catalogue/withdrawn',
    title: visit.t('catalogue.gone.pre'),
    detail: [visit.t('catalogue.gone.lead', { date }), resource.withdrawnReason].filter(Boolean).join(' '),
  })
}

const isAnswer = <Found extends StoredResource>(found: Found | Answer): found is Answer => !('record' in found)

async function showDataset(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const { stem: slug, form } = wantedForm(visit, visit.params.slug ?? '')
  const suffix = visit.params.slug === slug ? '' : `.${form}`
  const found = await find(house, visit, slug, form, (now) => visit.to(routes.dataset, { slug: now + suffix }))
  if (isAnswer(found)) return found
  if (form) return rdfAnswer(found, form, visit, visit.address(visit.site, routes.dataset, { slug }))
  return page(datasetView(await gather(house, visit, found, found.beside), visit))
}

async function showMetadata(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const found = await find(house, visit, visit.params.slug ?? '', undefined, (slug) => visit.to(routes.quality, { slug }))
  if (isAnswer(found)) return found
  const notes = found.source === null ? [] : await storeOf(house, visit.site).notesOf(found.record.uri)
  const pieces: string[] = []
  for await (const piece of writeRdf('ttl', [graphOf(found, ownHead(visit.site, visit.origin).uri)])) pieces.push(piece)
  const turtle = pieces.join('')
  return page(
    metadataView(
      {
        resource: found,
        quality: qualityToday(found, visit.now),
        notes,
        turtle: turtle.length > 200_000 ? `${turtle.slice(0, 200_000)}\n# ...` : turtle,
      },
      visit,
    ),
  )
}

/** The persistent address: leads to the page, or to the RDF form that the Accept header asks for. */
async function showById(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const { stem: id, form } = wantedForm(visit, visit.params.id ?? '')
  const found = isIdInAnyCase(id) ? await storeOf(house, visit.site).byId(id) : undefined
  const site = found && visit.sites.byId(found.tenant)
  if (!found || !site)
    return problem({
      status: 404,
      id: 'catalogue/no-dataset',
      title: visit.t('catalogue.nodataset.title'),
      detail: visit.t('catalogue.nodataset.detail'),
    })
  const location = visit.toSite(site, routes.dataset, { slug: form ? `${found.slug}.${form}` : found.slug })
  return body(
    'text/plain; charset=utf-8',
    `${location}\n`,
    { location, vary: 'Accept', 'cache-control': 'no-cache', 'access-control-allow-origin': '*' },
    303,
  )
}

/** Dataset page, its metadata, its files, and the persistent address. */
export const datasetHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.dataset, (visit) => showDataset(house, visit)),
  handler(routes.quality, (visit) => showMetadata(house, visit)),
  handler(routes.file, (visit) => serveFile(house, visit)),
  handler(routes.preview, (visit) => wholeTable(house, visit), { perMinute: 120 }),
  handler(routes.id, (visit) => showById(house, visit)),
]
