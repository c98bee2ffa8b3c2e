import { type Handler, handler, page } from '#platform/http'
import { routes } from '../../routes.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import { accountView, Head } from './parts.tsx'

/** My account. */
export const myAccountHandlers = (_accounts: Accounts): Handler[] => [
  handler(routes.account, (visit) =>
    page(accountView(visit.t('identity.account'), <Head title={visit.t('identity.account')} />)),
  ),
]
