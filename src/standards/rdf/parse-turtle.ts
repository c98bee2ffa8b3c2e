import { EventEmitter } from 'node:events'
import type { Quad } from '@rdfjs/types'
import { Parser } from 'n3'
import { fault, RdfFaultError } from './fault.ts'
import type { PushParser } from './push-parser.ts'

function turtleFault(error: unknown, atEnd: boolean): RdfFaultError {
  const message = error instanceof Error ? error.message : String(error)
  const line =
    (error as { context?: { line?: number } }).context?.line ?? Number(/ on line (\d+)/.exec(message)?.[1] ?? Number.NaN)
  // At the end the rest of the text is one unfinished token: an open string or IRI was cut, anything else is wrong.
  const cut = /\beof\b/i.test(message) || (atEnd && /^Unexpected "["'<]/.test(message))
  const known = fault(cut ? 'cut-off' : 'syntax', cut ? {} : { detail: message.replace(/ on line \d+\.?$/, '').slice(0, 200) })
  return new RdfFaultError(Number.isFinite(line) ? { ...known, line } : known)
}

/** Reads Turtle, N-Triples, TriG and N-Quads piece by piece. */
export function turtleParser(baseIRI: string, format: 'turtle' | 'trig'): PushParser {
  const input = new EventEmitter()
  let quads: Quad[] = []
  let failed: unknown
  new Parser({ baseIRI, format: format === 'trig' ? 'application/trig' : 'text/turtle' }).parse(
    input as unknown as Parameters<Parser['parse']>[0] & string,
    (error: unknown, quad: Quad | null) => {
      if (error) failed ??= error
      else if (quad) quads.push(quad)
    },
  )
  const take = () => {
    const taken = quads
    quads = []
    return taken
  }
  return {
    async write(text) {
      input.emit('data', text)
      return { quads: take(), ...(failed ? { error: turtleFault(failed, false) } : {}) }
    },
    async end() {
      input.emit('end')
      return { quads: take(), ...(failed ? { error: turtleFault(failed, true) } : {}) }
    },
  }
}
