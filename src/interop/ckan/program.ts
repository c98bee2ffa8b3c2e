import type { Acting, CatalogueHouse } from '#catalogue'
import { type Actor, may } from '#kernel/actor.ts'
import type { Site } from '#kernel/site.ts'
import type { Visit } from '#platform/http'
import { CkanRefusal, invalid } from './answers.ts'
import { organizationsOf } from './packages.ts'
import { type ActionData, textIn } from './request.ts'

/** The house as this counter sees it: with the one question who stands behind a key. */
export interface CkanHouse extends CatalogueHouse {
  /** For whom a program acts by its key, and where; undefined for no living key. */
  identifyProgram(token: string): Promise<{ readonly actor: Actor; readonly tenant: string } | undefined>
}

/** A program that may write for a tenant. */
export interface Writer {
  readonly site: Site
  readonly acting: Acting
  may(permission: string): boolean
}

const denied = (message: string) => new CkanRefusal({ kind: 'denied', message })

/** The key that came with a request, as CKAN's clients send it. No cookie is ever read: a browser cannot be made to write. */
function keyOf(visit: Visit): string | undefined {
  const { headers } = visit.request
  for (const name of ['authorization', 'x-ckan-api-key'] as const) {
    const given = headers[name]
    if (typeof given === 'string' && given.trim() !== '') return given.replace(/^Bearer\s+/i, '').trim()
  }
  return undefined
}

/** Whoever stands behind the key of a request; refuses where there is none. */
export async function programOf(house: CkanHouse, visit: Visit): Promise<{ actor: Actor; tenant: string }> {
  const key = keyOf(visit)
  if (key === undefined)
    throw denied(
      'a key is needed for this. Make one in your account under "Schlüssel für Programme" and send it as Authorization',
    )
  const program = await house.identifyProgram(key)
  if (!program?.actor.person) throw denied('this key is not valid, or not any more')
  return program
}

/** Who writes, and for whom: the organization that is named, else the tenant of the key, where it belongs to this view. */
export async function writerFor(house: CkanHouse, visit: Visit, data: ActionData, site?: Site): Promise<Writer> {
  const { actor, tenant } = await programOf(house, visit)
  const all = organizationsOf(visit)
  const named = textIn(data, 'owner_org')
  const wanted = named === undefined ? undefined : all.find((one) => one.slug === named || one.id === named.toLowerCase())
  if (named !== undefined && !wanted) throw invalid('owner_org', 'Organization does not exist')
  if (wanted && site && wanted.id !== site.id) throw invalid('owner_org', 'A dataset stays with its organization')
  const at = site ?? wanted ?? all.find((one) => one.id === tenant) ?? visit.site
  const writer = { site: at, may: (permission: string) => may(actor, permission, at.id) }
  if (!actor.person || !writer.may('catalogue/edit')) throw denied(`this key may not write datasets of ${at.slug}`)
  return { ...writer, acting: { site: at, person: actor.person } }
}
