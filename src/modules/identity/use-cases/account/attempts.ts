import type { Limit } from '../../model/account/attempts.ts'
import { countAttempt, forgetAttempts, uncountAttempt } from '../../store/account/attempts.ts'
import type { Accounts } from './accounts.ts'

/** Who tries: the account as it was named, and the group of addresses it comes from. */
export interface Trier {
  readonly account: string
  readonly group: string
}

/** A counted try. */
export interface Attempt {
  /** Seconds to wait; 0 when it may go on. */
  readonly wait: number
  /** It went well: it is not counted, and the account starts anew. */
  succeeded(): Promise<void>
}

/** Counts a try in the database, so that all processes count together. What is counted for an account that does not exist is no different. */
export async function attempt({ db, keys }: Accounts, limit: Limit, who: Trier): Promise<Attempt> {
  const account = keys.fingerprint(`${limit.name}/account`, who.account)
  const group = keys.fingerprint(`${limit.name}/group`, who.group)
  // One after the other and always in this order, so that two tries never wait for each other.
  const byAccount = await countAttempt(db, account, limit.within)
  const byGroup = await countAttempt(db, group, limit.within)
  return {
    wait: Math.max(byAccount.count > limit.account ? byAccount.seconds : 0, byGroup.count > limit.group ? byGroup.seconds : 0),
    async succeeded() {
      await forgetAttempts(db, account)
      await uncountAttempt(db, group)
    },
  }
}

/** Forgets how often something was tried with these accounts. */
export async function forgetTries(
  { db, keys }: Pick<Accounts, 'db' | 'keys'>,
  kinds: readonly Limit[],
  accounts: readonly string[],
): Promise<void> {
  for (const { name } of kinds)
    for (const account of accounts) await forgetAttempts(db, keys.fingerprint(`${name}/account`, account))
}
