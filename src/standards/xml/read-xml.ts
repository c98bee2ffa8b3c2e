import { SaxesParser } from '@rubensworks/saxes'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { XmlAttribute, XmlElement } from './element.ts'

/** What can be wrong with a document. A document type is refused: it can define entities that grow without end or fetch files. */
export interface XmlFault {
  readonly code: 'syntax' | 'cut-off' | 'dtd' | 'too-deep' | 'too-large'
  /** Counts from 1. */
  readonly line: number
  /** What exactly, for people who know XML. */
  readonly detail: string
}

/** What a document may ask of us. */
export interface XmlLimits {
  readonly depth: number
  readonly elements: number
}

const usualLimits: XmlLimits = { depth: 100, elements: 2_000_000 }

class Unsound extends Error {
  readonly code: XmlFault['code']
  constructor(code: XmlFault['code'], detail: string) {
    super(detail)
    this.code = code
  }
}

interface Open {
  readonly children: (XmlElement | string)[]
  readonly start: number
}

/** Reads a document as a tree, strictly: whatever does not close, does not belong together or brings a document type is a fault. */
export function readXml(text: string, limits: XmlLimits = usualLimits): Result<XmlElement, XmlFault> {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: Open[] = []
  let root: XmlElement | undefined
  let elements = 0
  let first = ''
  let whole = false
  // A document that ends with its first element is all there: an ampersand of its own can still run on to its end.
  const cutOff = () => whole && /<\/([^\s>]+)\s*>\s*$/.exec(text)?.[1] !== first
  const words = (part: string) => void open.at(-1)?.children.push(part)
  parser.on('text', words)
  parser.on('cdata', words)
  parser.on('error', ({ message }) => {
    throw new Unsound(cutOff() ? 'cut-off' : 'syntax', message.replace(/^\d+:\d+: /, ''))
  })
  parser.on('doctype', (type) => {
    throw new Unsound('dtd', `<!DOCTYPE${type.slice(0, 40)}`)
  })
  parser.on('opentagstart', ({ name }) => {
    if (elements === 0) first = name
    if (++elements > limits.elements) throw new Unsound('too-large', String(limits.elements))
    if (open.length >= limits.depth) throw new Unsound('too-deep', String(limits.depth))
    open.push({ children: [], start: text.lastIndexOf('<', parser.position - 1) })
  })
  parser.on('closetag', ({ uri, local, attributes }) => {
    const one = open.pop()
    if (!one) return
    const given: XmlAttribute[] = Object.values(attributes)
      .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
      .map((each) => ({ ns: each.prefix === '' ? '' : each.uri, name: each.local, value: each.value }))
    const element: XmlElement = { ns: uri, name: local, attributes: given, ...one, end: parser.position }
    const outer = open.at(-1)
    if (outer) outer.children.push(element)
    else root = element
  })
  try {
    if (/^[^<]/.test(text.trimStart())) throw new Unsound('syntax', text.trimStart().slice(0, 40))
    parser.write(text)
    whole = true
    parser.close()
    if (!root) throw new Unsound('cut-off', '')
    return ok(root)
  } catch (error) {
    if (!(error instanceof Unsound)) throw error
    return fail({ code: error.code, detail: error.message, line: parser.line })
  }
}
