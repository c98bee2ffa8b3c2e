import { createHash, createHmac } from 'node:crypto'
import { type Challenge, createChallenge, randomInt, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'

/** For what a puzzle is made: `room` and `what` somebody does there. It opens no other door. */
export interface Purpose {
  readonly room: string
  readonly what: string
}

const keyed = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex')

const puzzleSecrets = (secret: string, room: string) => ({
  hmacSignatureSecret: keyed(secret, `${room}/puzzle`),
  hmacKeySignatureSecret: keyed(secret, `${room}/puzzle-key`),
})

/** A signed puzzle for 20 minutes: one to two seconds on a laptop, some more on an old phone. */
export const newPuzzle = (secret: string, { room, what }: Purpose, now: Date): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 5_000,
    counter: randomInt(300, 900),
    deriveKey,
    data: { for: what },
    expiresAt: new Date(now.getTime() + 20 * 60_000),
    ...puzzleSecrets(secret, room),
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

/** Reads what a browser sends back: a puzzle of ours, solved for this purpose and in time. Undefined for everything else. Whether it was used before is for whoever takes it. */
export async function readSolved(
  secret: string,
  { room, what }: Purpose,
  text: string,
  now: Date,
): Promise<{ mark: Buffer; expires: Date } | undefined> {
  const payload = readPayload(text)
  if (!payload) return undefined
  const { challenge, solution } = payload
  const { expiresAt, data, nonce } = challenge.parameters
  // The library measures by the clock of the machine; ours is handed in.
  if (data?.for !== what || typeof expiresAt !== 'number' || expiresAt * 1000 < now.getTime()) return undefined
  const verdict = await verifySolution({ challenge, solution, deriveKey, ...puzzleSecrets(secret, room) }).catch(() => ({
    verified: false,
  }))
  return verdict.verified ? { mark: createHash('sha256').update(nonce).digest(), expires: new Date(expiresAt * 1000) } : undefined
}
