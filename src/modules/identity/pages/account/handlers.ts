import type { Handler } from '#platform/http'
import { type AccountHouse, accountsOf } from '../../use-cases/account/accounts.ts'
import { myAccountHandlers } from './account-handlers.tsx'
import { apiTokenHandlers } from './api-token-handlers.tsx'
import { appHandlers } from './app-handlers.tsx'
import { eraseHandlers } from './erase-handlers.tsx'
import { linkHandlers } from './link-handlers.tsx'
import { passkeyHandlers } from './passkey-handlers.tsx'
import { profileHandlers } from './profile-handlers.tsx'
import { providerHandlers } from './provider-handlers.tsx'
import { secondFactorHandlers } from './second-factor-handlers.tsx'
import { signInHandlers } from './sign-in-handlers.tsx'

/** Everything about signing in and one's own account. */
export function accountHandlers(house: AccountHouse): Handler[] {
  const accounts = accountsOf(house)
  return [
    ...myAccountHandlers(accounts),
    ...signInHandlers(accounts),
    ...secondFactorHandlers(accounts),
    ...linkHandlers(accounts),
    ...profileHandlers(accounts),
    ...appHandlers(accounts),
    ...passkeyHandlers(accounts),
    ...apiTokenHandlers(accounts),
    ...providerHandlers(accounts),
    ...eraseHandlers(accounts),
  ]
}
