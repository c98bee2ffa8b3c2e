import { type Answer, type Handler, handler, page, redirect, type Visit, withCookies } from '#platform/http'
import type { FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { demoPassword } from '../../demo/accounts.ts'
import { routes } from '../../routes.ts'
import { demoPeopleOf } from '../../store/account/demonstration.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import { signIn } from '../../use-cases/account/sign-in.ts'
import { signOut } from '../../use-cases/account/sign-out.ts'
import { browserOf, groupOf, noSessionCookie, onward, sessionCookie, wantedOf } from './browser.ts'
import { DemoSection } from './demo-section.tsx'
import { accountView, field, tooMany, waitWords } from './parts.tsx'
import { passkeyWay } from './passkey-form.tsx'
import { SignInPage } from './sign-in-page.tsx'

/** What a visit may have to be told after it was sent here; anything else in the query says nothing. */
const news = ['abgemeldet', 'passwort', 'geloescht', 'eingeladen'] as const

/** The sign-in page, with what is wrong or what happened before. */
export async function signInView(accounts: Accounts, visit: Visit, faults: readonly FieldFault[] = []) {
  const { t, actor } = visit
  const wanted = wantedOf(visit)
  const carried = wanted ? { weiter: wanted } : {}
  const told = news.find((one) => one === visit.query.get('meldung'))
  const known = actor.person && !actor.awaitsSecondFactor ? actor.person : undefined
  const signedIn = visit.query.has('erneut') ? undefined : known
  const demo = accounts.demonstration && !signedIn ? await demoPeopleOf(accounts.db, visit.site.within) : []
  return accountView(
    t('identity.sign-in'),
    <SignInPage
      t={t}
      action={visit.to(routes.signInNow)}
      email={field(visit, 'email')}
      wanted={wanted}
      faults={faults}
      told={told && t(`identity.told.${told}`)}
      person={signedIn && { name: signedIn.name, href: visit.to(routes.account), signOut: visit.to(routes.signOut) }}
      passkey={passkeyWay(visit)}
      ways={[
        ...(accounts.provider
          ? [
              {
                href: visit.to(routes.toProvider, {}, carried),
                text: t('identity.provider.do', { name: accounts.provider.name }),
              },
            ]
          : []),
        { href: visit.to(routes.askLink, {}, carried), text: t('identity.link') },
        { href: visit.to(routes.forgot, {}, carried), text: t('identity.forgot') },
      ]}
      more={
        demo.length > 0 && (
          <DemoSection
            t={t}
            action={visit.to(routes.signInNow)}
            people={demo}
            sites={visit.sites}
            wanted={wanted}
            password={demoPassword}
          />
        )
      }
    />,
    { islands: ['passkey'] },
  )
}

/** Goes on with a fresh session: to the second factor when one is due, else to where somebody wanted to go. */
export async function enter(accounts: Accounts, visit: Visit, token: string): Promise<Answer> {
  const wanted = wantedOf(visit)
  const who = await accounts.identify(token)
  const second = visit.to(routes.secondFactor, {}, wanted ? { weiter: wanted } : {})
  const next = who.awaitsSecondFactor ? second : onward(accounts, visit, wanted, who)
  return withCookies(redirect(next), sessionCookie(accounts, token))
}

async function signInNow(accounts: Accounts, visit: Visit): Promise<Answer> {
  const { t } = visit
  const [email, password] = [field(visit, 'email'), field(visit, 'password')]
  const missing = [
    ...(email.trim() === '' ? [{ field: 'email', text: t('identity.email.missing') }] : []),
    ...(password === '' ? [{ field: 'password', text: t('identity.password.missing') }] : []),
  ]
  if (missing.length > 0) return page(await signInView(accounts, visit, missing), 422)
  const done = await signIn(accounts, {
    email,
    password,
    site: visit.site,
    group: groupOf(visit),
    browser: browserOf(accounts, visit),
  })
  if (done.ok) return enter(accounts, visit, done.value)
  if (done.error.fault === 'too-many') {
    const text = t('identity.sign-in.too-many', { wait: waitWords(t, done.error.seconds) })
    return tooMany(await signInView(accounts, visit, [{ field: 'email', text }]), done.error.seconds)
  }
  return page(await signInView(accounts, visit, [{ field: 'email', text: t('identity.sign-in.wrong') }]), 422)
}

/** Signing in with a password, and signing out. */
export const signInHandlers = (accounts: Accounts): Handler[] => [
  handler(routes.signIn, async (visit) => page(await signInView(accounts, visit))),
  handler(routes.signInNow, (visit) => signInNow(accounts, visit)),
  handler(routes.signOut, async (visit) => {
    const { token } = browserOf(accounts, visit)
    const told = redirect(visit.to(routes.signIn, {}, { meldung: 'abgemeldet' }))
    if (!token) return told
    await signOut(accounts, token)
    return withCookies(told, noSessionCookie(accounts))
  }),
]
