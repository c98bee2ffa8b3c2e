import type { Quad } from '@rdfjs/types'
import { decodeText, type RdfSource } from './decode-text.ts'
import { detectFormat, type RdfFormat } from './detect-format.ts'
import { fault, type RdfFault, RdfFaultError } from './fault.ts'
import { guardFor } from './guards.ts'
import { defaultLimits, type RdfLimits } from './limits.ts'
import { jsonLdParser } from './parse-jsonld.ts'
import { turtleParser } from './parse-turtle.ts'
import { xmlParser } from './parse-xml.ts'
import type { PushParser } from './push-parser.ts'
import { TextPlace } from './text-place.ts'

export interface ParseOptions {
  /** Skips recognition. */
  format?: RdfFormat
  /** Address of the document: relative IRIs are resolved against it. */
  baseIRI?: string
  contentType?: string
  fileName?: string
  limits?: Partial<RdfLimits>
}

/** A document being read: iterate for its quads, then ask for the fault. */
export interface RdfReading extends AsyncIterable<Quad> {
  /** Set once reading has begun. */
  readonly format: RdfFormat | undefined
  /** Why reading ended early; undefined when the document was read to its end. */
  readonly fault: RdfFault | undefined
  /** Quads given so far. */
  readonly count: number
}

/** Where relative IRIs go when nobody says where the document comes from (RFC 2606: `.invalid` never exists). */
export const unknownBase = 'https://relative.invalid/'

const sniffLength = 8 * 1024

function parserFor(format: RdfFormat, baseIRI: string): PushParser {
  if (format === 'rdfxml') return xmlParser(baseIRI)
  return format === 'jsonld' ? jsonLdParser(baseIRI) : turtleParser(baseIRI, format)
}

class Reading implements RdfReading {
  format: RdfFormat | undefined
  fault: RdfFault | undefined
  count = 0
  readonly #source: RdfSource
  readonly #options: ParseOptions
  readonly #limits: RdfLimits
  readonly #place = new TextPlace()

  constructor(source: RdfSource, options: ParseOptions) {
    this.#source = source
    this.#options = options
    this.#limits = { ...defaultLimits, ...options.limits }
    this.format = options.format
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Quad> {
    try {
      for await (const quad of this.#quads()) {
        this.count++
        yield quad
      }
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error)
      this.fault = error instanceof RdfFaultError ? error.fault : fault('broken-source', { detail: cause.slice(0, 200) })
    }
  }

  async *#quads(): AsyncGenerator<Quad> {
    let parser: PushParser | undefined
    let guard: ReturnType<typeof guardFor> | undefined
    let start = ''
    let characters = 0
    for await (const decoded of decodeText(this.#source, this.#options.contentType, this.#limits.bytes)) {
      let text = decoded
      if (!parser) {
        // Recognition needs a little text; a first piece may be a single byte.
        start += text
        if (start.length < sniffLength) continue
        text = start
        ;({ parser, guard } = this.#begin(text))
      }
      characters += text.length
      yield* this.#piece(parser, guard, text, characters)
    }
    if (!parser) {
      ;({ parser, guard } = this.#begin(start))
      yield* this.#piece(parser, guard, start, start.length)
    }
    yield* this.#taken(await parser.end())
  }

  #begin(text: string) {
    this.format ??= detectFormat(text, this.#options)
    if (!this.format)
      throw new RdfFaultError({ ...fault('unknown-format'), line: 1, excerpt: text.slice(0, 160).replace(/\s+/g, ' ').trim() })
    return { parser: parserFor(this.format, this.#options.baseIRI ?? unknownBase), guard: guardFor(this.format, this.#limits) }
  }

  *#taken(parsed: Awaited<ReturnType<PushParser['end']>>): Generator<Quad> {
    yield* parsed.quads
    if (!parsed.error) return
    const { line, column, excerpt } = parsed.error.fault
    const found = line === undefined ? undefined : this.#place.excerpt(this.#place.offsetOf(line, column ?? 1))
    throw excerpt || !found ? parsed.error : new RdfFaultError({ ...parsed.error.fault, excerpt: found })
  }

  async *#piece(
    parser: PushParser,
    guard: ReturnType<typeof guardFor> | undefined,
    text: string,
    characters: number,
  ): AsyncGenerator<Quad> {
    this.#place.feed(text)
    if (this.format === 'jsonld' && characters > this.#limits.jsonBytes)
      throw new RdfFaultError(fault('too-large', { limit: Math.round(this.#limits.jsonBytes / 1024 / 1024) }))
    const found = guard?.feed(text)
    // What stands before the place is read as usual, so that the report can say how far we came.
    yield* this.#taken(await parser.write(found ? text.slice(0, found.offset) : text))
    if (!found) return
    const limit = found.code === 'too-deep' ? this.#limits.depth : Math.round(this.#limits.text / 1024)
    throw new RdfFaultError({
      ...fault(found.code, { limit }),
      ...this.#place.at(found.offset),
      excerpt: this.#place.excerpt(found.offset),
    })
  }
}

/**
 * Reads RDF/XML, Turtle, N-Triples, N-Quads, TriG or JSON-LD as a stream of quads. Never throws for bad input: iteration ends
 * and `fault` says where and why; what was given until then is good.
 */
export function parseRdf(source: RdfSource, options: ParseOptions = {}): RdfReading {
  return new Reading(source, options)
}

/** Reads a whole document into an array. */
export async function readRdf(
  source: RdfSource,
  options: ParseOptions = {},
): Promise<{ quads: Quad[]; format?: RdfFormat; fault?: RdfFault }> {
  const reading = parseRdf(source, options)
  const quads: Quad[] = []
  for await (const quad of reading) quads.push(quad)
  return { quads, ...(reading.format ? { format: reading.format } : {}), ...(reading.fault ? { fault: reading.fault } : {}) }
}
