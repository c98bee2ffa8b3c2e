import type { Lang } from './locale.ts'

/** A calendar day `2026-11-24`, or a moment in ISO 8601; both are kept as the text they came as. */
export type IsoDate = string

const formats = new Map<string, Intl.DateTimeFormat>()
function formatter(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options)
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { timeZone: 'Europe/Berlin', ...options })
    formats.set(key, format)
  }
  return format
}

/** `24. November 2026` with no-break spaces (long, for sentences), `24.11.2026` (short, for tables); a year or month stays one; what is no date stays as it is. */
export function formatDay(value: IsoDate, lang: Lang, style: 'long' | 'short' = 'long'): string {
  const key = `${lang}/${style}/${value}`
  const known = shown.get(key)
  if (known !== undefined) return known
  // The same days come again and again; Intl takes long for each.
  if (shown.size >= 20_000) shown.clear()
  const text = writeDay(value, lang, style)
  shown.set(key, text)
  return text
}
const shown = new Map<string, string>()

function writeDay(value: IsoDate, lang: Lang, style: 'long' | 'short'): string {
  if (/^\d{4}$/.test(value)) return value
  const month = /^(\d{4})-(\d{2})$/.test(value)
  const date = new Date(month ? `${value}-01T12:00:00Z` : value.length === 10 ? `${value}T12:00:00Z` : value)
  if (Number.isNaN(date.getTime())) return value
  if (month) return formatter(lang, { month: style === 'long' ? 'long' : '2-digit', year: 'numeric' }).format(date)
  return formatter(
    lang,
    style === 'long' ? { day: 'numeric', month: 'long', year: 'numeric' } : { day: '2-digit', month: '2-digit', year: 'numeric' },
  )
    .format(date)
    .replaceAll(' ', '\u00a0')
}

/** Whole days since 1970-01-01 of a date or moment; undefined for what is no date. */
export function dayNumber(value: IsoDate | undefined): number | undefined {
  if (!value) return undefined
  const time = Date.parse(/^\d{4}$/.test(value) ? `${value}-01-01` : value)
  return Number.isNaN(time) ? undefined : Math.floor(time / 86_400_000)
}
