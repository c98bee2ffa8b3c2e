import { firstNames } from './first-names.ts'

/** A name of a person in a text: where it begins and ends, and the name. */
export interface NamePlace {
  readonly start: number
  readonly end: number
  readonly name: string
}

// After a name of a street, school or house, the person is long dead or has agreed to be a sign.
const places =
  /^(?:straße|strasse|str\.|platz|weg|allee|ring|schule|gymnasium|haus|halle|park|brücke|kolleg|realschule|gesamtschule|stiftung|kirche|kapelle|stadion)/i
const compoundPlaces = /-(?:straße|platz|weg|allee|schule|gymnasium|haus|park)/i
const salutation = /\b(?:Frau|Herrn?)\s+(?:(?:Dr|Prof)\.\s*)*\p{Lu}[\p{L}-]+/gu
const capitalised =
  /(?<![\p{L}-])(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)\s+((?:von|van|zu|de)\s+)?(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)(?=(\s+\S+)?)/gu

/** Names of persons: after "Frau" or "Herr", then a known first name before a word with a capital. Enough to notice a name, never proof of one. */
export function namePlaces(text: string): NamePlace[] {
  const found = [...text.matchAll(salutation)].map(({ 0: name, index }) => ({ start: index, end: index + name.length, name }))
  for (const match of text.matchAll(capitalised)) {
    const [whole, first = '', link = '', last = '', after = ''] = match
    if (!first.split('-').some((part) => firstNames.has(part.toLowerCase()))) continue
    if (places.test(last) || compoundPlaces.test(last) || places.test(after.trim())) continue
    found.push({ start: match.index, end: match.index + whole.length, name: `${first} ${link}${last}` })
  }
  return found
}
