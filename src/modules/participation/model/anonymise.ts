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

/** What else would name the author: the name as given, and its last word. */
function namePattern(names: readonly string[]): RegExp | undefined {
  const parts = names.flatMap((name) => {
    const words = name.trim().split(/\s+/)
    const last = words.at(-1) ?? ''
    return words.length > 1 && last.length > 2 ? [name.trim(), last] : [name.trim()]
  })
  const found = parts.filter((part) => part.length > 2).sort((a, b) => b.length - a.length)
  return found.length > 0 ? new RegExp(`(?<![\\p{L}\\d])(?:${found.map(escaped).join('|')})s?(?![\\p{L}\\d])`, 'giu') : undefined
}

/** A text without personal data, and how many places were blanked. */
export interface Anonymous {
  readonly text: string
  readonly blanked: number
}

/** Puts marks in place of personal data found in a text, and of names that are known to belong to it. */
export function anonymise(text: string, names: readonly string[] = []): Anonymous {
  let blanked = 0
  let out = ''
  let at = 0
  for (const place of personalDataIn(text)) {
    out += text.slice(at, place.start) + marks[place.kind]
    at = place.end
    blanked++
  }
  out += text.slice(at)
  const known = namePattern(names)
  if (known)
    out = out.replace(known, () => {
      blanked++
      return marks.name
    })
  return { text: out, blanked }
}
