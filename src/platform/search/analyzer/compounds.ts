import { foldWord } from './fold.ts'
import { componentWords, wholeWords } from './lexicon-words.ts'
import { stem } from './stem.ts'
import { stopwords } from './stopwords.ts'

/** A part of a compound: its stem, and where it ends in the word (the last part carries the meaning). */
export interface Part {
  readonly stem: string
  readonly head: boolean
  /** A part of a part: radverkehr -> rad, verkehr. */
  readonly inner: boolean
}

/** Words stand this often in the corpus before they are taken for a building stone. */
const learnFrom = 3
/** A hand-written stone counts as often as this, however rare it is. */
const handCount = 400
const shortest = 3
const wordEndings = ['s', 'es', 'n', 'en', 'er', 'ens', 'e']
/** What the first word of a compound may have lost: Schul(e)haus, Zähl(ung)stelle, Lade(n)säule, Straß(en)... */
const lostEndings = ['e', 'en', 'n', 'ung']
// Endings of derivation and other pieces that are words only by chance.
const neverPart = new Set(
  'schaft heit keit lich isch ung tion ation ität bar los tum ling chen lein ismus ieren iert ende enden ende ers ens ern ter ten ste sten nis nisse eren erin ingen ger gen ver ent ber ler ner der den her hin vor über unter haupt inter meter stern eine iche'
    .split(' ')
    .map(foldWord),
)
const whole = new Set(wholeWords.flatMap((word) => [foldWord(word), stem(foldWord(word))]))
const verbPrefixes = new Set(
  [
    ...'ab an auf aus be bei durch ein ent er fort ge heran her hin mit miss nach um un ver vor weg wider wieder zer zu zurück zusammen zwischen'.split(
      ' ',
    ),
    'über',
    'unter',
  ].map(foldWord),
)
/** Letters of a known half beside an unknown one, and how rare it may be at most. */
const knownHalf = 5
const oftenSeen = 7
const linkCost = 0.3
const lostCost = 0.9
const partCost = 1.6
const farTooMuch = 1e9

/** Cuts German compounds into the stems of their parts, with a lexicon of hand-written words and words learned from the corpus. */
export class Splitter {
  /** Cost of a surface form as a part: rare words cost more. */
  private readonly costs = new Map<string, number>()
  private readonly learned: readonly (readonly [string, number])[]

  constructor(learned: readonly (readonly [string, number])[] = []) {
    this.learned = learned
    const cost = (count: number) => Math.max(0, 9 - Math.log(count + 1))
    for (const [word, count] of learned) this.add(word, cost(count))
    for (const raw of componentWords) this.add(foldWord(raw), cost(handCount))
  }

  private add(word: string, cost: number): void {
    const known = this.costs.get(word)
    if (known !== undefined && known <= cost) return
    this.costs.set(word, cost)
    const stemmed = stem(word)
    // An inflected form may be the last part: it costs a little more than a form that was seen.
    const byStem = this.costs.get(`~${stemmed}`)
    if (byStem === undefined || byStem > cost + linkCost) this.costs.set(`~${stemmed}`, cost + linkCost)
  }

  /** What the corpus taught, to be kept with the index. */
  lexicon(): readonly (readonly [string, number])[] {
    return this.learned
  }

