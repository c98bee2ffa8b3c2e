import { isIban } from './iban.ts'
import { namePlaces } from './person-names.ts'
import { plates } from './plates.ts'

/** Kinds of personal data that a text can give away. */
export const personalKinds = ['account', 'mail', 'phone', 'plate', 'address', 'birth', 'name'] as const
export type PersonalKind = (typeof personalKinds)[number]

/** Something that looks like personal data: `text.slice(start, end)` is `value`. */
export interface PersonalPlace {
  readonly kind: PersonalKind
  readonly start: number
  readonly end: number
  readonly value: string
}

const mail =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\(at\)|\[at\]|\{at\})\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}?\.\p{L}{2,24}(?![\p{L}\p{N}])/giu
// Numbers that are dialled: a leading 0 or +, at least seven digits, at most the separators people use. Years and sums begin otherwise.
const phone = /(?<![\d.,])(?:\+\d{1,3}|00\d{1,3}|0[1-9]\d{1,4})[\s/().-]{0,3}(?:\d[\s/().-]{0,2}){5,12}\d/g
// Without an area code only after a word that says what it is.
const announcedPhone =
  /(?<=\b(?:Tel|Telefon|Telefonnummer|Mobil|Handy|Handynummer|Fax|Rufnummer)\.?:?\s{0,2})\d(?:[\s/-]?\d){3,11}/gi
const account = /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b/gi
// What has the ending of a street but is none; a number after it counts or names a place of work, not a home.
const noStreet =
  '(?!(?:Rad|Geh|Fuß|Wander|Schul|Feld|Park|Spiel|Sport|Stell|Arbeits|Kita|Bolz|Bau|Sitz|Lade|Bus)(?:schnell)?(?:weg|platz)\\b)'
const houseNumber = '\\d{1,4}\\s?[a-zA-Z]?(?:\\s?[-–]\\s?\\d{1,4}\\s?[a-zA-Z]?)?(?![\\p{L}\\d])'
const streets = [
  `(?<!\\p{L})${noStreet}\\p{Lu}[\\p{L}-]{0,40}(?:straße|strasse|str\\.|weg|allee|gasse|platz|ring|damm|ufer|chaussee|kamp|pfad|stieg|graben|wall)\\s+${houseNumber}`,
  `(?<!\\p{L})(?:\\p{Lu}[\\p{L}-]{0,40}\\s+)?(?:Straße|Strasse|Str\\.|Weg|Allee|Platz|Gasse|Ring|Damm|Ufer)\\s+${houseNumber}`,
  // "Am Markt 5" says many things; before a postcode it is an address.
  `(?<!\\p{L})(?:Am|Im|Zum|Zur|An\\s(?:der|den)|Auf\\s(?:dem|der)|In\\s(?:der|den)|Hinter\\s(?:dem|der))(?:\\s+\\p{Lu}[\\p{L}-]{0,40}){1,2}\\s+${houseNumber}(?=,?\\s+\\d{5}\\s+\\p{Lu})`,
].map((source) => new RegExp(source, 'gu'))
const birth = /(?<!\p{L})(?:geboren|geb\.)\s+(?:am\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9})\s?\d{2,4}/giu

const name = '\\p{Lu}[\\p{L}-]{1,40}(?:[ \\t]+(?:von[ \\t]+|van[ \\t]+|zu[ \\t]+|de[ \\t]+)?\\p{Lu}[\\p{L}-]{1,40}){0,3}'
const introductions = [
  // "Mein Name ist Programm": a saying, not a name.
  `(?<=(?<!\\p{L})(?:[Ii]ch\\shei(?:ß|ss)e|[Mm]ein\\s(?:Vor- und Nachname|Name)\\s(?:ist|lautet)|[Mm]y\\sname\\sis)\\s{1,3})(?!(?:Programm|Hase)(?!\\p{L}))${name}`,
  `(?<=(?<!\\p{L})(?:Grü(?:ß|ss)en?|Gru(?:ß|ss)|[Rr]egards)[ \\t]{0,3},?[ \\t]{0,3}\\n[ \\t\\n]{0,3})${name}`,
].map((source) => new RegExp(source, 'gu'))

type Range = Omit<PersonalPlace, 'kind' | 'value'>
const ranges = (text: string, ...patterns: readonly RegExp[]): Range[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  )

/** Account numbers; words in capitals that follow one are left away. */
function accounts(text: string): Range[] {
  return ranges(text, account).flatMap(({ start, end }) => {
    let value = text.slice(start, end)
    while (value !== '' && !isIban(value)) value = value.slice(0, Math.max(0, value.search(/\s\S*$/)))
    return value === '' ? [] : [{ start, end: start + value.length }]
  })
}

/** In this order: what an earlier one found is not read a second time as something else. */
const finders: readonly (readonly [PersonalKind, (text: string) => Range[]])[] = [
  ['account', accounts],
  ['mail', (text) => ranges(text, mail)],
  ['phone', (text) => ranges(text, phone, announcedPhone)],
  ['plate', (text) => ranges(text, ...plates)],
  ['address', (text) => ranges(text, ...streets)],
  ['birth', (text) => ranges(text, birth)],
  ['name', (text) => [...ranges(text, ...introductions), ...namePlaces(text)]],
]

/** Wide figures, no-break spaces and the like as their plain sisters; those that would change the length stay, so that places hold. */
const plain = (text: string) =>
  text.replace(/[^\p{ASCII}]/gu, (char) => {
    const folded = char.normalize('NFKC')
    return folded.length === char.length ? folded : char
  })

/**
 * What in a text looks like personal data, by place; places do not overlap. It is a net with wide meshes: it warns, and somebody decides.
 * Takes time in proportion to the text.
 */
export function personalDataIn(text: string): PersonalPlace[] {
  const read = plain(text)
  const taken = new Uint8Array(text.length)
  const found: PersonalPlace[] = []
  for (const [kind, find] of finders)
    for (const { start, end } of find(read)) {
      if (taken.subarray(start, end).includes(1)) continue
      taken.fill(1, start, end)
      found.push({ kind, start, end, value: text.slice(start, end) })
    }
  return found.sort((a, b) => a.start - b.start)
}
