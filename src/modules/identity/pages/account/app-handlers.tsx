import { type Answer, type Handler, handler, page, redirect, type Visit, withCookies } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import type { FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { routes } from '../../routes.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import { removeTotp, renewCodes } from '../../use-cases/account/change-factors.ts'
import { confirmTotp, offerTotp } from '../../use-cases/account/second-factor.ts'
import { totpAddress } from '../../use-cases/account/totp.ts'
import { sessionCookie } from './browser.ts'
import { guarded, type Known, known, mineOf, shownIn } from './known.ts'
import { accountView, crumbs, field } from './parts.tsx'
import { justSignedIn } from './proof-field.tsx'
import { CodesPage, SetUpPage } from './second-factor-page.tsx'

function appPage(accounts: Accounts, { visit, person, session }: Known, faults: readonly FieldFault[] = []): Answer {
  const { t } = visit
  const { secret, sealed } = offerTotp(accounts, session.id, field(visit, 'offer'))
  const locked = guarded(accounts, visit) && person.passkeys === 0
  const remove = person.totpConfirmed && (
    <Section title={t('identity.app.remove')} note={t('identity.app.remove.note')} id="entfernen">
      <form method="post" action={visit.to(routes.removeApp)}>
        <Button
          text={t('identity.app.remove')}
          kind="danger"
          {...(locked ? { locked: { id: 'letzter', reason: t('identity.app.last') } } : {})}
        />
      </form>
    </Section>
  )
  const renew = (person.totpConfirmed || person.passkeys > 0) && (
    <Section
      title={t('identity.codes.new')}
      note={t(person.recoveryCodes === 0 ? 'identity.codes.no' : 'identity.codes.count', { count: person.recoveryCodes })}
      id="codes"
    >
      <form method="post" action={visit.to(routes.renewCodes)}>
        <Button text={t('identity.codes.new.do')} kind="secondary" />
      </form>
    </Section>
  )
  const title = t(person.totpConfirmed ? 'identity.app.replace' : 'identity.set-up')
  const body = (
    <SetUpPage
      t={t}
      title={title}
      lead={person.totpConfirmed ? t('identity.app.replace.lead') : undefined}
      action={visit.to(routes.saveApp)}
      faults={faults}
      secret={secret}
      sealed={sealed}
      address={totpAddress(secret, visit.sites.root.name, person.email)}
      more={
        <>
          {renew}
          {remove}
        </>
      }
    />
  )
  return page(accountView(title, body, { islands: ['copy'], ...crumbs(visit, title) }), faults.length > 0 ? 422 : 200)
}

const codesPage = (visit: Visit, codes: readonly string[]): Answer => {
  const title = visit.t('identity.codes')
  return page(accountView(title, <CodesPage t={visit.t} codes={codes} next={visit.to(routes.account)} />, crumbs(visit, title)))
}

async function saveApp(accounts: Accounts, one: Known): Promise<Answer> {
  const { visit } = one
  const done = await confirmTotp(accounts, shownIn(one))
  if (done.ok) return withCookies(codesPage(visit, done.value.codes), sessionCookie(accounts, done.value.token))
  return appPage(accounts, one, [{ field: 'code', text: visit.t(`identity.code.${done.error.fault}`) }])
}

async function removeApp(accounts: Accounts, one: Known): Promise<Answer> {
  const done = await removeTotp(accounts, mineOf(one), guarded(accounts, one.visit))
  return done.ok ? redirect(one.visit.to(routes.account, {}, { meldung: 'app-weg' })) : appPage(accounts, one)
}

/** The authenticator app and the recovery codes of one's own account. */
export function appHandlers(accounts: Accounts): Handler[] {
  const fresh = (then: (one: Known) => Promise<Answer>) => (visit: Visit) =>
    known(accounts, visit, (one) => justSignedIn(accounts, one, () => then(one)))
  return [
    handler(
      routes.app,
      fresh(async (one) => appPage(accounts, one)),
    ),
    handler(
      routes.saveApp,
      fresh((one) => saveApp(accounts, one)),
    ),
    handler(
      routes.removeApp,
      fresh((one) => removeApp(accounts, one)),
    ),
    handler(
      routes.renewCodes,
      fresh(async (one) => codesPage(one.visit, await renewCodes(accounts, mineOf(one)))),
    ),
  ]
}
