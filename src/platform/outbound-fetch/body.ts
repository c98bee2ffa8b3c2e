import type { IncomingMessage } from 'node:http'
import { type Duplex, pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OutboundFault } from './fault.ts'
import type { OutboundLimits } from './outbound.ts'

interface BodyContext {
  readonly url: string
  readonly limits: OutboundLimits
  readonly signal: AbortSignal
  /** Makes a fault of whatever was thrown. */
  readonly told: (error: unknown) => OutboundFault
  readonly release: () => void
}

function unpacker(encoding: string, url: string): Duplex | undefined {
  // More than one layer is never needed, and each multiplies what a few bytes can become.
  if (encoding === '' || encoding === 'identity') return undefined
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  if (encoding === 'br') return createBrotliDecompress()
  throw new OutboundFault('encoding', { url, detail: encoding.slice(0, 60) })
}

/** So many pieces in a stretch are a drip, if there is little in them. */
const drops = 5

/** The packed bytes as they come, as long as they come fast enough. Only time spent waiting for the source counts, not our own work. */
async function* inTime(message: IncomingMessage, { url, limits }: BodyContext): AsyncGenerator<Buffer> {
  const { idleSeconds, stretchSeconds, stretchBytes } = limits
  const tooSlow = (seconds: number) => new OutboundFault('too-slow', { url, seconds })
  const pieces: AsyncIterator<Buffer> = message[Symbol.asyncIterator]()
  let waited = 0
  let bytes = 0
  let count = 0
  try {
    for (;;) {
      const began = performance.now()
      const idle = setTimeout(() => message.destroy(tooSlow(idleSeconds)), idleSeconds * 1000)
      const next = await pieces.next().finally(() => clearTimeout(idle))
      if (next.done) return
      waited += performance.now() - began
      bytes += next.value.length
      count++
      // Drop by drop; a small answer that came late, but at once, is none.
      if (waited > stretchSeconds * 1000 && count >= drops) {
        if (bytes < stretchBytes) throw tooSlow(stretchSeconds)
        waited = 0
        bytes = 0
        count = 0
      }
      yield next.value
    }
  } finally {
    message.destroy()
  }
}

/** The body, unpacked and bounded. Whatever ends it early is a fault; it never ends quietly before its end. */
export async function* readBody(message: IncomingMessage, context: BodyContext): AsyncGenerator<Uint8Array> {
  const { url, limits, signal, told, release } = context
  let bytes = 0
  const stop = () => message.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const unpack = unpacker((message.headers['content-encoding'] ?? '').trim().toLowerCase(), url)
    const pieces: AsyncIterable<Uint8Array> = unpack
      ? (pipeline(inTime(message, context), unpack, () => {}) as unknown as AsyncIterable<Uint8Array>)
      : inTime(message, context)
    for await (const piece of pieces) {
      bytes += piece.byteLength
      if (bytes > limits.bytes) throw new OutboundFault('too-large', { url, limit: Math.round(limits.bytes / 1_000_000) })
      yield piece
    }
    // `complete` tells whether the length that was announced, or the last chunk, came.
    if (!message.complete) throw new OutboundFault('cut-off', { url, bytes })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!signal.aborted && (code === 'ECONNRESET' || code?.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE'))
      throw new OutboundFault('cut-off', { url, bytes })
    throw told(error)
  } finally {
    signal.removeEventListener('abort', stop)
    release()
    message.destroy()
  }
}
