import { append, combine, foldCode, hyphen } from './fold.ts'

/** Longest word kept; the rest of a longer one is cut off (keys and addresses, not language). */
export const wordLength = 60

/** Receives a folded word (`codes[0..length)`) and where it stands in the text. */
export type TokenSink = (codes: Uint16Array, length: number, start: number, end: number) => void

const softHyphen = 0xad
const isDigit = (code: number) => code >= 48 && code <= 57
const word = new Uint16Array(wordLength + 8)
const piece = new Uint16Array(wordLength + 8)
const pieceStart = new Int32Array(64)
const textStart = new Int32Array(64)
const textEnd = new Int32Array(64)

/** `Schüler*innen`, `Schüler:innen`, `Schüler_innen`, `Schüler/-innen`: the sign inside is skipped. Gives where `innen` begins, or -1. */
function genderSign(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code !== 42 && code !== 58 && code !== 95 && code !== 47) return -1
  const next = code === 47 && text.charCodeAt(at + 1) === hyphen ? at + 2 : at + 1
  return text.startsWith('innen', next) || (text.startsWith('in', next) && foldCode(text.charCodeAt(next + 2)) === 0) ? next : -1
}

/** Cuts a text into folded words. Words joined by one or two hyphens (B-Plan, Kfz-Bestand) stay one; longer chains and numbers fall apart. */
export function tokenize(text: string, sink: TokenSink): void {
  const end = text.length
  let i = 0
  while (i < end) {
    if (foldCode(text.charCodeAt(i)) === 0) {
      i++
      continue
    }
    i = readWord(text, i, end, sink)
  }
}

function readWord(text: string, from: number, end: number, sink: TokenSink): number {
  let i = from
  let length = 0
  let pieces = 1
  let letters = false
  pieceStart[0] = 0
  textStart[0] = from
  let last = from
  for (; i < end; i++) {
    const code = text.charCodeAt(i)
    const folded = foldCode(code)
    if (folded !== 0) {
      if (length < wordLength) length = append(word, length, folded)
      if (!isDigit(folded)) letters = true
      last = i + 1
    } else if (code === softHyphen) {
    } else if (code >= 0x300 && code <= 0x36f) {
      combine(word, length, code)
      last = i + 1
    } else if (code === hyphen && foldCode(text.charCodeAt(i + 1)) !== 0 && pieces < 60) {
      textEnd[pieces - 1] = i
      if (length < wordLength) word[length++] = hyphen
      pieceStart[pieces] = length
      textStart[pieces] = i + 1
      pieces++
    } else if (code === 58 && text.startsWith('//', i + 1)) {
      // An address is not language: it is skipped to its end.
      while (i < end && text.charCodeAt(i) > 32 && text[i] !== '<' && text[i] !== ')') i++
      return i
    } else {
      const next = genderSign(text, i)
      if (next < 0) break
      i = next - 1
    }
  }
  textEnd[pieces - 1] = last
  if (pieces <= 3 && (letters || pieces === 1)) sink(word, length, from, last)
  else emitPieces(pieces, length, sink)
  return i
}

function emitPieces(pieces: number, length: number, sink: TokenSink): void {
  for (let p = 0; p < pieces; p++) {
    const start = pieceStart[p] as number
    const stop = p + 1 < pieces ? (pieceStart[p + 1] as number) - 1 : length
    if (stop <= start) continue
    piece.set(word.subarray(start, stop))
    sink(piece, stop - start, textStart[p] as number, textEnd[p] as number)
  }
}

export interface Token {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** The words of a text with their places; for questions and highlighting. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  tokenize(text, (codes, length, start, end) => {
    tokens.push({ word: String.fromCharCode(...codes.subarray(0, length)), start, end })
  })
  return tokens
}
