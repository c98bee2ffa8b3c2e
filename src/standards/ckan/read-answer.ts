import type { Reading } from '#standards/dcat-ap-de'
import { decodeText, defaultLimits, type RdfFault, RdfFaultError, type RdfSource } from '#standards/rdf'
import { type PackageOptions, readPackages } from './package-to-record.ts'

/** What a document turned out to be. `other` hands its content back, unread for the next reader. */
export type CkanReading =
  | { kind: 'reading'; reading: Reading }
  | { kind: 'fault'; fault: RdfFault }
  | { kind: 'other'; content: RdfSource }

const enough = 64 * 1024

/** Tells JSON that is no JSON-LD by its beginning. */
function looksLikeCkan(start: Buffer): boolean {
  const text = start.toString('latin1').replace(/^(?:\xef\xbb\xbf|\s)+/, '')
  return (
    /^[{[]/.test(text) &&
    !/"@(?:context|graph|id|type)"/.test(text) &&
    /"(?:result|results|success|help|resources|owner_org|packages)"/.test(text)
  )
}

/** Reads a CKAN answer; any other document is handed back. A stream is read only as far as needed to tell. */
export async function readCkanAnswer(content: RdfSource, options: PackageOptions = {}): Promise<CkanReading> {
  const first: (string | Uint8Array)[] = []
  let size = 0
  const iterator = (
    typeof content === 'string' || content instanceof Uint8Array ? [content].values() : begin(content)
  ) as AsyncIterator<string | Uint8Array>
  for (
    let next = await iterator.next();
    !next.done;
    next = size < enough ? await iterator.next() : { done: true, value: undefined }
  ) {
    first.push(next.value)
    size += next.value.length
  }
  const again: RdfSource = typeof content === 'string' || content instanceof Uint8Array ? content : rest(first, iterator)
  const start = Buffer.concat(first.map((part) => Buffer.from(part as Uint8Array))).subarray(0, enough)
  return looksLikeCkan(start) ? readWhole(again, options) : { kind: 'other', content: again }
}

const begin = (content: Exclude<RdfSource, string | Uint8Array>) =>
  Symbol.asyncIterator in content ? content[Symbol.asyncIterator]() : content[Symbol.iterator]()

async function* rest(
  first: readonly (string | Uint8Array)[],
  iterator: AsyncIterator<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  yield* first
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
}

async function readWhole(content: RdfSource, options: PackageOptions): Promise<CkanReading> {
  const parts: string[] = []
  try {
    for await (const part of decodeText(content, undefined, defaultLimits.jsonBytes)) parts.push(part)
  } catch (error) {
    if (error instanceof RdfFaultError) return { kind: 'fault', fault: error.fault }
    throw error
  }
  const text = parts.join('')
  try {
    const reading = readPackages(JSON.parse(text), options)
    return reading ? { kind: 'reading', reading } : { kind: 'other', content: text }
  } catch (error) {
    // The RDF reader knows how to name the place of a fault in JSON.
    if (error instanceof SyntaxError) return { kind: 'other', content: text }
    throw error
  }
}
