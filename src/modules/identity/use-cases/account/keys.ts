import { createHmac } from 'node:crypto'
import { derivedKey, type Sealer, sealerOf } from '#platform/secret-link'

/** What is kept under the instance's secret. Each use has a key of its own, so that none says anything about another. */
export interface Keys extends Sealer {
  /** A fingerprint that cannot be guessed back without the secret: for addresses and short codes. */
  fingerprint(kind: string, value: string): Buffer
}

/** Derives the keys of accounts from ALLMENDE_SECRET. */
export function keysOf(secret: string): Keys {
  const marking = derivedKey(secret, 'identity', 'fingerprint')
  return {
    ...sealerOf(secret, 'identity'),
    fingerprint: (kind, value) => createHmac('sha256', marking).update(`${kind}\0${value}`).digest(),
  }
}
