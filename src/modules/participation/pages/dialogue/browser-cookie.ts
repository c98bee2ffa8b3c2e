import { readCookie, type Visit } from '#platform/http'

/** The cookie of a browser that reacted: a random number, signed. Set only when a button is pressed. */
export const browserCookie = 'allmende-mitmachen'

/** What the browser brought. */
export const browserCookieOf = (visit: Visit): string | undefined => readCookie(visit.request.headers.cookie, browserCookie)
