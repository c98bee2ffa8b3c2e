import { promises as dns } from 'node:dns'
import http, { type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AllowedHosts } from './allowed-hosts.ts'
import { readBody } from './body.ts'
import { OutboundFault } from './fault.ts'
import { isInternalAddress } from './internal-address.ts'

/** What one request may cost us. Bytes count what is left after unpacking. */
export interface OutboundLimits {
  readonly bytes: number
  /** The whole request with all redirects and the body. */
  readonly seconds: number
  readonly redirects: number
  /** Seconds without a single byte. */
  readonly idleSeconds: number
  /** Of each stretch of so many seconds spent waiting for the body ... */
  readonly stretchSeconds: number
  /** ... at least so many bytes must have come. */
  readonly stretchBytes: number
}

export const usualLimits: OutboundLimits = {
  bytes: 128 * 1024 * 1024,
  seconds: 300,
  redirects: 5,
  idleSeconds: 60,
  stretchSeconds: 20,
  stretchBytes: 4096,
}

export interface OutboundRequest {
  /** Accept header. */
  readonly accept?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Only the head is asked for; also after a redirect. */
  readonly head?: boolean
  /** Sent by POST; a redirect to another page (301 to 303) drops it. */
  readonly body?: { readonly type: string; readonly text: string }
  readonly limits?: Partial<OutboundLimits>
  readonly signal?: AbortSignal
  /** Changes or refuses (by throwing) the address of each hop before it is asked; 0 is the first. */
  readonly onHop?: (url: URL, hop: number) => URL
}

/** An answer whose head is read. Whoever takes it reads the body or calls `drop`. */
export interface OutboundAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly contentType: string | undefined
  /** Address after redirects. */
  readonly address: string
  /** Every redirect on the way there was one for good (301, 308). */
  readonly permanent?: boolean
  /** Unpacked, bounded by size, time and speed; ends with an OutboundFault. */
  readonly body: AsyncIterable<Uint8Array>
  drop(): void
}

/** The one way out: every request to an address that somebody else may have chosen goes through it. */
export interface Outbound {
  /** Throws an OutboundFault; a status other than 2xx is an answer, not a fault. */
  fetch(address: string, request?: OutboundRequest): Promise<OutboundAnswer>
  /** What would be refused about an address before anything is sent; names are resolved for it. */
  refuses(address: string): Promise<OutboundFault | undefined>
  close(): void
}

/** Gives all addresses of a name. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

export interface OutboundOptions {
  /** Hosts that may lie inside a private network. Nobody without it. */
  readonly allowed?: AllowedHosts
  /** Another way to find addresses: for tests. */
  readonly resolve?: Resolve
  readonly limits?: Partial<OutboundLimits>
  readonly userAgent?: string
}

const agentName = 'Allmende (open data catalogue)'
const hostOf = (url: URL) => url.hostname
const bare = (host: string) => host.replace(/^\[|\]$/g, '')
const portOf = (url: URL) => url.port || (url.protocol === 'https:' ? '443' : '80')
const refusal = (url: string, ip: string) => new OutboundFault('internal', { url, ip })

function readAddress(address: string): URL {
  if (!URL.canParse(address)) throw new OutboundFault('address', { url: address.slice(0, 200) })
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutboundFault('scheme', { url: address.slice(0, 200) })
  // A name and a password in an address end up in logs; nobody needs them for open data.
  url.username = ''
  url.password = ''
  return url
}

/**
 * Opens the guarded client. The addresses of a name are looked up once for each connection and the connection is made to exactly
 * those that were checked, so it does not matter what the name server says the next time. Each redirect is a request like the first.
 */
