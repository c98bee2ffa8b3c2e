import { fail, ok, type Result } from '#kernel/result.ts'
import { dropTotp, lockPerson, personById, replaceRecoveryCodes } from '../../store/account/persons.ts'
import { type Accounts, note } from './accounts.ts'
import type { Mine } from './change-account.ts'
import { sendLetter } from './letters.ts'
import { newRecoveryCodes } from './recovery-codes.ts'

/** Makes new recovery codes; the old ones are worth nothing. */
export const renewCodes = (accounts: Accounts, { person, site }: Mine): Promise<readonly string[]> =>
  accounts.db.transaction().execute(async (trx) => {
    const codes = await newRecoveryCodes(trx, accounts.keys, person.id)
    await note(trx, { site, person, action: 'identity/recovery-codes-renewed' })
    return codes
  })

/** Takes the authenticator app off. Who must have a second factor keeps the last one: `guarded` says whether. */
export const removeTotp = (accounts: Accounts, { person, site }: Mine, guarded: boolean): Promise<Result<true, 'last'>> =>
  accounts.db.transaction().execute(async (trx) => {
    await lockPerson(trx, person.id)
    const now = await personById(trx, person.id)
    if (guarded && (now?.passkeys ?? 0) === 0) return fail('last')
    await dropTotp(trx, person.id)
    if ((now?.passkeys ?? 0) === 0) await replaceRecoveryCodes(trx, person.id, [])
    await sendLetter(accounts, trx, { kind: 'factor-changed', site, to: person })
    await note(trx, { site, person, action: 'identity/second-factor-removed', details: { by: 'app' } })
    return ok(true)
  })
