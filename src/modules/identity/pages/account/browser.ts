import { type Actor, may } from '#kernel/actor.ts'
import type { Params, Query, Route } from '#kernel/route.ts'
import { readCookie, sessionCookieName, type Visit, writeCookie } from '#platform/http'
import { addressGroup } from '../../model/account/attempts.ts'
import { deviceOf } from '../../model/account/device.ts'
import { localPath } from '../../model/account/local-path.ts'
import { routes } from '../../routes.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import type { Browser } from '../../use-cases/account/open-session.ts'

/** The browser of a visit, as a session remembers it. */
export const browserOf = ({ config }: Accounts, visit: Visit): Browser => ({
  device: deviceOf(visit.request.headers['user-agent']),
  token: readCookie(visit.request.headers.cookie, sessionCookieName(config.publicUrl)),
})

/** The network a visit comes from. Behind a proxy it is the address the proxy names, and only where TRUST_PROXY says so. */
export const groupOf = (visit: Visit): string => addressGroup(visit.request.ip)

/** The Set-Cookie line of a session: until the browser closes, or its time is over. */
export const sessionCookie = ({ config }: Accounts, token: string): string =>
  writeCookie(config.publicUrl, sessionCookieName(config.publicUrl), token)

/** The line that takes the session out of the browser. */
export const noSessionCookie = ({ config }: Accounts): string =>
  writeCookie(config.publicUrl, sessionCookieName(config.publicUrl), '', 0)

/** Scheme and host of this visit: the tenant's own host when it was asked for by that name, else the configured address. A name that nobody configured counts for nothing. */
export function originOf({ config }: Accounts, visit: Visit): string {
  const host = visit.request.headers.host?.toLowerCase().replace(/:\d+$/, '') ?? ''
  return visit.site.hosts.includes(host) ? `https://${host}` : config.publicUrl
}

/** Full address of a page, for mails and for other services. */
export const absolute = (accounts: Accounts, visit: Visit, route: Route, params?: Params, query?: Query): string =>
  originOf(accounts, visit) + visit.to(route, params, query)

/** Where somebody was going, as the address or the form says; undefined when it says nothing or leads elsewhere. */
export const wantedOf = (visit: Visit): string | undefined => localPath(visit.form.get('weiter') ?? visit.query.get('weiter'))

/** Where to go on: where somebody wanted to go, below this tenant and in this language, else to work, else to the account. */
export function onward({ staffHome }: Accounts, visit: Visit, wanted: string | undefined, who: Actor): string {
  const own = visit.to(routes.signIn)
  if (wanted) return own.slice(0, own.length - routes.signIn.path.length) + wanted
  if (may(who, staffHome.permission, visit.site.id)) return visit.to(staffHome)
  // Whoever signs in elsewhere than where he works is taken there.
  // A tenant with a host of its own has sessions of its own.
  const work = visit.sites.all.find((site) => site.hosts.length === 0 && may(who, staffHome.permission, site.id))
  return work ? visit.toSite(work, staffHome) : visit.to(routes.account)
}
