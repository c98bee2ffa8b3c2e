const amount = /^(\d{1,12})(?:\.(\d{1,4}?)0*)?$/

/** Decimals that an amount needs; undefined where the text is no amount: digits, and up to four decimals after a point. */
export function decimalsOf(text: string): number | undefined {
  const found = amount.exec(text)
  return found ? (found[2] ?? '').replace(/0+$/, '').length : undefined
}

/** The amount times `scale` (a power of ten that holds all decimals), exact. */
export function unitsOf(text: string, scale: number): number {
  const [whole = '0', decimals = ''] = text.split('.')
  const places = String(scale).length - 1
  return Number(whole) * scale + Number(decimals.padEnd(places, '0').slice(0, places) || '0')
}

/** Writes an amount back: 1250 at scale 100 is `12.5`. */
export function amountText(units: number, scale: number): string {
  const rest = units % scale
  const whole = String((units - rest) / scale)
  if (rest === 0) return whole
  return `${whole}.${String(rest)
    .padStart(String(scale).length - 1, '0')
    .replace(/0+$/, '')}`
}
