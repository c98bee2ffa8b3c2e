/** Languages are BCP 47 tags; German is the source of all keys. */
export type Lang = string

/** Texts of one room in one language: key -> sentence with `{name}` places. */
export type Messages = Readonly<Record<string, string>>

/** Texts of one room in all its languages. */
export type RoomLocale = Readonly<Record<Lang, Messages>>

export type TextParams = Readonly<Record<string, string | number>>

/** Gives the sentence for a key. With a numeric `count`, `key.one` and `key.other` are tried first (CLDR plural rules). */
export interface Translate {
  (key: string, params?: TextParams): string
  readonly lang: Lang
}

/** Joins the texts of several rooms; a key named twice is a fault of the build, so it throws. */
export function joinMessages(rooms: readonly Messages[]): Messages {
  const joined: Record<string, string> = {}
  for (const room of rooms)
    for (const [key, text] of Object.entries(room)) {
      if (key in joined) throw new Error(`text key defined twice: ${key}`)
      joined[key] = text
    }
  return joined
}

/** A sentence taken apart at its `{name}` places: text and names by turns. */
const partsOf = (sentence: string): readonly string[] => sentence.split(/\{(\w+)\}/)

/** Makes the function that looks texts up. A key without a text gives the key itself, so that a gap is seen, not a fault. */
export function translator(lang: Lang, messages: Messages, fallback: Messages = messages): Translate {
  const plural = new Intl.PluralRules(lang)
  const apart = new Map<string, readonly string[]>()
  const find = (key: string) => messages[key] ?? fallback[key]
  const translate = (key: string, params?: TextParams): string => {
    const count = params?.count
    const sentence = (typeof count === 'number' ? find(`${key}.${plural.select(count)}`) : undefined) ?? find(key)
    if (sentence === undefined) return key
    if (!params) return sentence
    let parts = apart.get(sentence)
    if (!parts) {
      parts = partsOf(sentence)
      apart.set(sentence, parts)
    }
    let out = parts[0] ?? ''
    for (let at = 1; at < parts.length; at += 2) {
      const name = parts[at] ?? ''
      const value = params[name]
      out += value === undefined ? `{${name}}` : typeof value === 'number' ? formatNumber(value, lang) : value
      out += parts[at + 1]
    }
    return out
  }
  return Object.assign(translate, { lang })
}

const numbers = new Map<string, Intl.NumberFormat>()
/** `1943` -> `1.943` in German. */
export function formatNumber(value: number, lang: Lang, digits?: number): string {
  // Most numbers on a page are small counts, and those look alike in both languages of the house.
  if (digits === undefined && (lang === 'de' || lang === 'en') && Number.isInteger(value) && value >= 0 && value < 1000)
    return String(value)
  const key = `${lang}:${digits ?? ''}`
  let format = numbers.get(key)
  if (!format) {
    format = new Intl.NumberFormat(
      lang,
      digits === undefined ? { maximumFractionDigits: 1 } : { minimumFractionDigits: digits, maximumFractionDigits: digits },
    )
    numbers.set(key, format)
  }
  return format.format(value)
}

const sizes = ['B', 'kB', 'MB', 'GB', 'TB']
/** Bytes as people read them: `2.100.000` -> `2,1 MB`. */
export function formatBytes(bytes: number, lang: Lang): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < sizes.length - 1) {
    size /= 1000
    unit++
  }
  const digits = unit > 0 && size < 10 ? 1 : 0
  return `${formatNumber(Number(size.toFixed(digits)), lang)} ${sizes[unit]}`
}

/** A text in several languages. */
export type LangText = Readonly<Record<Lang, string>>

/** The text in the wanted language, else in German, else the first there is, else ''. */
export const textIn = (text: LangText | undefined, lang: Lang): string =>
  text?.[lang] ?? text?.de ?? Object.values(text ?? {})[0] ?? ''
