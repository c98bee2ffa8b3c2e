import {
  type Answer,
  type Handler,
  handler,
  page,
  readCookie,
  redirect,
  type Visit,
  withCookies,
  writeCookie,
} from '#platform/http'
import { routes } from '../../routes.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import type { Provider, ProviderFlow } from '../../use-cases/account/provider.ts'
import { noteRefusal, signInByProvider } from '../../use-cases/account/sign-in-by-provider.ts'
import { browserOf, onward, originOf, sessionCookie, wantedOf } from './browser.ts'
import { signInView } from './sign-in-handlers.tsx'

const purpose = 'provider-flow'
const cookieName = (publicUrl: string) => `${publicUrl.startsWith('https:') ? '__Host-' : ''}allmende-anbieter`

/** Where the service leads back to: the same for all tenants of a host, so that it is registered there once. */
const redirectOf = (accounts: Accounts, visit: Visit) => originOf(accounts, visit) + routes.fromProvider.path

/** What stands before the paths of this site in this language. */
const prefixOf = (visit: Visit) => visit.to(routes.signIn).slice(0, -routes.signIn.path.length)

async function refused(accounts: Accounts, visit: Visit, reason: string, status: number): Promise<Answer> {
  const text = visit.t(`identity.provider.${reason}`, { name: accounts.config.OIDC_NAME })
  return page(await signInView(accounts, visit, [{ field: 'email', text }]), status)
}

async function begin(accounts: Accounts, provider: Provider, visit: Visit): Promise<Answer> {
  const started = await provider.begin(redirectOf(accounts, visit), prefixOf(visit), wantedOf(visit))
  if (!started.ok) return refused(accounts, visit, 'away', 503)
  const { publicUrl } = accounts.config
  const sealed = accounts.keys.seal(JSON.stringify(started.value.flow), purpose)
  return withCookies(redirect(started.value.url, 302), writeCookie(publicUrl, cookieName(publicUrl), sealed, 600))
}

function flowOf(accounts: Accounts, visit: Visit): ProviderFlow | undefined {
  const sealed = readCookie(visit.request.headers.cookie, cookieName(accounts.config.publicUrl))
  const opened = sealed && accounts.keys.open(sealed, purpose)
  return opened ? (JSON.parse(opened) as ProviderFlow) : undefined
}

/** Takes what the browser brings back, once: what it kept for it is removed whatever the outcome is. */
async function back(accounts: Accounts, provider: Provider, visit: Visit): Promise<Answer> {
  const { publicUrl } = accounts.config
  const done = writeCookie(publicUrl, cookieName(publicUrl), '', 0)
  const flow = flowOf(accounts, visit)
  const about = flow && (await provider.finish(flow, visit.query))
  if (!flow || !about?.ok) {
    await noteRefusal(accounts, visit.site, about?.ok === false ? about.error : 'foreign-browser')
    return withCookies(await refused(accounts, visit, 'refused', 403), done)
  }
  const entered = await signInByProvider(accounts, { about: about.value, site: visit.site, browser: browserOf(accounts, visit) })
  if (!entered.ok) return withCookies(await refused(accounts, visit, entered.error, 403), done)
  const next = flow.prefix + routes.goOn.path + (flow.wanted ? `?weiter=${encodeURIComponent(flow.wanted)}` : '')
  return withCookies(redirect(next), sessionCookie(accounts, entered.value), done)
}

/** Leads on whoever has just come back from the service, in the language and at the tenant where he began. */
function goOn(accounts: Accounts, visit: Visit): Answer {
  const wanted = wantedOf(visit)
  const query = wanted ? { weiter: wanted } : {}
  if (!visit.actor.person) return redirect(visit.to(routes.signIn, {}, query))
  if (visit.actor.awaitsSecondFactor) return redirect(visit.to(routes.secondFactor, {}, query))
  return redirect(onward(accounts, visit, wanted, visit.actor))
}

/** Signing in by the municipality's own service; without one in the settings there are no such pages. */
export const providerHandlers = (accounts: Accounts): Handler[] => {
  const { provider } = accounts
  return provider
    ? [
        handler(routes.toProvider, (visit) => begin(accounts, provider, visit), { perMinute: 60 }),
        handler(routes.fromProvider, (visit) => back(accounts, provider, visit), { perMinute: 60 }),
        handler(routes.goOn, (visit) => goOn(accounts, visit)),
      ]
    : []
}
