import type { Lang } from '#kernel/locale.ts'

const made = new Map<string, Intl.NumberFormat>()

/** Cents as people read them: `18.000 €`, `9.500,50 €`. */
export function euros(cents: number, lang: Lang): string {
  const digits = cents % 100 === 0 ? 0 : 2
  const key = `${lang}/${digits}`
  let format = made.get(key)
  if (!format) {
    format = new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    made.set(key, format)
  }
  return format.format(cents / 100)
}

/** Cents from what somebody typed: `18.000`, `18000,50 €`, `18 000`. Undefined for what is no amount. */
export function readEuros(text: string): number | undefined {
  const plain = text.replace(/[\s€]|EUR/g, '')
  const [, whole, , cents = ''] = /^(\d{1,3}(\.\d{3})+|\d{1,12})(,(\d{1,2}))?$/.exec(plain)
    ? ((/^([\d.]+)(,(\d{1,2}))?$/.exec(plain) ?? []) as string[])
    : []
  if (whole === undefined) return undefined
  return Number(whole.replaceAll('.', '')) * 100 + Number(cents.padEnd(2, '0'))
}

/** Cents as a form shows them: `18.000` or `18.000,50`. */
export const eurosTyped = (cents: number): string =>
  new Intl.NumberFormat('de', { minimumFractionDigits: cents % 100 === 0 ? 0 : 2 }).format(cents / 100)
