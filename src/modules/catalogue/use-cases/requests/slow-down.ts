import { createHash, createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { type Challenge, createChallenge, randomInt, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { CatalogueHouse } from '../../house.ts'
import { countUp, takePuzzle } from '../../store/limit-store.ts'

/** What is limited. How often an hour one line, and the whole instance, may do it before a puzzle is asked; the rules page prints these figures. */
export const limits = {
  'hand-in': { line: 5, all: 300 },
  // A whole school joins from one line: a class of 30 in one lesson is no flood.
  join: { line: 120, all: 3000 },
  subscribe: { line: 10, all: 600 },
} as const
export type Limited = keyof typeof limits

/** Mails to one address that nobody confirmed, within a day. */
export const mailsToOneAddress = 3

/** A puzzle, and until when the limit holds. */
export interface SlowDown {
  readonly challenge: Challenge
  readonly until: Date
}

type Parts = Pick<CatalogueHouse, 'database' | 'config' | 'now'>

const hour = 3_600_000
const keyed = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest()
const slotOf = (now: Date) => new Date(Math.floor(now.getTime() / hour) * hour)

/** The line an address belongs to: IPv4 as it is, IPv6 by its first 56 bits (what a household or school is given). */
export function lineOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail = ''] = (plain.split('%')[0] ?? '').split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const groups = [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right]
  const [a = '0', b = '0', c = '0', d = '0'] = groups.map((group) => group.padStart(4, '0'))
  return `${a}:${b}:${c}:${d.slice(0, 2)}`.toLowerCase()
}

/** Keys that nobody can turn back into addresses: their secret is another one every day and is kept nowhere. */
const keyOf = (house: Parts, what: string) => {
  const today = keyed(house.config.ALLMENDE_SECRET, `catalogue/limit:${house.now().toISOString().slice(0, 10)}`)
  return createHmac('sha256', today).update(what).digest()
}

const puzzleSecrets = (house: Parts) => ({
  hmacSignatureSecret: keyed(house.config.ALLMENDE_SECRET, 'catalogue/puzzle').toString('hex'),
  hmacKeySignatureSecret: keyed(house.config.ALLMENDE_SECRET, 'catalogue/puzzle-key').toString('hex'),
})

/** One to two seconds on a laptop, some more on an old phone. */
const newPuzzle = (house: Parts, what: Limited): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 5_000,
    counter: randomInt(300, 900),
    deriveKey,
    data: { for: what },
    expiresAt: new Date(house.now().getTime() + 20 * 60_000),
    ...puzzleSecrets(house),
  })

function readPayload(text: string): { challenge: Challenge; solution: Solution } | undefined {
  if (!text || text.length > 4000) return undefined
  try {
    const read: unknown = JSON.parse(text)
    const payload = read as { challenge?: Challenge; solution?: Solution }
    return typeof payload.challenge?.parameters?.nonce === 'string' && typeof payload.solution?.derivedKey === 'string'
      ? { challenge: payload.challenge, solution: payload.solution }
      : undefined
  } catch {
    return undefined
  }
}

/** Whether a puzzle of ours was solved for this purpose, and not used before. */
async function solved(house: Parts, what: Limited, text: string): Promise<boolean> {
  const payload = readPayload(text)
  if (!payload) return false
  const { challenge, solution } = payload
  const { expiresAt, data, nonce } = challenge.parameters
  // The library measures by the clock of the machine; ours is handed in.
  if (data?.for !== what || typeof expiresAt !== 'number' || expiresAt * 1000 < house.now().getTime()) return false
  const verdict = await verifySolution({ challenge, solution, deriveKey, ...puzzleSecrets(house) }).catch(() => ({
    verified: false,
  }))
  if (!verdict.verified) return false
  return takePuzzle(
    house.database.within({ tenant: '', readable: [] }),
    createHash('sha256').update(nonce).digest(),
    new Date(expiresAt * 1000),
  )
}

/**
 * Counts an attempt. Undefined: go on. Otherwise the limit of this hour is passed for the line or for the whole instance, and no
 * solved puzzle (`given`, the hidden field of the form) came with it.
 */
export async function slowDown(house: Parts, what: Limited, address: string, given: string): Promise<SlowDown | undefined> {
  const slot = slotOf(house.now())
  const db = house.database.within({ tenant: '', readable: [] })
  const [line = 0, all = 0] = await countUp(db, [keyOf(house, `${what}|${lineOf(address)}`), keyOf(house, `${what}|*`)], slot)
  if (line <= limits[what].line && all <= limits[what].all) return undefined
  if (given && (await solved(house, what, given))) return undefined
  return { challenge: await newPuzzle(house, what), until: new Date(slot.getTime() + hour) }
}

/** Whether one more mail may go to an address that nobody confirmed: nobody's letter box is filled through us. */
export async function mayWriteTo(house: Parts, mark: Buffer): Promise<boolean> {
  const day = new Date(`${house.now().toISOString().slice(0, 10)}T00:00:00Z`)
  const [count = 0] = await countUp(
    house.database.within({ tenant: '', readable: [] }),
    [keyOf(house, `mail|${mark.toString('hex')}`)],
    day,
  )
  return count <= mailsToOneAddress
}
