import {
  type Comparison,
  type Condition,
  FilterFault,
  mostConditions,
  mostDepth,
  northFirst,
  readBox,
  readPattern,
} from './condition.ts'

interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'sign'
  readonly text: string
}

const token =
  /\s*(?:'((?:[^']|'')*)'|"([^"]*)"|([-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w:-]))|(\d{4}-[\w:.+-]*|[\p{L}_][\p{L}\p{N}_.:-]*)|(<>|!=|<=|>=|[=<>(),]))/uy

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  const end = text.trimEnd().length
  while (token.lastIndex < end) {
    const at = token.lastIndex
    const found = token.exec(text)
    if (!found) throw new FilterFault('CQL_TEXT', `cannot be read from "${text.slice(at, at + 30).trim()}"`)
    const [, quoted, named, number, name, sign] = found
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'") })
    else if (named !== undefined) tokens.push({ kind: 'name', text: named })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (name !== undefined) tokens.push({ kind: /^\d/.test(name) ? 'text' : 'name', text: name })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
    if (tokens.length > 4000) throw new FilterFault('CQL_TEXT', 'is too long')
  }
  return tokens
}

/** Reads CQL as OGC 07-006r1 (Annex A.2) describes it, by descent: OR, AND, NOT, brackets, comparisons, LIKE, BETWEEN, IN, IS NULL, BBOX. */
class Reader {
  private at = 0
  private left = mostConditions
  private readonly tokens: readonly Token[]
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  private next(): Token | undefined {
    return this.tokens[this.at]
  }
  /** Whether one of these words stands here; it is then taken. */
  private takes(...words: string[]): string | undefined {
    const one = this.next()
    if (!one || one.kind === 'text' || !words.includes(one.text.toUpperCase())) return undefined
    this.at++
    return one.text.toUpperCase()
  }
  private must(word: string): void {
    if (!this.takes(word)) throw this.fault(`${word} is missing`)
  }
  private fault(message: string): FilterFault {
    const one = this.next()
    return new FilterFault('CQL_TEXT', `${message}${one ? ` before "${one.text.slice(0, 40)}"` : ' at the end'}`)
  }
  private value(): string {
    const one = this.next()
    if (!one || one.kind === 'sign') throw this.fault('a value is missing')
    this.at++
    return one.text
  }
  private number(): number {
    const one = this.next()
    if (one?.kind !== 'number') throw this.fault('a number is missing')
    this.at++
    return Number(one.text)
  }

  whole(): Condition {
    const condition = this.any(0)
    if (this.next()) throw this.fault('AND or OR is missing')
    return condition
  }

  private joined(kind: 'or' | 'and', word: string, part: () => Condition): Condition {
    const first = part()
    const parts = [first]
    while (this.takes(word)) parts.push(part())
    return parts.length === 1 ? first : { kind, parts }
  }
  private any(depth: number): Condition {
    if (depth > mostDepth) throw new FilterFault('CQL_TEXT', `conditions lie deeper than ${mostDepth}`)
    return this.joined('or', 'OR', () => this.joined('and', 'AND', () => this.one(depth)))
  }

  private one(depth: number): Condition {
    if (--this.left < 0) throw new FilterFault('CQL_TEXT', `more than ${mostConditions} conditions`)
    if (this.takes('NOT')) {
      if (depth > mostDepth) throw new FilterFault('CQL_TEXT', `conditions lie deeper than ${mostDepth}`)
      return { kind: 'not', part: this.one(depth + 1) }
    }
    if (this.takes('(')) {
      const inside = this.any(depth + 1)
      this.must(')')
      return inside
    }
    const spatial = this.takes('BBOX', 'INTERSECTS')
    return spatial ? this.box(spatial) : this.comparison()
  }

  private box(word: string): Condition {
    this.must('(')
    const property = this.value()
    this.must(',')
    const corners = word === 'BBOX' ? this.corners() : this.envelope()
    let system: string | undefined
    if (this.takes(',')) system = this.value()
    this.must(')')
    const turned = northFirst(system)
    if (turned === undefined) throw new FilterFault('CQL_TEXT', `the reference system ${system?.slice(0, 80)} is not known here`)
    const [a = 0, b = 0, c = 0, d = 0] = corners
    return { kind: 'box', property, box: readBox('CQL_TEXT', turned ? [b, a, d, c] : [a, b, c, d]) }
  }
  private corners(): number[] {
    const numbers = [this.number()]
    while (numbers.length < 4) {
      this.must(',')
      numbers.push(this.number())
    }
    return numbers
  }
  /** `ENVELOPE(west, east, north, south)`. */
  private envelope(): number[] {
    this.must('ENVELOPE')
    this.must('(')
    const [west = 0, east = 0, north = 0, south = 0] = this.corners()
    this.must(')')
    return [west, south, east, north]
  }

  private comparison(): Condition {
    const name = this.next()
    if (name?.kind !== 'name') throw this.fault('a property is missing')
    this.at++
    const property = name.text
    const not = this.takes('NOT') !== undefined
    const turned = (condition: Condition): Condition => (not ? { kind: 'not', part: condition } : condition)
    const compare = (op: Comparison, value: string): Condition => ({ kind: 'compare', property, op, value, caseless: false })
    if (this.takes('LIKE', 'ILIKE'))
      return turned({ kind: 'like', property, pattern: readPattern(this.value(), { any: '%', one: '_', escape: '\\' }) })
    if (this.takes('BETWEEN')) {
      const low = this.value()
      this.must('AND')
      return turned({ kind: 'and', parts: [compare('>=', low), compare('<=', this.value())] })
    }
    if (this.takes('IN')) {
      this.must('(')
      const parts = [compare('=', this.value())]
      while (this.takes(',')) parts.push(compare('=', this.value()))
      this.must(')')
      return turned({ kind: 'or', parts })
    }
    if (not) throw this.fault('LIKE, BETWEEN or IN is missing')
    if (this.takes('IS')) {
      const without = this.takes('NOT') !== undefined
      this.must('NULL')
      return without ? { kind: 'not', part: { kind: 'null', property } } : { kind: 'null', property }
    }
    if (this.takes('BEFORE')) return compare('<', this.value())
    if (this.takes('AFTER')) return compare('>', this.value())
    const op = this.takes('=', '<>', '!=', '<', '<=', '>', '>=')
    if (!op) throw this.fault('a comparison is missing')
    return compare(op === '!=' ? '<>' : (op as Comparison), this.value())
  }
}

/** Reads CQL_TEXT; undefined for an empty one. Throws a FilterFault. */
export function readCql(text: string): Condition | undefined {
  if (text.length > 20_000) throw new FilterFault('CQL_TEXT', 'is too long')
  const tokens = tokensOf(text)
  return tokens.length === 0 ? undefined : new Reader(tokens).whole()
}
