import type { CatalogueHouse } from '#catalogue'
import { type Answer, type Handler, handler, type Visit } from '#platform/http'
import { actions, longActions, version } from './actions.ts'
import { CkanRefusal, refused, success } from './answers.ts'
import { oldPathHandlers } from './old-paths.ts'
import { readAction } from './request.ts'
import { routes } from './routes.ts'

export { routes as ckanRoutes } from './routes.ts'

/** Requests a minute from one address: a harvester that asks five times a second stays below. */
const perMinute = 600

/** Actions of CKAN that change something: known by name, so that a client learns that it may not, instead of that there is no such thing. */
const writes =
  /^(?:package|resource|organization|group|tag|datastore|user|vocabulary|member|bulk|dataset|api_token)_\w*(?:create|update|patch|delete|purge|revise|upsert|reorder|move|invite|private|public|revoke)\w*$/

async function act(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const { action = '' } = visit.params
  try {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (run) return success(visit, action, await run(house, visit, readAction(visit)))
    const long = Object.hasOwn(longActions, action) ? longActions[action] : undefined
    if (long) return await long(house, visit, readAction(visit))
    if (writes.test(action))
      throw new CkanRefusal({ kind: 'denied', message: `${action} is not offered here; data are written in the internal area` })
    throw new CkanRefusal({ kind: 'bad', message: `Action name not known: ${action.slice(0, 80)}` })
  } catch (error) {
    if (error instanceof CkanRefusal) return refused(visit, action, error.fault)
    throw error
  }
}

/** The counter for those who speak to CKAN: the Action API for reading, and old addresses that lead to the new ones. */
export const ckanHandlers = (house: CatalogueHouse): Handler[] => [
  ...[routes.action, routes.plainAction].map((route) => handler(route, (visit) => act(house, visit), { perMinute })),
  ...[routes.actionPost, routes.plainActionPost].map((route) =>
    handler(route, (visit) => act(house, visit), { perMinute, textBody: true }),
  ),
  handler(routes.version, version),
  ...oldPathHandlers(house),
]
