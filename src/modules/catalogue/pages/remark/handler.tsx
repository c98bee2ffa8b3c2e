import { type Answer, type Handler, handler, page, problem, redirect, type Visit } from '#platform/http'
import { titleOf } from '#standards/dcat-ap-de'
import { type CatalogueHouse, storeOf } from '../../house.ts'
import { readDraft } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import { handIn } from '../../use-cases/requests/hand-in.ts'
import { slowDown } from '../../use-cases/requests/slow-down.ts'
import { typedOf } from '../wishes/draft-fields.tsx'
import { fileNames, remarkView } from './remark-view.tsx'

async function find(house: CatalogueHouse, visit: Visit): Promise<StoredResource | undefined> {
  const found = await storeOf(house, visit.site).bySlug(visit.params.slug ?? '')
  return found?.state === 'published' ? found : undefined
}

const none = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'catalogue/no-dataset',
    title: visit.t('catalogue.nodataset.title'),
    detail: visit.t('catalogue.nodataset.detail'),
  })

async function show(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const resource = await find(house, visit)
  return resource ? page(remarkView(visit, resource, {}, [])) : none(visit)
}

async function send(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const resource = await find(house, visit)
  if (!resource) return none(visit)
  const { form, lang } = visit
  const typed = typedOf(form, ['file', 'body', 'place', 'email'])
  const read = readDraft('remark', form)
  if (!read.ok) return page(remarkView(visit, resource, typed, read.error), 422)
  const slow = await slowDown(house, 'hand-in', visit.request.ip, form.get('puzzle') ?? '')
  if (slow) return page(remarkView(visit, resource, typed, [], slow), 429)
  const file = fileNames(resource, lang).find((name) => name === typed.file)
  const place = [file, read.value.place].filter(Boolean).join(': ')
  const { token } = await handIn(
    house,
    visit.site,
    'remark',
    { ...read.value, ...(place ? { place } : {}) },
    { lang, resource: { id: resource.id, title: titleOf(resource.record, lang) } },
  )
  return redirect(visit.to(routes.ownRequest, { token }, { neu: 1 }))
}

/** A remark on a dataset. */
export const remarkHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.remark, (visit) => show(house, visit)),
  handler(routes.sendRemark, (visit) => send(house, visit), { perMinute: 120 }),
]
