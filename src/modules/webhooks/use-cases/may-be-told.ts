import { OutboundFault, readAllowedHosts } from '#platform/outbound-fetch'
import type { WebhooksHouse } from '../house.ts'

/** Whether an address is one that messages may go to: https, or http where the operator named the host. */
export function mayBeTold({ config }: Pick<WebhooksHouse, 'config'>, address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol === 'https:') return true
  const hosts = readAllowedHosts(config.OUTBOUND_ALLOWED_HOSTS)
  return url.protocol === 'http:' && 'allowed' in hosts && hosts.allowed(url.hostname, url.port || '80')
}

/** The code of a fault of a request, for a text. */
export const faultCode = (error: unknown): string => (error instanceof OutboundFault ? error.code : 'unreachable')
