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

const openTag = /<([^\s/>=<"'&!?]+)/y
const attribute = /\s+([^\s/>=<"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const tagEnd = /\s*(\/?)>/y
const closeTag = /<\/([^\s/>=<"'&]+)\s*>/y
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

class Unsound extends Error {
  readonly fault: Omit<XmlFault, 'line'>
  readonly at: number
  constructor(code: XmlFault['code'], at: number, detail: string) {
    super(code)
    this.fault = { code, detail }
    this.at = at
  }
}

interface Open {
  readonly tag: string
  readonly ns: string
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: (XmlElement | string)[]
  readonly start: number
  readonly scope: ReadonlyMap<string, string>
}

/** Texts hold the five names of XML and numbers; any other entity would need a document type. */
function decoded(text: string, at: number): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));|&/gi, (whole, hex: string, decimal: string, name: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
    const char = code === undefined ? named[name ?? ''] : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
    if (char === undefined) throw new Unsound('syntax', at, whole)
    return char
  })
}

class Reading {
  readonly #text: string
  readonly #limits: XmlLimits
  readonly #open: Open[] = []
  #root: XmlElement | undefined
  #count = 0
  #at = 0

  constructor(text: string, limits: XmlLimits) {
    this.#text = text
    this.#limits = limits
  }

  read(): XmlElement {
    const text = this.#text
    if (text.startsWith('\ufeff')) this.#at = 1
    while (this.#at < text.length) {
      const next = text.indexOf('<', this.#at)
      this.#words(next < 0 ? text.length : next)
      if (next < 0) break
      if (text.startsWith('<!--', next)) this.#skip('<!--', '-->')
      else if (text.startsWith('<![CDATA[', next)) this.#literal()
      else if (text.startsWith('<?', next)) this.#skip('<?', '?>')
      else if (text.startsWith('<!', next)) throw new Unsound('dtd', next, text.slice(next, next + 40))
      else if (text.startsWith('</', next)) this.#close()
      else this.#begin()
    }
    const last = this.#open.at(-1)
    if (last) throw new Unsound('cut-off', text.length, `</${last.tag}>`)
    if (!this.#root) throw new Unsound(text.trim() === '' ? 'cut-off' : 'syntax', 0, text.trim().slice(0, 40))
    return this.#root
  }

  #words(end: number): void {
    const words = this.#text.slice(this.#at, end)
    const open = this.#open.at(-1)
    if (open) {
      if (words !== '') open.children.push(decoded(words, this.#at))
    } else if (words.trim() !== '') throw new Unsound('syntax', this.#at, words.trim().slice(0, 40))
    this.#at = end
  }

  #skip(from: string, until: string): void {
    const end = this.#text.indexOf(until, this.#at + from.length)
    if (end < 0) throw new Unsound('cut-off', this.#at, from)
    this.#at = end + until.length
  }

  #literal(): void {
    const from = this.#at + '<![CDATA['.length
    const open = this.#open.at(-1)
    if (!open) throw new Unsound('syntax', this.#at, '<![CDATA[')
    this.#skip('<![CDATA[', ']]>')
    open.children.push(this.#text.slice(from, this.#at - 3))
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found) this.#at = pattern.lastIndex
    return found
  }

  #unsound(start: number): Unsound {
    // Where no `>` follows any more the rest did not arrive.
    const whole = this.#text.includes('>', this.#at)
    return new Unsound(whole ? 'syntax' : 'cut-off', start, this.#text.slice(start, start + 60))
  }

  #begin(): void {
    const start = this.#at
    const tag = this.#match(openTag)?.[1]
    const outer = this.#open.at(-1)
    if (tag === undefined) throw this.#unsound(start)
    if (this.#root) throw new Unsound('syntax', start, `<${tag}>`)
    if (++this.#count > this.#limits.elements) throw new Unsound('too-large', start, String(this.#limits.elements))
    if (this.#open.length >= this.#limits.depth) throw new Unsound('too-deep', start, String(this.#limits.depth))
    const given: [string, string][] = []
    for (let found = this.#match(attribute); found; found = this.#match(attribute))
      given.push([found[1] ?? '', decoded(found[2] ?? found[3] ?? '', start)])
    const end = this.#match(tagEnd)
    if (!end) throw this.#unsound(start)
    const scope = new Map(outer?.scope)
    for (const [name, value] of given)
      if (name === 'xmlns') scope.set('', value)
      else if (name.startsWith('xmlns:')) scope.set(name.slice(6), value)
    const [ns, name] = this.#named(tag, scope, start, true)
    const attributes = given
      .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
      .map(([key, value]) => {
        const [space, local] = this.#named(key, scope, start, false)
        return { ns: space, name: local, value }
      })
    this.#open.push({ tag, ns, name, attributes, children: [], start, scope })
    if (end[1] === '/') this.#end()
  }

  #named(tag: string, scope: ReadonlyMap<string, string>, at: number, element: boolean): [ns: string, name: string] {
    const colon = tag.indexOf(':')
    const prefix = colon < 0 ? '' : tag.slice(0, colon)
    const ns = prefix === 'xml' ? xmlNamespace : colon < 0 && !element ? '' : (scope.get(prefix) ?? '')
    if (colon >= 0 && ns === '') throw new Unsound('syntax', at, `${prefix}: ?`)
    return [ns, tag.slice(colon + 1)]
  }

  #close(): void {
    const start = this.#at
    const tag = this.#match(closeTag)?.[1]
    if (tag === undefined) throw this.#unsound(start)
    const open = this.#open.at(-1)
    if (open?.tag !== tag) throw new Unsound('syntax', start, open ? `</${tag}>, </${open.tag}> ?` : `</${tag}>`)
    this.#end()
  }

  #end(): void {
    const open = this.#open.pop()
    if (!open) return
    const { ns, name, attributes, children, start } = open
    const element: XmlElement = { ns, name, attributes, children, start, end: this.#at }
    const outer = this.#open.at(-1)
    if (outer) outer.children.push(element)
    else this.#root = element
  }
}

/** Reads a document as a tree, strictly: whatever does not close, does not belong together or brings a document type is a fault. */
export function readXml(text: string, limits: XmlLimits = usualLimits): Result<XmlElement, XmlFault> {
  try {
    return ok(new Reading(text, limits).read())
  } catch (error) {
    if (!(error instanceof Unsound)) throw error
    return fail({ ...error.fault, line: text.slice(0, error.at).split('\n').length })
  }
}
