import { endSessionOf } from '../../store/account/sessions.ts'
import { tokenHash } from '../identify.ts'
import type { Accounts } from './accounts.ts'

/** Ends the session of a browser, whatever its state. */
export async function signOut({ db }: Accounts, token: string | undefined): Promise<void> {
  if (token) await endSessionOf(db, tokenHash(token))
}
