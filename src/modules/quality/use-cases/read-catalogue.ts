import { setImmediate as immediately } from 'node:timers/promises'
import type { Quad, Term } from '@rdfjs/types'
import { isObject, type Json } from '#kernel/json.ts'
import { packageToRecord } from '#standards/ckan'
import { encodeRecord } from '#standards/dcat-ap-de'
import { blank, type RdfFault, readRdf, triple } from '#standards/rdf'
import { bounds } from '../model/check.ts'

/** A document as it was handed in or fetched. */
export interface Document {
  readonly content: Uint8Array
  /** Where it was fetched from. */
  readonly baseIRI?: string
  readonly contentType?: string
  readonly fileName: string
}

const hydra = 'http://www.w3.org/ns/hydra/core#'
const piece = 64 * 1024

/** A document piece by piece, with a pause after each: pages are answered meanwhile. */
async function* inPieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += piece) {
    yield content.subarray(at, at + piece)
    await immediately()
  }
}

const isPackage = (value: unknown): value is Json => isObject(value) && Array.isArray(value.resources)

/** The packages of an answer of CKAN's `package_search` or `package_show`, or of one package; undefined for everything else. */
function packagesIn(content: Uint8Array): readonly Json[] | undefined {
  const text = Buffer.from(content).toString('utf8').trimStart()
  if (!text.startsWith('{')) return undefined
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isObject(read) || '@context' in read || '@graph' in read) return undefined
  const result = 'result' in read ? read.result : read
  if (isObject(result) && Array.isArray(result.results)) return result.results.filter(isObject)
  return isPackage(result) ? [result] : undefined
}

const isPaging = ({ predicate, object }: Quad) => predicate.value.startsWith(hydra) || object.value.startsWith(hydra)

/** Where a page of a catalogue leads on (`hydra:next`, `hydra:nextPage` of older portals). */
function nextOf(quads: readonly Quad[], address: string): string | undefined {
  const ways = quads.filter(({ predicate }) => predicate.value === `${hydra}next` || predicate.value === `${hydra}nextPage`)
  const [way] = [...ways.filter(({ subject }) => subject.value === address), ...ways]
  const next = way?.object.value ?? ''
  return next !== '' && URL.canParse(next, address) ? new URL(next, address).href : undefined
}

/** Blank nodes of one page are others than those of the next. */
function apart(quads: readonly Quad[], page: number): Quad[] {
  const named = (term: Term) => (term.termType === 'BlankNode' ? blank(`s${page}${term.value}`) : term)
  return quads.map((quad) => triple(named(quad.subject), quad.predicate.value, named(quad.object)))
}

/**
 * What a document says, as DCAT: an answer of CKAN is translated, a catalogue in pages is followed by `fetchPage` within bounds. A page that
 * cannot be read is a fault of the whole: half a catalogue is not judged as one.
 */
export async function readDocument(
  first: Document,
  fetchPage: (address: string) => Promise<Document>,
): Promise<{ readonly quads: readonly Quad[] } | { readonly fault: RdfFault }> {
  const packages = packagesIn(first.content)
  if (packages) {
    const base = first.baseIRI ? new URL(first.baseIRI).origin : 'https://relative.invalid'
    return {
      quads: packages.flatMap((one) => {
        const { record } = packageToRecord(one, { base })
        return record ? encodeRecord(record) : []
      }),
    }
  }
  const limits = { bytes: bounds.bytes, jsonBytes: bounds.bytes }
  const quads: Quad[] = []
  const seen = new Set<string>()
  let bytes = 0
  let document = first
  for (let page = 0; ; page++) {
    const read = await readRdf(inPieces(document.content), { ...document, limits })
    if (read.fault) return { fault: read.fault }
    const address = document.baseIRI
    const next = address === undefined ? undefined : nextOf(read.quads, address)
    quads.push(
      ...(page === 0 && next === undefined
        ? read.quads
        : apart(
            read.quads.filter((quad) => !isPaging(quad)),
            page,
          )),
    )
    bytes += document.content.length
    if (address !== undefined) seen.add(address)
    if (next === undefined || seen.has(next) || page + 1 >= bounds.pages || bytes >= bounds.bytes) return { quads }
    document = await fetchPage(next)
  }
}