export function openOutbound(options: OutboundOptions = {}): Outbound {
  const { allowed = () => false, resolve = (host) => dns.lookup(host, { all: true, verbatim: true }) } = options
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: 8, timeout: 120_000 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: 8, timeout: 120_000 }),
  }
  const mayBeInside = (url: URL) => allowed(hostOf(url), portOf(url))

  /** Called by the connection itself: what it gives back is what is connected to. */
  const lookupFor =
    (url: URL): LookupFunction =>
    (host, wanted, done) => {
      resolve(host).then(
        (found) => {
          const inside = mayBeInside(url) ? undefined : found.find(({ address }) => isInternalAddress(address))
          const [first] = found
          if (inside) done(refusal(url.href, inside.address), '', 0)
          else if (!first) done(Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' }), '', 0)
          else if (wanted.all) done(null, [...found])
          else done(null, first.address, first.family)
        },
        (error: NodeJS.ErrnoException) => done(error, '', 0),
      )
    }

  const ask = (url: URL, request: OutboundRequest, post: boolean, signal: AbortSignal) =>
    new Promise<IncomingMessage>((done, refuse) => {
      const literal = bare(hostOf(url))
      // A connection to a number asks nobody for its address.
      if (isIP(literal) !== 0 && !mayBeInside(url) && isInternalAddress(literal)) {
        refuse(refusal(url.href, literal))
        return
      }
      const about: RequestOptions = {
        method: post ? 'POST' : request.head ? 'HEAD' : 'GET',
        agent: agents[url.protocol as 'http:' | 'https:'],
        lookup: lookupFor(url),
        signal,
        headers: {
          accept: request.accept ?? '*/*',
          'accept-encoding': 'gzip, deflate, br',
          'user-agent': options.userAgent ?? agentName,
          ...request.headers,
          ...(post && request.body
            ? { 'content-type': request.body.type, 'content-length': String(Buffer.byteLength(request.body.text)) }
            : {}),
        },
      }
      const sent = (url.protocol === 'https:' ? https : http).request(url, about)
      sent.once('response', done)
      sent.once('error', refuse)
      sent.end(post ? request.body?.text : undefined)
    })

  /** Asks once more where a connection kept from an earlier request had been closed by the other side. */
  const askSafely = async (url: URL, request: OutboundRequest, post: boolean, signal: AbortSignal) => {
    try {
      return await ask(url, request, post, signal)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (signal.aborted || (code !== 'ECONNRESET' && code !== 'EPIPE')) throw error
      await sleep(100, undefined, { signal })
      return ask(url, request, post, signal)
    }
  }

  async function fetch(address: string, request: OutboundRequest = {}): Promise<OutboundAnswer> {
    const limits: OutboundLimits = { ...usualLimits, ...options.limits, ...request.limits }
    // A timer that is bound to this request and cleared with it.
    const end = new AbortController()
    const clock = setTimeout(() => end.abort('time'), limits.seconds * 1000)
    const stop = () => end.abort('stopped')
    request.signal?.addEventListener('abort', stop, { once: true })
    const release = () => {
      clearTimeout(clock)
      request.signal?.removeEventListener('abort', stop)
    }
    let url = new URL('http://unknown.invalid')
    /** What `onHop` threw goes out as it is. */
    let refused: { readonly error: unknown } | undefined
    const told = (error: unknown): OutboundFault => {
      if (error instanceof OutboundFault) return error
      if (end.signal.aborted)
        return end.signal.reason === 'time'
          ? new OutboundFault('too-slow', { url: url.href, seconds: limits.seconds })
          : new OutboundFault('stopped', { url: url.href })
      return new OutboundFault('unreachable', {
        url: url.href,
        detail: error instanceof Error ? error.message.slice(0, 200) || String((error as NodeJS.ErrnoException).code) : 'unknown',
      })
    }
    try {
      if (request.signal?.aborted) stop()
      url = readAddress(address)
      let post = request.body !== undefined
      let permanent = true
      for (let hop = 0; hop <= limits.redirects; hop++) {
        try {
          url = request.onHop?.(url, hop) ?? url
        } catch (error) {
          refused = { error }
          throw error
        }
        const idle = setTimeout(() => end.abort('time'), Math.min(limits.idleSeconds, limits.seconds) * 1000)
        const message = await askSafely(url, request, post, end.signal).finally(() => clearTimeout(idle))
        const status = message.statusCode ?? 0
        const next = status >= 300 && status < 400 && status !== 304 ? message.headers.location : undefined
        if (next !== undefined) {
          message.destroy()
          permanent &&= status === 301 || status === 308
          if (status === 301 || status === 302 || status === 303) post = false
          if (!URL.canParse(next, url)) throw new OutboundFault('address', { url: next.slice(0, 200) })
          url = readAddress(new URL(next, url).href)
          continue
        }
        const drop = () => {
          release()
          message.destroy()
        }
        const headers = Object.fromEntries(
          Object.entries(message.headers).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
          ),
        )
        return {
          status,
          headers,
          contentType: headers['content-type'],
          address: url.href,
          permanent,
          body: readBody(message, { url: url.href, limits, signal: end.signal, told, release }),
          drop,
        }
      }
      throw new OutboundFault('redirects', { url: address.slice(0, 500), limit: limits.redirects })
    } catch (error) {
      release()
      throw refused ? refused.error : told(error)
    }
  }

  return {
    fetch,
    async refuses(address) {
      try {
        const url = readAddress(address)
        if (mayBeInside(url)) return undefined
        const literal = bare(hostOf(url))
        if (isIP(literal) !== 0) return isInternalAddress(literal) ? refusal(url.href, literal) : undefined
        const inside = (await resolve(literal).catch(() => [])).find((one) => isInternalAddress(one.address))
        return inside && refusal(url.href, inside.address)
      } catch (error) {
        if (error instanceof OutboundFault) return error
        throw error
      }
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}
