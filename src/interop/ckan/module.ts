import { largestFile } from '#catalogue'
import { type Answer, type Handler, handler, type Visit } from '#platform/http'
import { actions, longActions, version } from './actions.ts'
import { CkanRefusal, refused, success } from './answers.ts'
import { oldPathHandlers } from './old-paths.ts'
import { type CkanHouse, programOf } from './program.ts'
import { readAction } from './request.ts'
import { routes } from './routes.ts'
import { draftShown, uploadActions, writeActions } from './write.ts'

export { routes as ckanRoutes } from './routes.ts'

/** Requests a minute from one address: a harvester that asks five times a second stays below. */
const perMinute = 600

/** What was answered to one key is kept nowhere on the way. */
const unstored = (answer: Answer): Answer =>
  answer.kind === 'body' ? { ...answer, headers: { ...answer.headers, 'cache-control': 'private, no-store' } } : answer

/** Actions of CKAN that change something and are not offered: known by name, so that a client learns that it may not, instead of that there is no such thing. */
const writes =
  /^(?:package|resource|organization|group|tag|datastore|user|vocabulary|member|bulk|dataset|api_token)_\w*(?:create|update|patch|delete|purge|revise|upsert|reorder|move|invite|private|public|revoke)\w*$/

/** A dataset that is not public is shown to whoever holds a key for it. */
async function shown(house: CkanHouse, visit: Visit, error: CkanRefusal): Promise<unknown> {
  const data = readAction(visit)
  const id = data.id ?? data.name_or_id
  const draft = error.fault.kind === 'not-found' && typeof id === 'string' ? await draftShown(house, visit, id) : undefined
  if (!draft) throw error
  return draft
}

async function answered(house: CkanHouse, visit: Visit, action: string, run: (typeof actions)[string]): Promise<unknown> {
  try {
    return await run(house, visit, readAction(visit))
  } catch (error) {
    if (error instanceof CkanRefusal && action === 'package_show') return shown(house, visit, error)
    throw error
  }
}

async function act(house: CkanHouse, visit: Visit): Promise<Answer> {
  const { action = '' } = visit.params
  try {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (run) {
      const answer = success(visit, action, await answered(house, visit, action, run))
      return visit.request.headers.authorization || visit.request.headers['x-ckan-api-key'] ? unstored(answer) : answer
    }
    const write = Object.hasOwn(writeActions, action) ? writeActions[action] : undefined
    if (write) {
      if (visit.request.method !== 'POST' && action !== 'organization_list_for_user')
        throw new CkanRefusal({ kind: 'bad', message: 'Invalid request. Please use POST method for your request' })
      // Who may not write at all learns that first.
      await programOf(house, visit)
      return unstored(success(visit, action, await write(house, visit, readAction(visit))))
    }
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

/** Nobody without a key sends us files, and only where one belongs. */
async function beforeUpload(house: CkanHouse, visit: Visit): Promise<Answer | undefined> {
  const { action = '' } = visit.params
  try {
    if (!uploadActions.includes(action))
      throw new CkanRefusal({ kind: 'bad', message: `Files are taken by ${uploadActions.join(', ')}; send a JSON object` })
    await programOf(house, visit)
    return undefined
  } catch (error) {
    if (error instanceof CkanRefusal) return refused(visit, action, error.fault)
    throw error
  }
}

/** The counter for those who speak to CKAN: the Action API for reading and, with a key, for writing, and old addresses that lead to the new ones. */
export const ckanHandlers = (house: CkanHouse): Handler[] => [
  ...[routes.action, routes.plainAction].map((route) => handler(route, (visit) => act(house, visit), { perMinute })),
  ...[routes.actionPost, routes.plainActionPost].map((route) =>
    handler(route, (visit) => act(house, visit), {
      perMinute,
      textBody: true,
      upload: { maxBytes: largestFile },
      beforeUpload: (visit) => beforeUpload(house, visit),
    }),
  ),
  handler(routes.version, version),
  ...oldPathHandlers(house),
]
