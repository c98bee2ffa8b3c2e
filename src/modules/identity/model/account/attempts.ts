/** How often something may be tried: by one account, and from one group of addresses. */
export interface Limit {
  readonly name: string
  readonly account: number
  readonly group: number
  /** Seconds in which the tries are counted. */
  readonly within: number
}

const quarter = 15 * 60

/** The limits of sign-in. A town hall may stand behind one address, so a group may do more; what succeeds does not count. */
export const limits = {
  password: { name: 'password', account: 10, group: 100, within: quarter },
  code: { name: 'code', account: 8, group: 100, within: quarter },
  mail: { name: 'mail', account: 5, group: 50, within: 3600 },
} as const satisfies Record<string, Limit>

/** The group an address belongs to: /24 for IPv4, /48 for IPv6, the smallest that one owner usually has. */
export function addressGroup(address: string): string {
  const v4 = /(?:^|:)(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address)?.[1]
  if (v4) return v4
  const [head = '', tail] = address.split('::')
  const first = head.split(':').filter(Boolean)
  const last = tail?.split(':').filter(Boolean) ?? []
  const middle: string[] = tail === undefined ? [] : Array(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...middle, ...last]
    .slice(0, 3)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}
