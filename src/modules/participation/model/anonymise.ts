import { type PersonalKind, personalDataIn } from '#kernel/personal-data.ts'

/** What stands where personal data stood. German, as the data are. */
const marks: Readonly<Record<PersonalKind, string>> = {
  account: '[Kontonummer]',
  mail: '[E-Mail-Adresse]',
  phone: '[Telefonnummer]',
  plate: '[Kennzeichen]',
  address: '[Anschrift]',
  birth: '[Geburtsdatum]',
  name: '[Name]',
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

const anyOf = (names: readonly string[]): RegExp | undefined => {
  const found = [...new Set(names)].filter((name) => name.length > 2).sort((a, b) => b.length - a.length)
  return found.length > 0 ? new RegExp(`(?<![\\p{L}\\d])(?:${found.map(escaped).join('|')})s?(?![\\p{L}\\d])`, 'giu') : undefined
}

/** Finds whoever gave a name in a procedure, by first and last name: one answer to many may greet any of them. */
export const namesOfAll = (authors: readonly string[]): RegExp | undefined =>
  anyOf(authors.map((name) => name.trim()).filter((name) => /\s/.test(name)))

/** Finds the author of a text: the name as given, and its last word, which others may carry as a plain word ("Bach"). */
export const namesOfAuthor = (author: string): RegExp | undefined =>
  anyOf([author.trim(), author.trim().split(/\s+/).at(-1) ?? ''])

/** A text without personal data, and how many places were blanked. */
export interface Anonymous {
  readonly text: string
  readonly blanked: number
}

/** Puts marks in place of personal data found in a text, and of names that are known. */
export function anonymise(text: string, known: readonly (RegExp | undefined)[] = []): Anonymous {
  let blanked = 0
  let out = ''
  let at = 0
  for (const place of personalDataIn(text)) {
    out += text.slice(at, place.start) + marks[place.kind]
    at = place.end
    blanked++
  }
  out += text.slice(at)
  for (const names of known)
    if (names)
      out = out.replace(names, () => {
        blanked++
        return marks.name
      })
  return { text: out, blanked }
}
