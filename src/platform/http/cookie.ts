/** The cookie that names a session: bound to the host and to https where there is https. */
export const sessionCookieName = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-allmende' : 'allmende')

/** A value of the Cookie header (RFC 6265 4.2); undefined when it is not there. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** A Set-Cookie line that no script reads and no foreign page sends along; `seconds` 0 removes the cookie, undefined lasts until the browser closes. */
export function writeCookie(publicUrl: string, name: string, value: string, seconds?: number): string {
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}${age}`
}
