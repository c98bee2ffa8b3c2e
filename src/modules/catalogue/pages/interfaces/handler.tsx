import { type Answer, type Handler, handler, notFound, page, problem, type Visit } from '#platform/http'
import { titleOf } from '#standards/dcat-ap-de'
import { type CatalogueHouse, storeOf } from '../../house.ts'
import { routes } from '../../routes.ts'
import { readSearch, searchData } from '../../use-cases/search-data.ts'
import { isTable } from '../../use-cases/table-preview.ts'
import { subjectOf } from '../dataset/elsewhere.ts'
import { counterView } from './counter-page.tsx'
import { counterOf } from './counters.ts'
import { type InterfaceExample, interfacesView } from './interfaces-page.tsx'

/** A word of the title that finds the dataset, as it is written there. */
function wordOf(title: string, place: string): string {
  const [subject] = subjectOf(title, [place])
  return title.match(/\p{L}+/gu)?.find((word) => word.toLowerCase() === subject) ?? title
}

/** A dataset of this tenant that the examples can use: the newest open one. */
async function example(house: CatalogueHouse, visit: Visit): Promise<InterfaceExample | undefined> {
  const request = readSearch(new URLSearchParams('sort=neu&offen=1'), visit.site, visit.sites)
  const found = request.ok ? await searchData(house, request.value, { limit: 20, facetLimit: 0 }) : undefined
  const records = found?.ok ? found.value.records : []
  const one = records.find(({ tenant }) => tenant === visit.site.id) ?? records[0]
  const site = one && visit.sites.byId(one.tenant)
  if (!one || !site) return undefined
  const file = (await storeOf(house, site).files(one.slug)).find(isTable)
  const title = titleOf(one.record, visit.lang)
  return {
    id: one.id,
    slug: one.slug,
    title,
    site,
    word: wordOf(title, site.name),
    ...(file ? { file: file.name } : {}),
  }
}

async function show(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const [total, shown] = await Promise.all([storeOf(house, visit.site).count(), example(house, visit)])
  return page(interfacesView(visit, total, shown))
}

async function help(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const counter = counterOf(visit)
  if (!counter) return problem(notFound)
  const shown = await example(house, visit)
  return page(
    counterView(visit, counter, {
      word: shown?.word ?? visit.t('catalogue.interfaces.word'),
      ...(shown ? { id: shown.id } : {}),
    }),
  )
}

/** Help for people who fetch data by program. */
export const interfacesHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.interfaces, (visit) => show(house, visit)),
  handler(routes.counter, (visit) => help(house, visit)),
]
