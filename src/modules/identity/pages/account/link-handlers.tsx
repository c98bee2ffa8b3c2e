import type { Route } from '#kernel/route.ts'
import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import { mailAddress } from '#platform/mail'
import type { FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { routes } from '../../routes.ts'
import { personById } from '../../store/account/persons.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import { linkMinutes, seeLink } from '../../use-cases/account/links.ts'
import { requestLink } from '../../use-cases/account/request-link.ts'
import { changeEmailByLink, setPasswordByLink, signInByLink } from '../../use-cases/account/use-link.ts'
import { absolute, browserOf, groupOf, wantedOf } from './browser.ts'
import { ConfirmPage, GonePage, NewPasswordPage, RequestPage, SentPage } from './link-pages.tsx'
import { accountView, field, tooMany, waitWords } from './parts.tsx'
import { enter } from './sign-in-handlers.tsx'

/** The two things one may ask a mail for, without being signed in. */
const kinds = {
  link: { purpose: 'sign-in', ask: routes.askLink, now: routes.sendLink, open: routes.openLink },
  forgot: { purpose: 'password', ask: routes.forgot, now: routes.sendForgot, open: routes.newPassword },
} as const
type Kind = keyof typeof kinds

const tokenOf = (visit: Visit) => visit.params.token ?? ''

function requestView(visit: Visit, kind: Kind, faults: readonly FieldFault[] = []) {
  const body = (
    <RequestPage
      t={visit.t}
      kind={kind}
      action={visit.to(kinds[kind].now)}
      email={field(visit, 'email')}
      wanted={wantedOf(visit)}
      faults={faults}
    />
  )
  return accountView(visit.t(`identity.${kind}`), body)
}

async function request(accounts: Accounts, visit: Visit, kind: Kind): Promise<Answer> {
  const { t, site } = visit
  const { purpose, open } = kinds[kind]
  const email = field(visit, 'email').trim()
  if (!mailAddress(email)) return page(requestView(visit, kind, [{ field: 'email', text: t('identity.email.invalid') }]), 422)
  const wanted = wantedOf(visit)
  const done = await requestLink(accounts, {
    email,
    purpose,
    site,
    group: groupOf(visit),
    address: (token) => absolute(accounts, visit, open, { token }, wanted ? { weiter: wanted } : {}),
  })
  if (done.ok) return redirect(visit.to(routes.linkSent, {}, { art: kind }))
  const text = t('identity.link.too-many', { wait: waitWords(t, done.error.seconds) })
  return tooMany(requestView(visit, kind, [{ field: 'email', text }]), done.error.seconds)
}

function sent(visit: Visit): Answer {
  const kind: Kind = visit.query.get('art') === 'forgot' ? 'forgot' : 'link'
  const body = <SentPage t={visit.t} minutes={linkMinutes[kinds[kind].purpose]} again={visit.to(kinds[kind].ask)} />
  return page(accountView(visit.t('identity.sent'), body))
}

function gone(visit: Visit, again: Route, submit: string): Answer {
  const body = <GonePage t={visit.t} again={visit.to(again)} submit={visit.t(submit)} />
  return page(accountView(visit.t('identity.gone'), body), 410)
}
const goneLink = (visit: Visit) => gone(visit, routes.askLink, 'identity.gone.link')
const gonePassword = (visit: Visit) => gone(visit, routes.forgot, 'identity.gone.password')
const goneEmail = (visit: Visit) => gone(visit, routes.account, 'identity.account.go')

/** Opening the link of a mail changes nothing: programs that look at mails open links, too. */
async function openLink(accounts: Accounts, visit: Visit): Promise<Answer> {
  const link = await seeLink(accounts, tokenOf(visit), 'sign-in')
  const person = link && (await personById(accounts.db, link.person))
  if (!person) return goneLink(visit)
  const title = visit.t('identity.open-link', { name: person.name })
  const body = (
    <ConfirmPage
      t={visit.t}
      action={visit.to(routes.useLink, { token: tokenOf(visit) })}
      title={title}
      lead={visit.t('identity.open-link.lead', { email: person.email })}
      submit={visit.t('identity.sign-in')}
      wanted={wantedOf(visit)}
    />
  )
  return page(accountView(title, body))
}

async function newPassword(accounts: Accounts, visit: Visit, faults: readonly FieldFault[] = []): Promise<Answer> {
  const link = await seeLink(accounts, tokenOf(visit), 'password', 'set-up')
  const person = link && (await personById(accounts.db, link.person))
  if (!person) return gonePassword(visit)
  const first = link.purpose === 'set-up'
  const body = (
    <NewPasswordPage
      t={visit.t}
      action={visit.to(routes.setPassword, { token: tokenOf(visit) })}
      faults={faults}
      first={first}
      email={person.email}
    />
  )
  const title = visit.t(first ? 'identity.set-up-account' : 'identity.new-password')
  return page(accountView(title, body), faults.length > 0 ? 422 : 200)
}

async function setPassword(accounts: Accounts, visit: Visit): Promise<Answer> {
  const done = await setPasswordByLink(accounts, { token: tokenOf(visit), password: field(visit, 'password'), site: visit.site })
  if (done.ok) return redirect(visit.to(routes.signIn, {}, { meldung: 'passwort' }))
  if (done.error.fault === 'gone') return gonePassword(visit)
  return newPassword(accounts, visit, [{ field: 'password', text: visit.t(`identity.new-password.${done.error.fault}`) }])
}

async function openEmail(accounts: Accounts, visit: Visit): Promise<Answer> {
  const link = await seeLink(accounts, tokenOf(visit), 'email')
  if (!link?.email) return goneEmail(visit)
  const title = visit.t('identity.open-email')
  const lead = visit.t('identity.open-email.lead', { email: link.email })
  const action = visit.to(routes.changeEmail, { token: tokenOf(visit) })
  return page(
    accountView(
      title,
      <ConfirmPage t={visit.t} action={action} title={title} lead={lead} submit={visit.t('identity.open-email.submit')} />,
    ),
  )
}

/** Links by mail: asking for one, opening it, using it. */
export const linkHandlers = (accounts: Accounts): Handler[] => [
  handler(routes.askLink, (visit) => page(requestView(visit, 'link'))),
  handler(routes.sendLink, (visit) => request(accounts, visit, 'link')),
  handler(routes.forgot, (visit) => page(requestView(visit, 'forgot'))),
  handler(routes.sendForgot, (visit) => request(accounts, visit, 'forgot')),
  handler(routes.linkSent, sent),
  handler(routes.openLink, (visit) => openLink(accounts, visit)),
  handler(routes.useLink, async (visit) => {
    const done = await signInByLink(accounts, tokenOf(visit), browserOf(accounts, visit))
    return done.ok ? enter(accounts, visit, done.value) : goneLink(visit)
  }),
  handler(routes.newPassword, (visit) => newPassword(accounts, visit)),
  handler(routes.setPassword, (visit) => setPassword(accounts, visit)),
  handler(routes.openEmail, (visit) => openEmail(accounts, visit)),
  handler(routes.changeEmail, async (visit) => {
    const done = await changeEmailByLink(accounts, tokenOf(visit), visit.site)
    return done.ok ? redirect(visit.to(routes.account, {}, { meldung: 'email' })) : goneEmail(visit)
  }),
]
