import type { Quad } from '@rdfjs/types'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { fault, RdfFaultError } from './fault.ts'
import type { PushParser } from './push-parser.ts'
import { scopedFactory } from './terms.ts'

/** The parts of the parser we use beyond its types: it never closes its XML reader, so a cut document would pass as whole. */
interface Inside {
  saxParser: { line: number; column: number; close(): void; write(text: string): void }
  push(quad: Quad | null): boolean
}

function place(inside: Inside, message: string): { line: number; column: number; detail: string } {
  const found = /^(?:Line )?(\d+)(?::| column )(\d+): (.*)$/s.exec(message)
  if (found) return { line: Number(found[1]), column: Number(found[2]), detail: found[3] ?? '' }
  return { line: inside.saxParser.line, column: inside.saxParser.column + 1, detail: message }
}

/** Reads RDF/XML piece by piece. IRIs are taken as they stand; repairing them is the reader's matter. */
export function xmlParser(baseIRI: string): PushParser {
  const parser = new RdfXmlParser({
    baseIRI,
    dataFactory: scopedFactory(),
    trackPosition: true,
    validateUri: false,
    allowDuplicateRdfIds: true,
  })
  const inside = parser as unknown as Inside
  let quads: Quad[] = []
  let failed: unknown
  inside.push = (quad) => {
    if (quad) quads.push(quad)
    return true
  }
  parser.on('error', (error) => {
    failed ??= error
  })
  const run = (act: () => void, atEnd: boolean) => {
    try {
      act()
    } catch (error) {
      failed ??= error
    }
    const taken = quads
    quads = []
    if (!failed) return { quads: taken }
    const { line, column, detail } = place(inside, failed instanceof Error ? failed.message : String(failed))
    const known = atEnd ? fault('cut-off') : fault('syntax', { detail: detail.slice(0, 200) })
    return { quads: taken, error: new RdfFaultError({ ...known, line, column }) }
  }
  return {
    write: async (text) => run(() => inside.saxParser.write(text), false),
    end: async () => run(() => inside.saxParser.close(), true),
  }
}
