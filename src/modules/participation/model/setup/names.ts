import { slugOf } from '#kernel/slug.ts'

/** Words that say nothing about a procedure. */
const small = new Set([
  'und',
  'oder',
  'der',
  'die',
  'das',
  'den',
  'dem',
  'des',
  'ein',
  'eine',
  'im',
  'in',
  'am',
  'an',
  'auf',
  'fuer',
  'zu',
  'zum',
  'zur',
  'von',
  'vom',
  'wie',
  'wo',
  'was',
  'soll',
  'wird',
])

/** A free prefix of two to four letters made of a title: `Marktplatz Lindenrode` -> `ML`, and when that is taken `MLA`, `MLB` ... */
export function freePrefix(title: string, taken: readonly string[]): string {
  const words = slugOf(title)
    .split('-')
    .filter((word) => /^[a-z]/.test(word) && !small.has(word))
  const [first = 'vf'] = words
  const base = (words.length > 1 ? words.map((word) => word[0]).join('') : first)
    .replace(/[^a-z]/g, '')
    .toUpperCase()
    .slice(0, 3)
  const stem = base.length >= 2 ? base : `${base}F`
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const more = letters.flatMap((a) => letters.map((b) => `${stem.slice(0, 2)}${a}${b}`))
  return [stem, ...letters.map((one) => `${stem.slice(0, 3)}${one}`), ...more].find((one) => !taken.includes(one)) ?? stem
}

/** Short names that no procedure can have: pages of the room stand at their addresses, /mitmachen/regeln. */
export const keptSlugs: readonly string[] = ['rechenschaft', 'regeln', 'melden', 'vorhaben']

/** A free short name for the address: `marktplatz`, and when that is taken `marktplatz-2` ... */
export function freeSlug(title: string, taken: readonly string[]): string {
  const slug = slugOf(title, 'verfahren')
  for (let n = 1; ; n++) {
    const one = n === 1 ? slug : `${slug.slice(0, 74)}-${n}`
    if (!taken.includes(one) && !keptSlugs.includes(one)) return one
  }
}
