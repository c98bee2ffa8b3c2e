import { isSafeLink, type LangString, parseDate } from '#standards/dcat-ap-de'
import type { FieldFault, Values } from './field.ts'

/** The text of a language; German also takes what names no language. */
export const inLang = (texts: readonly LangString[], lang: string): LangString | undefined =>
  texts.find((text) => text.lang === lang) ?? (lang === 'de' ? texts.find((text) => text.lang === '') : undefined)

/** Texts with that of one language replaced, removed or added; the other languages stay in their places. */
export function withLang(texts: readonly LangString[], lang: string, value: string | undefined): LangString[] {
  const old = inLang(texts, lang)
  if (value === undefined) return texts.filter((text) => text !== old)
  return old ? texts.map((text) => (text === old ? { ...old, value } : text)) : [...texts, { value, lang }]
}

/** All texts of a language replaced: keywords. Words that stay keep what they were. */
export function withWords(texts: readonly LangString[], lang: string, values: Values): LangString[] {
  const mine = (text: LangString) => text.lang === lang || (lang === 'de' && text.lang === '')
  const known = new Map(texts.filter(mine).map((text) => [text.value, text]))
  return [...values.map((value) => known.get(value) ?? { value, lang }), ...texts.filter((text) => !mine(text))]
}

/** A value that may be left out, as exact optional properties want it. */
export function withOptional<T extends object, K extends keyof T>(part: T, key: K, value: T[K] | undefined): T {
  const { [key]: _, ...rest } = part
  return (value === undefined ? rest : { ...rest, [key]: value }) as T
}

/** The first of a list replaced; an empty one is taken out. */
export function withFirst<T extends object>(list: readonly T[], first: T): T[] {
  const rest = list.slice(1)
  const said = Object.values(first).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined))
  return said ? [first, ...rest] : rest
}

export const addressFault = (values: Values): FieldFault | undefined =>
  values.every((value) => /^https?:\/\//i.test(value) && URL.canParse(value) && isSafeLink(value)) ? undefined : 'address'

export const emailFault = (values: Values): FieldFault | undefined =>
  values.every((value) => /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/.test(value)) ? undefined : 'email'

export const telFault = (values: Values): FieldFault | undefined =>
  values.every((value) => /^\+?[\d\s/().-]{4,30}$/.test(value)) ? undefined : 'tel'

/** The 31st of February is written like a day and is none. */
const exists = (date: string): boolean => {
  const [whole] = /^\d{4}-\d{2}-\d{2}/.exec(date) ?? []
  const time = whole ? Date.parse(`${whole}T00:00:00Z`) : 0
  return !whole || (!Number.isNaN(time) && new Date(time).toISOString().startsWith(whole))
}

/** A day as it is kept, of what browsers send or how it is written in German; also a month or a year alone. Undefined where it is none. */
export const day = (values: Values): string | undefined => {
  const date = values[0] === undefined ? undefined : parseDate(values[0])
  return date !== undefined && exists(date) ? date : undefined
}

export const dateFault = (values: Values): FieldFault | undefined => (day(values) === undefined ? 'date' : undefined)
