import { emailKey } from './email.ts'

/** Why a password is refused. */
export type PasswordFault = 'missing' | 'short' | 'long' | 'common' | 'own'

/** Fewest and most characters of a password. The upper end only keeps a form small. */
export const passwordLength = { least: 12, most: 256 } as const

// Words that passwords of twelve characters and more are most often made of, and rows of keys. Chosen by us; short on purpose.
const words =
  'passwort password kennwort geheim geheimnis willkommen welcome hallo hello hallowelt sommer winter frühling herbst fruehling schatz schalke borussia fussball fußball deutschland master admin administrator login letmein iloveyou ichliebedich qwertz qwerty qwertzuiop qwertyuiop asdfghjkl yxcvbnm zxcvbnm abc abcdef dragon monkey computer internet test testtest start changeme trustno portal allmende rathaus gemeinde stadt stadtverwaltung verwaltung buergermeister bürgermeister'
const common = new Set(words.split(' '))
const rows = '01234567890123456789098765432109876543210'

/** Whether it is one of the passwords that are tried first: a common word with figures and signs around it, the same again, or keys in a row. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase()
  const letters = plain.replace(/[^\p{L}]/gu, '')
  const once = /^(.+?)\1+$/u.exec(letters)?.[1] ?? letters
  if (letters.length > 0 && common.has(once)) return true
  if (new Set(plain).size <= 2) return true
  const unit = /^(.{1,6}?)\1+$/u.exec(plain)?.[1]
  if (unit !== undefined && (/^\d+$/.test(unit) || common.has(unit))) return true
  return rows.includes(plain) || 'abcdefghijklmnopqrstuvwxyz'.includes(plain)
}

/** Whether a password is little more than the person's own name or address. */
function isOwn(password: string, person: { name: string; email: string }): boolean {
  const plain = password.toLowerCase()
  const parts = [...person.name.toLowerCase().split(/[^\p{L}]+/u), ...emailKey(person.email).split(/[^\p{L}\p{N}]+/u)]
  const rest = parts
    .filter((part) => part.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((left, part) => left.replaceAll(part, ''), plain)
  return rest !== plain && rest.replace(/[^\p{L}]/gu, '').length < 6
}

/** What is wrong with a new password; undefined when it may be used. Length counts, and no other recipe. */
export function passwordFault(password: string, person: { name: string; email: string }): PasswordFault | undefined {
  if (password === '') return 'missing'
  const length = [...password].length
  if (length < passwordLength.least) return 'short'
  if (length > passwordLength.most) return 'long'
  if (isCommon(password)) return 'common'
  return isOwn(password, person) ? 'own' : undefined
}
