import { formatMoment } from '#kernel/clock.ts'
import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import { noticesOf } from '../../model/account/notices.ts'
import { routes } from '../../routes.ts'
import { rolesOf } from '../../store/account/persons.ts'
import { endOtherSessions, endSession, sessionsOf } from '../../store/account/sessions.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import { AccountPage } from './account-page.tsx'
import { type Known, known } from './known.ts'
import { accountView, field } from './parts.tsx'

/** What may have happened before; anything else in the query says nothing. */
const news = ['profil', 'email', 'link', 'nachrichten', 'passwort', 'sitzungen', 'app-weg', 'passkey', 'passkey-weg'] as const

const linksOf = (visit: Visit) => ({
  profile: visit.to(routes.profile),
  notices: visit.to(routes.notices),
  password: visit.to(routes.password),
  app: visit.to(routes.app),
  passkeys: visit.to(routes.passkeys),
  tokens: visit.to(routes.tokens),
  export: visit.to(routes.exportData),
  erase: visit.to(routes.erase),
})

async function account(accounts: Accounts, { visit, person, session }: Known): Promise<Answer> {
  const { t } = visit
  const told = news.find((one) => one === visit.query.get('meldung'))
  const [roles, sessions] = await Promise.all([rolesOf(accounts.db, person.id), sessionsOf(accounts.db, person.id)])
  const body = (
    <AccountPage
      t={t}
      person={person}
      notices={noticesOf(person.notices)}
      roles={roles.map(({ tenant, role }) => ({ role: t(`identity.role.${role}`), place: visit.sites.byId(tenant)?.name ?? '' }))}
      sessions={sessions}
      current={session.id}
      time={(moment) => formatMoment(moment, visit.lang, 'text')}
      told={told && t(`identity.told.${told}`)}
      links={linksOf(visit)}
      endSessions={visit.to(routes.endSessions)}
      signOut={visit.to(routes.signOut)}
      staff={
        visit.may(accounts.staffHome.permission)
          ? { href: visit.to(accounts.staffHome), text: t('identity.account.work') }
          : undefined
      }
    />
  )
  return page(accountView(t('identity.account'), body))
}

/** Ends one named session of the person, or all but this one. */
async function endSessions(accounts: Accounts, { visit, person, session }: Known): Promise<Answer> {
  const named = field(visit, 'session')
  if (!named) await endOtherSessions(accounts.db, person.id, session.id)
  else if (/^[0-9a-f-]{36}$/.test(named)) await endSession(accounts.db, person.id, named)
  return redirect(visit.to(routes.account, {}, { meldung: 'sitzungen' }))
}

/** The overview of one's own account, and one's sessions. */
export const myAccountHandlers = (accounts: Accounts): Handler[] => [
  handler(routes.account, (visit) => known(accounts, visit, (one) => account(accounts, one))),
  handler(routes.endSessions, (visit) => known(accounts, visit, (one) => endSessions(accounts, one))),
]
