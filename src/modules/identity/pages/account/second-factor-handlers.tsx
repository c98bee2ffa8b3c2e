import { type Answer, type Handler, handler, page, redirect, type Visit, withCookies } from '#platform/http'
import type { FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { routes } from '../../routes.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import {
  confirmTotp,
  hasFactor,
  offerTotp,
  type SecondFactorFault,
  showCode,
  totpSecretOf,
} from '../../use-cases/account/second-factor.ts'
import { totpAddress, totpCode } from '../../use-cases/account/totp.ts'
import { onward, sessionCookie, wantedOf } from './browser.ts'
import { type Known, known, shownIn } from './known.ts'
import { accountView, field, tooMany, waitWords } from './parts.tsx'
import { passkeyWay } from './passkey-form.tsx'
import { CodesPage, SetUpPage, ShowCodePage } from './second-factor-page.tsx'
import { enter } from './sign-in-handlers.tsx'

const copies = ['copy']

function wordsOf(visit: Visit, error: SecondFactorFault): FieldFault[] {
  const text =
    error.fault === 'too-many'
      ? visit.t('identity.code.too-many', { wait: waitWords(visit.t, error.seconds) })
      : visit.t(`identity.code.${error.fault}`)
  return [{ field: 'code', text }]
}

function showCodeView(accounts: Accounts, { visit, person }: Known, faults: readonly FieldFault[] = []) {
  const secret = accounts.demonstration && person.demonstration ? totpSecretOf(accounts, person) : undefined
  return accountView(
    visit.t('identity.second'),
    <ShowCodePage
      t={visit.t}
      action={visit.to(routes.showCode)}
      wanted={wantedOf(visit)}
      faults={faults}
      signOut={visit.to(routes.signOut)}
      more={person.passkeys > 0 && passkeyWay(visit)}
      demo={secret && totpCode(secret, accounts.now())}
    />,
    { islands: ['passkey'] },
  )
}

function setUpView(accounts: Accounts, { visit, person, session }: Known, faults: readonly FieldFault[] = []) {
  const { secret, sealed } = offerTotp(accounts, session.id, field(visit, 'offer'))
  return accountView(
    visit.t('identity.set-up'),
    <SetUpPage
      t={visit.t}
      action={visit.to(routes.confirmTotp)}
      wanted={wantedOf(visit)}
      faults={faults}
      secret={secret}
      sealed={sealed}
      address={totpAddress(secret, visit.sites.root.name, person.email)}
      signOut={session.strong ? undefined : visit.to(routes.signOut)}
    />,
    { islands: copies },
  )
}

async function show(accounts: Accounts, one: Known): Promise<Answer> {
  const { visit, person, session } = one
  if (session.strong) return redirect(onward(accounts, visit, wantedOf(visit), visit.actor))
  return page(hasFactor(person) ? showCodeView(accounts, one) : setUpView(accounts, one))
}

async function takeCode(accounts: Accounts, one: Known): Promise<Answer> {
  const { visit } = one
  const done = await showCode(accounts, shownIn(one))
  if (done.ok) return enter(accounts, visit, done.value)
  const view = showCodeView(accounts, one, wordsOf(visit, done.error))
  return done.error.fault === 'too-many' ? tooMany(view, done.error.seconds) : page(view, 422)
}

async function setUp(accounts: Accounts, one: Known): Promise<Answer> {
  const { visit } = one
  const done = await confirmTotp(accounts, shownIn(one))
  if (!done.ok) return page(setUpView(accounts, one, wordsOf(visit, done.error)), 422)
  const next = onward(accounts, visit, wantedOf(visit), await accounts.identify(done.value.token))
  const codes = <CodesPage t={visit.t} codes={done.value.codes} next={next} />
  return withCookies(
    page(accountView(visit.t('identity.codes'), codes, { islands: copies })),
    sessionCookie(accounts, done.value.token),
  )
}

/** The second factor: set up at the first sign-in, shown at every other. */
export const secondFactorHandlers = (accounts: Accounts): Handler[] => [
  handler(routes.secondFactor, (visit) => known(accounts, visit, (one) => show(accounts, one))),
  handler(routes.showCode, (visit) => known(accounts, visit, (one) => takeCode(accounts, one))),
  handler(routes.confirmTotp, (visit) => known(accounts, visit, (one) => setUp(accounts, one))),
]
