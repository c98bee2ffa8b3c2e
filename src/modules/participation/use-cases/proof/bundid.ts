import { createHash, randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import { type Site, siteAddress } from '#kernel/site.ts'
import { type BundId, type BundIdFault, isEnough, minutesAtBundId, openBundId, type ServiceProvider } from '#platform/bundid'
import type { Config } from '#platform/config'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import type { Action, Procedure } from '../../model/procedure.ts'
import type { Shown } from '../../model/proof.ts'
import { proofRoutes } from '../../proof-routes.ts'
import { answerBundIdRequest, insertBundIdRequest, openBundIdRequest, takeBundIdAnswer } from '../../store/bundid-store.ts'
import { procedureById } from '../../store/procedure-store.ts'
import { bundIdMark } from './pass.ts'

const opened = new WeakMap<Config, BundId | null>()

/** BundID as the operator has set it up; undefined where it is not, or where its files cannot be read, which the log says once. */
export function bundIdOf({ config, log }: Pick<ParticipationHouse, 'config' | 'log'>): BundId | undefined {
  let found = opened.get(config)
  if (found === undefined) {
    try {
      found = openBundId(config) ?? null
    } catch (error) {
      log.error({ err: error }, 'BundID cannot be used: its certificates or its key cannot be read')
      found = null
    }
    opened.set(config, found)
  }
  return found ?? undefined
}

/** A tenant as BundID knows it: by the addresses of its own site, without a language. */
export function providerOf({ config }: Pick<ParticipationHouse, 'config'>, site: Site): ServiceProvider {
  const address = siteAddress(site, config.publicUrl)
  return { entity: address + proofRoutes.bundIdMetadata.path, back: address + proofRoutes.fromBundId.path, name: site.name }
}

const browserHash = (kept: string): Buffer => createHash('sha256').update(`participation/bundid:${kept}`).digest()

/** What a browser keeps while its owner is at BundID. */
export const newBrowserKey = (): string => randomBytes(32).toString('base64url')

/** A new way to BundID for an action of a procedure: the address to lead the browser to. */
export async function askBundId(
  house: ParticipationHouse,
  site: Site,
  wanted: { readonly procedure: Procedure; readonly action: Action; readonly onward: string; readonly kept: string },
): Promise<string | undefined> {
  const bundId = bundIdOf(house)
  if (!bundId) return undefined
  const { procedure, action, onward, kept } = wanted
  const id = `_${randomBytes(20).toString('hex')}`
  const asked = { id, tenant: site.id, procedure: procedure.id, action, onward, browser: browserHash(kept) }
  await insertBundIdRequest(publicDb(house, site), asked)
  return bundId.begin(providerOf(house, site), id, procedure.trust)
}

/**
 * Takes what a browser brought back from BundID: once for each request. Of the person only the fingerprint of the pseudonym for this
 * procedure is kept, until the browser has asked for it. Gives the id of the request. What is wrong goes to the log as one word.
 */
export async function hearBundId(house: ParticipationHouse, site: Site, answer: string): Promise<Result<string, BundIdFault>> {
  const heard = await readBundId(house, site, answer)
  if (!heard.ok) house.log.warn({ tenant: site.id, reason: heard.error }, 'an answer of BundID was refused')
  return heard
}

async function readBundId(house: ParticipationHouse, site: Site, answer: string): Promise<Result<string, BundIdFault>> {
  const bundId = bundIdOf(house)
  if (!bundId) return fail('refused')
  const db = publicDb(house, site)
  const asked = async (id: string) => (await openBundIdRequest(db, site.id, id, minutesAtBundId))?.askedAt
  const read = await bundId.read(providerOf(house, site), answer, asked)
  if (!read.ok) return read
  const { answers, pseudonym, trust } = read.value
  const request = await openBundIdRequest(db, site.id, answers, minutesAtBundId)
  const procedure = request && (await procedureById(db, site.id, request.procedure))
  if (!procedure) return fail('request')
  if (!isEnough(trust, procedure.trust)) return fail('trust')
  const mark = bundIdMark(house.config.ALLMENDE_SECRET, procedure.id, pseudonym)
  // The same answer once more, at the same moment or later, finds its request answered.
  return (await answerBundIdRequest(db, site.id, answers, mark, minutesAtBundId)) ? ok(answers) : fail('request')
}

/** What was shown, for the browser that asked and for no other. */
export async function goOnFromBundId(
  house: ParticipationHouse,
  site: Site,
  id: string,
  kept: string,
): Promise<{ readonly procedure: string; readonly shown: Shown; readonly onward: string } | undefined> {
  const taken = await takeBundIdAnswer(publicDb(house, site), site.id, id, browserHash(kept))
  return taken && { procedure: taken.procedure, onward: taken.onward, shown: { level: 'bundid', mark: taken.mark } }
}
