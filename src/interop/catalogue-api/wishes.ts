import { type CatalogueHouse, catalogueRoutes, type PublicWish, publicWishes, readWishList } from '#catalogue'
import { type Answer, json, problem, type Visit } from '#platform/http'
import { routes } from './routes.ts'
import { wishParameters } from './schema.ts'

const open = { 'access-control-allow-origin': '*' }

function apiWish(visit: Visit, wish: PublicWish) {
  const owner = visit.sites.byId(wish.tenant) ?? visit.site
  const { answer, changedAt, tenant, ...rest } = wish
  const made = answer?.dataset ? visit.sites.byId(answer.dataset.tenant) : undefined
  return {
    ...rest,
    tenant: owner.slug,
    page: visit.address(owner, catalogueRoutes.wish, { number: wish.number }),
    changedAt: changedAt.toISOString(),
    ...(answer
      ? {
          answer: {
            ...answer,
            at: answer.at.toISOString(),
            dataset:
              made && answer.dataset ? visit.address(made, catalogueRoutes.dataset, { slug: answer.dataset.slug }) : undefined,
          },
        }
      : {}),
  }
}

const refused = (visit: Visit, fields: { field: string; message: string }[]): Answer =>
  problem({
    status: 400,
    id: 'catalogue-api/parameter',
    title: visit.t('catalogue.wish.fault.title'),
    detail: fields.map((one) => `${one.field}: ${one.message}`).join('; '),
    fields,
  })

/** The list of wishes as JSON: parameters under the names of the interface, read by the reader of the page. */
export async function wishes(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const params = new URLSearchParams()
  const faults: { field: string; message: string }[] = []
  for (const [name, value] of visit.query) {
    const known = wishParameters.find((one) => one.name === name)
    if (!known) {
      faults.push({
        field: name.slice(0, 80),
        message: `unknown parameter; known: ${wishParameters.map((one) => one.name).join(', ')}`,
      })
      continue
    }
    const meant = known.values ? (Object.hasOwn(known.values, value) ? known.values[value] : undefined) : value
    if (meant === undefined) faults.push({ field: name, message: `one of: ${Object.keys(known.values ?? {}).join(', ')}` })
    else params.set(known.page, meant)
  }
  if (faults.length > 0) return refused(visit, faults)
  const read = readWishList({ ...visit, query: params })
  if (!read.ok)
    return refused(
      visit,
      read.error.map((page) => ({
        field: wishParameters.find((one) => one.page === page)?.name ?? page,
        message: visit.t('catalogue.wish.fault.field', { field: page }),
      })),
    )
  const found = await publicWishes(house, visit.site, read.value, 50)
  const next = new URLSearchParams(visit.query)
  if (found.next) next.set('after', found.next)
  return json(
    {
      total: found.total,
      ...(found.next ? { next: `${visit.address(visit.site, routes.wishes)}?${next}` } : {}),
      wishes: found.wishes.map((wish) => apiWish(visit, wish)),
    },
    open,
  )
}
