import { fault, RdfFaultError } from './fault.ts'

/** What a document may be given as. */
export type RdfSource = string | Uint8Array | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

const known: Record<string, string> = {
  utf8: 'utf-8',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'us-ascii': 'windows-1252',
}

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  // No mark, but every other byte of an ASCII start is zero.
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be'
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le'
  return undefined
}

/** The encoding by mark, then by XML declaration, then by the content type; UTF-8 otherwise. */
function encodingOf(bytes: Uint8Array, contentType: string | undefined): string {
  const mark = byMark(bytes)
  if (mark) return mark
  const ascii = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 200)).toString('latin1')
  const declared =
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(ascii)?.[1] ??
    /charset\s*=\s*"?([\w.-]+)/i.exec(contentType ?? '')?.[1]
  const name = (declared ?? 'utf-8').toLowerCase()
  return known[name] ?? name
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new RdfFaultError(fault('encoding', { encoding }))
  }
}

async function* pieces(source: RdfSource): AsyncGenerator<string | Uint8Array> {
  const size = 64 * 1024
  for await (const part of typeof source === 'string' || source instanceof Uint8Array ? [source] : source)
    if (part.length <= size) yield part
    else
      for (let at = 0; at < part.length; at += size)
        yield typeof part === 'string' ? part.slice(at, at + size) : part.subarray(at, at + size)
}

/** The first bytes come together, because an encoding does not show in one of them. */
async function* withStart(source: RdfSource): AsyncGenerator<string | Uint8Array> {
  let start: Uint8Array[] | undefined = []
  let length = 0
  for await (const part of pieces(source)) {
    if (typeof part === 'string' || !start) {
      yield part
      continue
    }
    start.push(part)
    length += part.length
    if (length < 256) continue
    yield Buffer.concat(start)
    start = undefined
  }
  if (start && length > 0) yield Buffer.concat(start)
}

/** Turns a source into text, piece by piece. Throws a fault when bytes do not fit the encoding or are too many. */
export async function* decodeText(source: RdfSource, contentType: string | undefined, maxBytes: number): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let encoding = 'utf-8'
  let bytes = 0
  const decode = (part?: Uint8Array) => {
    try {
      return part ? (decoder?.decode(part, { stream: true }) ?? '') : (decoder?.decode() ?? '')
    } catch {
      throw new RdfFaultError(fault('encoding', { encoding }))
    }
  }
  for await (const part of withStart(source)) {
    bytes += part.length
    if (bytes > maxBytes) throw new RdfFaultError(fault('too-large', { limit: Math.round(maxBytes / 1024 / 1024) }))
    if (typeof part === 'string') yield part
    else {
      if (!decoder) {
        encoding = encodingOf(part, contentType)
        decoder = decoderFor(encoding)
      }
      yield decode(part)
    }
  }
  yield decode()
}
