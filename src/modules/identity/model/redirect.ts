/** What is wrong with a redirect. */
export type RedirectFault = 'missing' | 'invalid' | 'long' | 'internal' | 'shadowed' | 'foreign-host' | 'loop' | 'self' | 'taken'

/** Addresses that belong to the house for good. */
const internal = /^\/(?:intern|anmelden|abmelden|konto|einladung|assets|api)(?:\/|$)/

/** An old path as it is looked up: no query, no slash at the end, decoded. Undefined when it is no path. */
export function plainPath(typed: string): string | undefined {
  const [path = ''] = typed.trim().split(/[?#]/, 1)
  if (!/^\/[^\s\\]*$/.test(path) || path.startsWith('//') || path.split('/').includes('..')) return undefined
  try {
    const plain = decodeURIComponent(path)
    return /\p{Cc}/u.test(plain) ? undefined : plain.replace(/(?<=.)\/+$/, '')
  } catch {
    return undefined
  }
}

/** Where a redirect leads: a path of this site, or a whole address on one of its own hosts. */
export function checkTarget(typed: string, hosts: readonly string[]): { target: string } | { fault: RedirectFault } {
  const target = typed.trim()
  if (target === '') return { fault: 'missing' }
  if (target.length > 500) return { fault: 'long' }
  if (target.startsWith('/')) return plainPath(target) === undefined ? { fault: 'invalid' } : { target }
  const url = URL.parse(target)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return { fault: 'invalid' }
  return hosts.includes(url.hostname) ? { target: url.href } : { fault: 'foreign-host' }
}

/** What is wrong with the old path. `answered` says whether a page of the house always stands there. */
export function checkOldPath(typed: string, answered: (path: string) => boolean): { path: string } | { fault: RedirectFault } {
  if (typed.trim() === '') return { fault: 'missing' }
  const path = plainPath(typed)
  if (path === undefined || path === '/') return { fault: 'invalid' }
  if (path.length > 300) return { fault: 'long' }
  if (internal.test(path)) return { fault: 'internal' }
  return answered(path) ? { fault: 'shadowed' } : { path }
}

/** Whether a new redirect would lead in a circle, with those that are there. */
export function leadsInCircle(redirects: ReadonlyMap<string, string>, oldPath: string, target: string): boolean {
  const seen = new Set([oldPath])
  for (let at: string | undefined = target; at?.startsWith('/'); ) {
    const path = plainPath(at)
    if (path === undefined) return false
    if (seen.has(path)) return true
    seen.add(path)
    at = redirects.get(path)
  }
  return false
}
