import { type Outbound, OutboundFault } from '#platform/outbound-fetch'

/** What a download may ask of us. */
export interface FetchLimits {
  readonly bytes: number
  readonly seconds: number
  readonly redirects: number
}

export const fetchLimits: FetchLimits = { bytes: 128 * 1024 * 1024, seconds: 120, redirects: 6 }

/** Why a download failed: a text key `catalogue.reference.fetch.<code>` with its values. */
export class FetchFault extends Error {
  readonly code: 'not-https' | 'status' | 'too-large' | 'too-slow' | 'redirects' | 'unreachable'
  readonly params: Readonly<Record<string, string | number>>
  constructor(code: FetchFault['code'], params: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}

/** Hosts that may be asked without TLS: none outside tests. */
export type PlainAllowed = (host: string) => boolean

/**
 * Fetches one document over https. A redirect to http is followed as https, because EU lists still name themselves with http.
 * Throws a FetchFault.
 */
export async function fetchArtefact(
  outbound: Outbound,
  address: string,
  accept: string,
  limits: FetchLimits = fetchLimits,
  plain: PlainAllowed = () => false,
): Promise<Uint8Array> {
  try {
    const answer = await outbound.fetch(address, {
      accept: `${accept}, */*;q=0.1`,
      limits,
      onHop: (url, hop) => secured(url, hop, plain),
    })
    if (answer.status < 200 || answer.status > 299) {
      answer.drop()
      throw new FetchFault('status', { status: answer.status })
    }
    const parts: Uint8Array[] = []
    for await (const part of answer.body) parts.push(part)
    return Buffer.concat(parts)
  } catch (error) {
    throw error instanceof OutboundFault ? told(error, limits) : error
  }
}

function told({ code, params, message }: OutboundFault, limits: FetchLimits): FetchFault {
  if (code === 'too-slow') return new FetchFault('too-slow', { seconds: limits.seconds })
  if (code === 'too-large') return new FetchFault('too-large', { limit: Math.round(limits.bytes / 1024 / 1024) })
  if (code === 'redirects') return new FetchFault('redirects', { count: limits.redirects })
  return new FetchFault('unreachable', { detail: String(params.detail ?? message).slice(0, 300) })
}

function secured(url: URL, hop: number, plain: PlainAllowed): URL {
  if (url.protocol === 'https:' || (url.protocol === 'http:' && plain(url.hostname))) return url
  if (url.protocol !== 'http:' || hop === 0) throw new FetchFault('not-https', { address: url.href })
  const upgraded = new URL(url)
  upgraded.protocol = 'https:'
  return upgraded
}