  /** The words of a corpus that may be building stones: frequent, 4 to 14 letters, no function words. At most `limit`, most frequent first. */
  static learn(words: Iterable<readonly [string, number]>, limit = 20_000): [string, number][] {
    const found: [string, number][] = []
    for (const [word, count] of words)
      if (
        count >= learnFrom &&
        word.length >= 4 &&
        word.length <= 14 &&
        /^\p{L}+$/u.test(word) &&
        !stopwords.has(word) &&
        !neverPart.has(word)
      )
        found.push([word, count])
    return found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit)
  }

  /** The parts of a compound in order, with parts of parts; none for a simple word. */
  split(word: string): Part[] {
    if (word.length < 6 || word.length > 60 || !/^\p{L}+$/u.test(word) || whole.has(word) || whole.has(stem(word))) return []
    const ends = this.bestCuts(word)
    if (ends.length < 2) return this.halfKnown(word)
    const parts: Part[] = []
    const offer = (part: Part) => {
      if (!parts.some((known) => known.stem === part.stem)) parts.push(part)
    }
    let from = 0
    for (const end of ends) {
      const head = end === word.length
      const surface = word.slice(from, end)
      const form = head ? surface : (this.formOf(surface) ?? surface)
      offer({ stem: stem(form), head, inner: false })
      for (const inner of form.length < word.length ? this.split(form) : [])
        offer({ stem: inner.stem, head: head && inner.head, inner: true })
      from = end
    }
    return parts
  }

  /** One half is known, the other is not: Kriminal|statistik, Trinkwasser|analyse. The known half must be long, the other no mere prefix. */
  private halfKnown(word: string): Part[] {
    const length = word.length
    for (let from = shortest; from <= length - knownHalf; from++) {
      const head = word.slice(from)
      if (verbPrefixes.has(word.slice(0, from)) || this.lastCost(head) > oftenSeen) continue
      return [{ stem: stem(head), head: true, inner: false }]
    }
    for (let to = length - 4; to >= knownHalf; to--) {
      const first = word.slice(0, to)
      if (this.innerCost(first) > oftenSeen) continue
      return [{ stem: stem(this.formOf(first) ?? first), head: false, inner: false }]
    }
    return []
  }

  private bestCuts(word: string): number[] {
    const length = word.length
    const best = new Float64Array(length + 1).fill(farTooMuch)
    const back = new Int32Array(length + 1)
    best[0] = 0
    for (let from = 0; from <= length - shortest; from++) {
      const soFar = best[from] as number
      if (soFar >= farTooMuch) continue
      for (let to = from + shortest; to <= length; to++) {
        if (from === 0 && to === length) continue
        const rest = length - to
        if (rest > 0 && rest < shortest) continue
        const cost = soFar + partCost + (to === length ? this.lastCost(word.slice(from)) : this.innerCost(word.slice(from, to)))
        if (cost < (best[to] as number)) {
          best[to] = cost
          back[to] = from
        }
      }
    }
    if ((best[length] as number) >= farTooMuch) return []
    const ends: number[] = []
    for (let at = length; at > 0; at = back[at] as number) ends.unshift(at)
    // The parts must be likelier than the word by itself (Koehn and Knight 2003): the mean cost of a part against that of the word.
    const single = this.costs.get(word) ?? 9
    return (best[length] as number) / ends.length - partCost <= single + 1.2 ? ends : []
  }

  private innerCost(piece: string): number {
    if (neverPart.has(piece) || stopwords.has(piece)) return farTooMuch
    let cost = this.costs.get(piece) ?? farTooMuch
    for (const ending of wordEndings) {
      if (piece.length - ending.length < shortest || !piece.endsWith(ending)) continue
      const base = piece.slice(0, -ending.length)
      if (!stopwords.has(base)) cost = Math.min(cost, (this.costs.get(base) ?? this.derivedCost(base, ending)) + linkCost)
    }
    if (piece.length >= 4)
      for (const ending of lostEndings) cost = Math.min(cost, (this.costs.get(piece + ending) ?? farTooMuch) + lostCost)
    return cost
  }

  /** After -ung, -heit, -keit, -ion, -tät comes an s: the noun counts when any of its forms is known. */
  private derivedCost(base: string, ending: string): number {
    return ending === 's' && /(?:ung|heit|keit|schaft|ion|tät)$/.test(base)
      ? (this.costs.get(`~${stem(base)}`) ?? farTooMuch)
      : farTooMuch
  }

  private lastCost(piece: string): number {
    if (neverPart.has(piece) || stopwords.has(piece)) return farTooMuch
    const exact = this.costs.get(piece)
    if (exact !== undefined) return exact
    return piece.length >= 4 ? (this.costs.get(`~${stem(piece)}`) ?? farTooMuch) : farTooMuch
  }

  /** The word behind a part inside a compound: `kinder` -> kind, `zähl` -> zählung. */
  private formOf(piece: string): string | undefined {
    let best: string | undefined
    let cheapest = farTooMuch
    const offer = (form: string, extra: number) => {
      const cost = (this.costs.get(form) ?? farTooMuch) + extra
      if (cost < cheapest) {
        cheapest = cost
        best = form
      }
    }
    offer(piece, 0)
    for (const ending of wordEndings)
      if (piece.endsWith(ending) && piece.length - ending.length >= shortest) offer(piece.slice(0, -ending.length), linkCost)
    if (piece.length >= 4) for (const ending of lostEndings) offer(piece + ending, lostCost)
    if (best === undefined && piece.endsWith('s')) return piece.slice(0, -1)
    return best
  }
}
