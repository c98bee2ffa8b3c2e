import type { Quad } from '@rdfjs/types'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { arrange } from './arrange-jsonld.ts'
import { fault, RdfFaultError } from './fault.ts'
import { namespaces } from './namespaces.ts'
import type { Parsed, PushParser } from './push-parser.ts'
import { scopedFactory } from './terms.ts'

/** Contexts that only name prefixes we know; everything else would have to be fetched, and a document must not make us fetch. */
const wellKnown: Record<string, object> = {
  'http://www.w3.org/ns/hydra/context.jsonld': { '@context': { hydra: namespaces.hydra } },
  'https://www.w3.org/ns/hydra/core': { '@context': { hydra: namespaces.hydra } },
}

class RemoteContext extends Error {}

const documentLoader = {
  load: async (url: string) => {
    const context = wellKnown[url]
    if (!context) throw new RemoteContext(url)
    return context as never
  },
}

const token = /\s*(?:[{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|$)/y

/** Where the text stops being JSON words; the engine does not always say. */
function firstBadToken(text: string): number {
  token.lastIndex = 0
  let at = 0
  while (at < text.length && token.test(text)) at = token.lastIndex
  return at + (/^\s*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0)
}

function jsonFault(error: unknown, text: string): RdfFaultError {
  const message = error instanceof Error ? error.message : String(error)
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? firstBadToken(text))
  const cut = /end of JSON|Unterminated|Expected .* after/i.test(message) && !(position < text.trimEnd().length)
  const known = fault(cut ? 'cut-off' : 'syntax', cut ? {} : { detail: message.slice(0, 200) })
  const at = Number.isFinite(position) ? position : text.length
  const before = text.slice(0, at)
  const start = before.lastIndexOf('\n') + 1
  return new RdfFaultError({
    ...known,
    line: before.split('\n').length,
    column: at - start + 1,
    excerpt: text
      .slice(Math.max(0, at - 100), at + 60)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 160),
  })
}

function linkedFault(error: unknown): RdfFaultError {
  const message = error instanceof Error ? error.message : String(error)
  const remote =
    /Failed to load remote context (\S+):/.exec(message)?.[1] ?? (error instanceof RemoteContext ? message : undefined)
  if (remote) return new RdfFaultError(fault('remote-context', { url: remote.slice(0, 200) }))
  return new RdfFaultError(fault('syntax', { detail: message.slice(0, 200) }))
}

async function quadsOf(text: string, baseIRI: string): Promise<Parsed> {
  const quads: Quad[] = []
  const parser = new JsonLdParser({
    baseIRI,
    documentLoader,
    dataFactory: scopedFactory() as never,
    streamingProfile: true,
    streamingProfileAllowOutOfOrderPlainType: true,
  })
  return new Promise((resolve) => {
    parser.on('data', (quad: Quad) => quads.push(quad))
    parser.on('error', (error: unknown) => resolve({ quads, error: linkedFault(error) }))
    parser.on('end', () => resolve({ quads }))
    parser.write(text)
    parser.end()
  })
}

/** Reads JSON-LD. Its context may stand anywhere, so the document is held as a whole (see `jsonBytes`). */
export function jsonLdParser(baseIRI: string): PushParser {
  const parts: string[] = []
  return {
    async write(text) {
      parts.push(text)
      return { quads: [] }
    },
    async end() {
      const text = parts.join('')
      let json: Parameters<typeof arrange>[0]
      try {
        json = JSON.parse(text)
      } catch (error) {
        return { quads: [], error: jsonFault(error, text) }
      }
      // JSON without a single keyword is some other JSON.
      return text.includes('"@')
        ? quadsOf(JSON.stringify(arrange(json)), baseIRI)
        : { quads: [], error: new RdfFaultError(fault('unknown-format')) }
    },
  }
}
