import type { Answer, Handler, Visit } from '#platform/http'
import { handler, page, problem } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import { themeCodes } from '../search/labels.ts'
import { placeAnswer, placesAnswer } from './place-handlers.ts'
import { publishersView, publisherView } from './publisher-views.tsx'
import { qualityAnswer } from './quality-handler.ts'
import { readPublisherPoints } from './read-points.ts'
import { readPublisher, readPublishers } from './read-publishers.ts'
import { readOverview } from './scope.ts'
import { themesView, themeView } from './theme-views.tsx'

const notFound: Answer = problem({ status: 404, id: 'platform/not-found', title: '' })

async function theme(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const code = visit.params.code ?? ''
  if (!themeCodes.includes(code)) return notFound
  return page(themeView(visit, code, await readOverview(house, visit.site, { facets: { theme: [code] }, newest: 8 })))
}

async function publisher(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const slug = visit.params.slug ?? ''
  const [found, points] = await Promise.all([
    readPublisher(house, visit.site, slug),
    readPublisherPoints(house, visit.site, slug, visit.now),
  ])
  return found ? page(publisherView(visit, found, points)) : notFound
}

/** Pages to browse by: themes, publishers, places, quality. */
export const browseHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.themes, async (visit) => page(themesView(visit, await readOverview(house, visit.site)))),
  handler(routes.theme, (visit) => theme(house, visit)),
  handler(routes.publishers, async (visit) => page(publishersView(visit, await readPublishers(house, visit.site)))),
  handler(routes.publisher, (visit) => publisher(house, visit)),
  handler(routes.places, (visit) => placesAnswer(house, visit)),
  handler(routes.place, async (visit) => (await placeAnswer(house, visit)) ?? notFound),
  handler(routes.metadataQuality, (visit) => qualityAnswer(house, visit)),
]
