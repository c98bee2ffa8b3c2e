/** The grounds text stands on (tokens.css: --alm-ground). */
export const grounds = { light: '#ffffff', dark: '#0f1411' } as const
export type Ground = keyof typeof grounds

/** An accent is text and button ground, so it needs the enhanced contrast of WCAG 2.2, 1.4.6. */
export const neededRatio = 7

/** What a tenant may choose: one accent for each ground; ours stands in. */
export interface Accents {
  readonly accentLight?: string | undefined
  readonly accentDark?: string | undefined
}

/** The accents Allmende has when a tenant chose none. */
export const defaultTheme: { readonly accentLight: string; readonly accentDark: string } = {
  accentLight: '#22562a',
  accentDark: '#86c78d',
}

export type AccentCheck =
  | { readonly ok: true; readonly ratio: number }
  | { readonly ok: false; readonly fault: 'not-a-colour'; readonly value: string }
  | {
      readonly ok: false
      readonly fault: 'contrast'
      readonly pair: readonly [string, string]
      readonly ground: Ground
      readonly ratio: number
    }

type Rgb = readonly [number, number, number]

/** `#22562a` or `#abc` as three numbers 0-255; undefined for anything else. */
export function parseHex(hex: string): Rgb | undefined {
  const found = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex.trim())?.[1]
  if (!found) return undefined
  const full = found.length === 3 ? [...found].map((c) => c + c).join('') : found
  const number = Number.parseInt(full, 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

// WCAG 2.2, definition of relative luminance.
function luminance([r, g, b]: Rgb): number {
  const linear = (value: number) => {
    const s = value / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio); undefined when one is no hex colour. */
export function contrast(one: string, other: string): number | undefined {
  const a = parseHex(one)
  const b = parseHex(other)
  if (!a || !b) return undefined
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/** Says whether an accent can be read on its ground, and if not, which pair fails and with what ratio (two digits, rounded down). */
export function checkAccent(hex: string, ground: Ground = 'light'): AccentCheck {
  const ratio = contrast(hex, grounds[ground])
  if (ratio === undefined) return { ok: false, fault: 'not-a-colour', value: hex }
  const shown = Math.floor(ratio * 100) / 100
  if (ratio >= neededRatio) return { ok: true, ratio: shown }
  return { ok: false, fault: 'contrast', pair: [hex, grounds[ground]], ground, ratio: shown }
}

const complete = (theme: Accents): typeof defaultTheme => ({
  accentLight: theme.accentLight ?? defaultTheme.accentLight,
  accentDark: theme.accentDark ?? defaultTheme.accentDark,
})

/** Both accents of a theme; the first that fails is the answer. */
export function checkTheme(theme: Accents): AccentCheck {
  const { accentLight, accentDark } = complete(theme)
  const light = checkAccent(accentLight, 'light')
  return light.ok ? checkAccent(accentDark, 'dark') : light
}

/** `share` of the first colour, the rest of the second. */
function mix(one: string, other: string, share: number): string {
  const a = parseHex(one) ?? [0, 0, 0]
  const b = parseHex(other) ?? [0, 0, 0]
  const part = (i: 0 | 1 | 2) => Math.round(a[i] * share + b[i] * (1 - share))
  return `#${[part(0), part(1), part(2)].map((n) => n.toString(16).padStart(2, '0')).join('')}`
}

function variables(accent: string, ground: Ground): string {
  const to = grounds[ground]
  const text = ground === 'light' ? '#0f1411' : '#eef2ef'
  const values = {
    accent,
    'on-accent': ground === 'light' ? '#ffffff' : '#0f1411',
    'accent-hover': mix(accent, text, 0.75),
    'accent-soft': mix(accent, to, ground === 'light' ? 0.11 : 0.14),
    'data-1': mix(accent, to, 0.88),
    'step-1': accent,
    'step-2': mix(accent, to, 0.55),
    'step-3': mix(accent, to, ground === 'light' ? 0.22 : 0.3),
  }
  return Object.entries(values)
    .map(([name, value]) => `--alm-${name}:${value}`)
    .join(';')
}

/**
 * The stylesheet of a tenant: only variables. An accent that fails the check is left out, so a page can always be read.
 * Empty for the default theme.
 */
export function themeStyle(theme: Accents): string {
  const { accentLight, accentDark } = complete(theme)
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
  const light = checkAccent(accentLight, 'light').ok && !same(accentLight, defaultTheme.accentLight)
  const dark = checkAccent(accentDark, 'dark').ok && !same(accentDark, defaultTheme.accentDark)
  if (!light && !dark) return ''
  const lightRule = light ? `:root{${variables(accentLight.toLowerCase(), 'light')}}` : ''
  // The light accent must not reach the dark ground, so the dark one is always written when the light one is.
  const darkRule = `@media (prefers-color-scheme:dark){:root{${variables(dark ? accentDark.toLowerCase() : defaultTheme.accentDark, 'dark')}}}`
  return `${lightRule}${darkRule}@media print{:root{--alm-accent:#000}}`
}
