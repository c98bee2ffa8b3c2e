import type { RdfFormat } from './detect-format.ts'
import type { RdfFaultCode } from './fault.ts'
import type { RdfLimits } from './limits.ts'

/** Looks at the text before the parser does, so that a hostile document never fills the parser's buffers. */
export interface Guard {
  /** Gives the first thing that is too much, with its offset in this piece. */
  feed(text: string): { code: RdfFaultCode; offset: number } | undefined
}

type Limits = Pick<RdfLimits, 'text' | 'depth'>

/** Strings, IRIs and comments of Turtle; `[`, `(` and `{` nest. */
function turtleGuard(limits: Limits): Guard {
  let state: 'plain' | 'iri' | 'comment' | 'opening' | 'short' | 'long' = 'plain'
  let quote = ''
  let quotes = 0
  let escaped = false
  let run = 0
  let depth = 0
  const plain = (char: string) => {
    run = 0
    if (char === '"' || char === "'") {
      state = 'opening'
      quote = char
      quotes = 1
    } else if (char === '<') state = 'iri'
    else if (char === '#') state = 'comment'
    else if (char === '[' || char === '(' || char === '{') depth++
    else if (char === ']' || char === ')' || char === '}') depth--
  }
  const inString = (char: string) => {
    if (escaped) escaped = false
    else if (char === '\\') escaped = true
    else if (char === quote) {
      quotes++
      if (state === 'short' || quotes === 3) state = 'plain'
    } else quotes = 0
  }
  const opening = (char: string) => {
    if (char === quote) {
      quotes++
      if (quotes === 3) {
        state = 'long'
        quotes = 0
      }
    } else if (quotes === 2) {
      state = 'plain'
      plain(char)
    } else {
      state = 'short'
      quotes = 0
      inString(char)
    }
  }
  return {
    feed(text) {
      for (let offset = 0; offset < text.length; offset++) {
        const char = text.charAt(offset)
        if (state === 'plain') plain(char)
        else {
          run++
          if (state === 'opening') opening(char)
          else if (state === 'iri') {
            if (char === '>' || char === '\n') state = 'plain'
          } else if (state === 'comment') {
            if (char === '\n') state = 'plain'
          } else inString(char)
        }
        if (run > limits.text) return { code: 'text-too-long', offset }
        if (depth > limits.depth) return { code: 'too-deep', offset }
      }
      return undefined
    },
  }
}

/** Elements, texts, comments and CDATA of XML. A document type is refused: it can define entities that grow without end. */
function xmlGuard(limits: Limits): Guard {
  let state: 'text' | 'tag' | 'comment' | 'cdata' | 'pi' = 'text'
  let tail = ''
  let quote = ''
  let run = 0
  let depth = 0
  let last = ''
  const enter = (ahead: string): RdfFaultCode | undefined => {
    run = 0
    if (ahead.startsWith('<!--')) state = 'comment'
    else if (ahead.startsWith('<![CDATA[')) state = 'cdata'
    else if (ahead.startsWith('<?')) state = 'pi'
    else if (ahead.startsWith('<!')) return 'dtd'
    else {
      state = 'tag'
      depth += ahead.startsWith('</') ? -1 : 1
    }
    return undefined
  }
  const inTag = (char: string) => {
    if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') {
      if (last === '/') depth--
      state = 'text'
      run = 0
    }
    last = char
  }
  const ends = { comment: '-->', cdata: ']]>', pi: '?>', text: '', tag: '' }
  return {
    feed(piece) {
      const text = tail + piece
      const shift = tail.length
      // Nine characters tell what a `<` opens; the rest waits for the next piece.
      let stop = text.length
      const open = text.lastIndexOf('<')
      if (open >= 0 && text.length - open < 9 && !text.slice(open).includes('>')) stop = open
      tail = text.slice(stop)
      for (let at = 0; at < stop; at++) {
        const char = text.charAt(at)
        let code: RdfFaultCode | undefined
        run++
        if (state === 'text') {
          if (char === '<') code = enter(text.slice(at, at + 9))
        } else if (state === 'tag') inTag(char)
        else if (char === '>' && text.slice(Math.max(0, at - 2), at + 1).endsWith(ends[state])) {
          state = 'text'
          run = 0
        }
        if (run > limits.text) code = 'text-too-long'
        else if (depth > limits.depth) code = 'too-deep'
        if (code) return { code, offset: Math.max(0, at - shift) }
      }
      return undefined
    },
  }
}

/** Strings and brackets of JSON. */
function jsonGuard(limits: Limits): Guard {
  let inString = false
  let escaped = false
  let run = 0
  let depth = 0
  return {
    feed(text) {
      for (let offset = 0; offset < text.length; offset++) {
        const char = text.charAt(offset)
        if (inString) {
          run++
          if (escaped) escaped = false
          else if (char === '\\') escaped = true
          else if (char === '"') inString = false
        } else if (char === '"') {
          inString = true
          run = 0
        } else if (char === '{' || char === '[') depth++
        else if (char === '}' || char === ']') depth--
        if (run > limits.text) return { code: 'text-too-long', offset }
        if (depth > limits.depth) return { code: 'too-deep', offset }
      }
      return undefined
    },
  }
}

/** The guard for a format. */
export function guardFor(format: RdfFormat, limits: Limits): Guard {
  if (format === 'rdfxml') return xmlGuard(limits)
  return format === 'jsonld' ? jsonGuard(limits) : turtleGuard(limits)
}
