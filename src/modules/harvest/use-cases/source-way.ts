import { setTimeout as sleep } from 'node:timers/promises'
import { type Outbound, OutboundFault } from '#platform/outbound-fetch'
import type { Asking, Fetched, FolderFile, Way } from '../harvester.ts'
import { type FaultCode, HarvestFault } from '../model/fault.ts'
import { isLocal } from '../model/local-address.ts'

/** What one run may cost. */
export interface WayLimits {
  readonly requests: number
  /** Of the whole run, unpacked. */
  readonly bytes: number
  readonly seconds: number
  /** Of one answer. */
  readonly answerBytes: number
  readonly answerSeconds: number
  readonly stretchSeconds: number
  readonly stretchBytes: number
  /** Seconds before a request is tried again, one after the other. */
  readonly pauses: readonly number[]
}

export const usualWay: WayLimits = {
  requests: 20_000,
  bytes: 4_000_000_000,
  seconds: 3600,
  answerBytes: 128 * 1024 * 1024,
  answerSeconds: 300,
  stretchSeconds: 20,
  stretchBytes: 4096,
  pauses: [2, 10],
}

const codes: Partial<Record<OutboundFault['code'], FaultCode>> = { encoding: 'packed' }
const asFault = (error: OutboundFault): HarvestFault =>
  new HarvestFault(codes[error.code] ?? (error.code as FaultCode), error.params)

/** An error page, a sign-in page, a page "we are back soon": it begins as HTML does, whatever it calls itself. */
const isHtml = (bytes: Uint8Array) =>
  /^(?:\ufeff|ï»¿|\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1'),
  )

/** What is tried again: the source is busy or broken for a moment. */
const passing = new Set([429, 500, 502, 503, 504])

/** The way to what lies here. */
export interface LocalWay {
  read(address: string, limit: number): Promise<Fetched>
  files(address: string): Promise<readonly FolderFile[]>
}

/** What names this very answer: an ETag, or when it was last changed. */
function sealOf({ etag, 'last-modified': modified }: Readonly<Record<string, string>>): { seal?: string } {
  return etag || modified ? { seal: JSON.stringify({ etag: etag?.slice(0, 500), modified: modified?.slice(0, 100) }) } : {}
}

function ifChanged(seal: string): Record<string, string> {
  const { etag, modified } = JSON.parse(seal) as { etag?: string; modified?: string }
  return { ...(etag ? { 'if-none-match': etag } : {}), ...(modified ? { 'if-modified-since': modified } : {}) }
}

/** The way to a source for one run. */
export function openWay(outbound: Outbound, signal: AbortSignal, limits: WayLimits = usualWay, here?: LocalWay): Way {
  const began = performance.now()
  let requests = 0
  let bytes = 0

  async function once(address: string, asking: Asking): Promise<Fetched | { status: number; wait: number | undefined }> {
    if (++requests > limits.requests) throw new HarvestFault('too-many-pages', { limit: limits.requests })
    const left = limits.seconds - (performance.now() - began) / 1000
    if (left <= 0) throw new HarvestFault('too-long', { seconds: limits.seconds })
    const answer = await outbound.fetch(address, {
      ...(asking.accept ? { accept: asking.accept } : {}),
      ...(asking.body ? { body: asking.body } : {}),
      ...(asking.seal ? { headers: ifChanged(asking.seal) } : {}),
      signal,
      limits: {
        bytes: Math.min(limits.answerBytes, limits.bytes - bytes),
        seconds: Math.min(limits.answerSeconds, left),
        stretchSeconds: limits.stretchSeconds,
        stretchBytes: limits.stretchBytes,
      },
    })
    if (answer.status < 200 || answer.status > 299) {
      answer.drop()
      const wait = Number(answer.headers['retry-after'])
      return { status: answer.status, wait: Number.isFinite(wait) ? Math.min(Math.max(wait, 0), 60) : undefined }
    }
    const parts: Uint8Array[] = []
    for await (const part of answer.body) parts.push(part)
    const whole = Buffer.concat(parts)
    bytes += whole.length
    if (whole.length === 0) throw new HarvestFault('empty', { url: answer.address })
    if (isHtml(whole)) throw new HarvestFault('html', { url: answer.address, start: titleOf(whole) })
    const date = Date.parse(answer.headers.date ?? '')
    return {
      bytes: whole,
      contentType: answer.contentType,
      address: answer.address,
      ...sealOf(answer.headers),
      ...(Number.isNaN(date) ? {} : { date: new Date(date).toISOString() }),
    }
  }

  async function ask(address: string, asking: Asking = {}): Promise<Fetched | undefined> {
    if (here && isLocal(address)) {
      const found = await here.read(address, limits.answerBytes)
      return found.seal !== undefined && found.seal === asking.seal ? undefined : found
    }
    for (let attempt = 0; ; attempt++) {
      const pause = limits.pauses[attempt]
      try {
        const answer = await once(address, asking)
        if ('bytes' in answer) return answer
        if (asking.unless?.includes(answer.status)) return undefined
        if (!passing.has(answer.status) || pause === undefined)
          throw new HarvestFault('status', { url: address, status: answer.status })
        await sleep((answer.wait ?? pause) * 1000, undefined, { signal })
      } catch (error) {
        if (!(error instanceof OutboundFault)) throw error
        const again = error.code === 'unreachable' || error.code === 'cut-off'
        if (!again || pause === undefined || signal.aborted) throw asFault(error)
        await sleep(pause * 1000, undefined, { signal })
      }
    }
  }

  return {
    ask,
    files: async (address) => {
      if (!here) throw new HarvestFault('not-this-kind', { url: address })
      return here.files(address)
    },
    async get(address, asking = {}) {
      const answer = await ask(address, asking)
      if (!answer) throw new HarvestFault('status', { url: address, status: 404 })
      return answer
    },
  }
}

const titleOf = (bytes: Uint8Array): string =>
  (/<title[^>]*>([^<]{1,200})/i.exec(Buffer.from(bytes.subarray(0, 20_000)).toString('utf8'))?.[1] ?? '')
    .trim()
    .replace(/\s+/g, ' ')
