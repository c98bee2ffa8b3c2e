// Folding: one spelling for every way to write a letter. `Straße`, `STRASSE`, `Strasse` and `Zählung`, `Zaehlung` become equal;
// `ä` stays apart from `a` (Zählung is not Zahlung), only the stem joins them.

const a = 97
const e = 101
const o = 111
const q = 113
const s = 115
const u = 117
export const hyphen = 45
const aUmlaut = 0xe4
const oUmlaut = 0xf6
const uUmlaut = 0xfc

/** Char code -> folded char code; 0 for what is no part of a word. Filled on demand beyond Latin, `unknown` until then. */
const unknown = 0xffff
const table = new Uint16Array(65_536).fill(unknown)

function foldedCode(code: number): number {
  const char = String.fromCharCode(code)
  if (!/[\p{L}\p{N}]/u.test(char)) return 0
  const lower = char.toLowerCase()
  if (lower === 'ä' || lower === 'ö' || lower === 'ü' || lower === 'ß') return lower.charCodeAt(0)
  if (lower === 'æ') return aUmlaut
  if (lower === 'ø' || lower === 'œ') return oUmlaut
  if (lower === 'ł') return 108
  return lower.normalize('NFKD').charCodeAt(0)
}

/** The folded char code of a letter or digit, 0 for anything else. */
export function foldCode(code: number): number {
  const known = table[code] as number
  if (known !== unknown) return known
  const folded = foldedCode(code)
  table[code] = folded
  return folded
}

const isVowel = (code: number) =>
  code === a || code === e || code === 105 || code === o || code === u || code === aUmlaut || code === oUmlaut || code === uUmlaut

/** Puts a folded letter at the end of a word in the making; joins ae, oe, ue and ss. Gives the new length. */
export function append(word: Uint16Array, length: number, code: number): number {
  if (code === e && length > 0) {
    const last = word[length - 1]
    const before = length > 1 ? (word[length - 2] as number) : 0
    if (last === a) word[length - 1] = aUmlaut
    else if (last === o) word[length - 1] = oUmlaut
    // `neue`, `Steuer`, `Bauer`, `Quelle`: no umlaut after a vowel or q.
    else if (last === u && before !== q && !isVowel(before)) word[length - 1] = uUmlaut
    else {
      word[length] = code
      return length + 1
    }
    return length
  }
  if (code === 0xdf) {
    word[length] = s
    word[length + 1] = s
    return length + 2
  }
  word[length] = code
  return length + 1
}

/** A combining mark (decomposed text): the diaeresis makes an umlaut, other marks fall away. */
export function combine(word: Uint16Array, length: number, code: number): void {
  if (code !== 0x308 || length === 0) return
  const last = word[length - 1]
  if (last === a) word[length - 1] = aUmlaut
  else if (last === o) word[length - 1] = oUmlaut
  else if (last === u) word[length - 1] = uUmlaut
}

const scratch = new Uint16Array(256)
/** One word as the index knows it; what is no letter or digit (but a hyphen) falls away. At most 120 characters are read. */
export function foldWord(text: string): string {
  let length = 0
  const end = Math.min(text.length, 120)
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    const folded = foldCode(code)
    if (folded !== 0) length = append(scratch, length, folded)
    else if (code >= 0x300 && code <= 0x36f) combine(scratch, length, code)
    else if (code === hyphen && length > 0) scratch[length++] = hyphen
  }
  return String.fromCharCode(...scratch.subarray(0, length))
}

/** The folded text for ordering titles: umlauts beside their vowel, digits by value up to 9 places. */
export function sortKey(text: string): string {
  return text
    .slice(0, 80)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\d{1,9}/g, (digits) => digits.padStart(9, '0'))
    .trim()
}
