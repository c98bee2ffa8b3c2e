import { randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import { replaceRecoveryCodes } from '../../store/account/persons.ts'
import type { IdentityTables } from '../../store/tenant-store.ts'
import type { Keys } from './keys.ts'

// No signs that are taken for one another: 30 to the power of 10 is 49 bits, and tries are counted.
const signs = 'abcdefghjkmnpqrstuvwxyz2345679'
const count = 10

const plain = (code: string) => code.toLowerCase().replace(/[^a-z0-9]/g, '')

/** What is kept of a recovery code; blanks, hyphens and capitals do not count. */
export const recoveryHash = (keys: Keys, person: string, code: string): Buffer =>
  keys.fingerprint(`recovery/${person}`, plain(code))

/** Makes ten recovery codes, which replace all others, and gives them: they are shown this once. */
export async function newRecoveryCodes(trx: Kysely<IdentityTables>, keys: Keys, person: string): Promise<string[]> {
  const sign = () => signs.charAt(randomInt(signs.length))
  const codes = Array.from({ length: count }, () =>
    Array.from({ length: 10 }, sign)
      .join('')
      .replace(/^(.{5})/, '$1-'),
  )
  await replaceRecoveryCodes(
    trx,
    person,
    codes.map((code) => recoveryHash(keys, person, code)),
  )
  return codes
}
