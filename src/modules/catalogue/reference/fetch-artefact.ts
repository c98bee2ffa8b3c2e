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
  address: string,
  accept: string,
  limits: FetchLimits = fetchLimits,
  plain: PlainAllowed = () => false,
): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(limits.seconds * 1000)
  let url = new URL(address)
  try {
    for (let hop = 0; hop <= limits.redirects; hop++) {
      url = secured(url, hop, plain)
      const answer = await fetch(url, {
        redirect: 'manual',
        signal,
        headers: { accept: `${accept}, */*;q=0.1`, 'user-agent': 'Allmende reference install' },
      })
      const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null
      if (!next) return await body(answer, limits)
      await answer.body?.cancel()
      url = new URL(next, url)
    }
  } catch (error) {
    if (error instanceof FetchFault) throw error
    if (signal.aborted) throw new FetchFault('too-slow', { seconds: limits.seconds })
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw new FetchFault('unreachable', { detail: cause instanceof Error ? cause.message.slice(0, 200) : String(cause) })
  }
  throw new FetchFault('redirects', { count: limits.redirects })
}

function secured(url: URL, hop: number, plain: PlainAllowed): URL {
  if (url.protocol === 'https:' || (url.protocol === 'http:' && plain(url.hostname))) return url
  if (url.protocol !== 'http:' || hop === 0) throw new FetchFault('not-https', { address: url.href })
  const upgraded = new URL(url)
  upgraded.protocol = 'https:'
  return upgraded
}

async function body(answer: Response, limits: FetchLimits): Promise<Uint8Array> {
  if (!answer.ok) {
    await answer.body?.cancel()
    throw new FetchFault('status', { status: answer.status })
  }
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of answer.body ?? []) {
    bytes += part.length
    if (bytes > limits.bytes) throw new FetchFault('too-large', { limit: Math.round(limits.bytes / 1024 / 1024) })
    parts.push(part)
  }
  return Buffer.concat(parts)
}
