const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe' }

/** Lower case, with umlauts and ß written out: `Größe` -> `groesse`. Other accents stay. */
export const withoutUmlauts = (text: string): string => text.toLowerCase().replace(/[äöüß]/g, (c) => umlauts[c] ?? c)

/** `Bäume & Sträucher 2024` -> `baeume-straeucher-2024`; at most 80 characters, never empty. */
export function slugOf(title: string, fallback = 'ohne-titel'): string {
  const plain = title
    .toLowerCase()
    .replace(/[äöüßæø]/g, (c) => umlauts[c] ?? c)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (plain.length <= 80) return plain || fallback
  const cut = plain.slice(0, 80)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 40)).replace(/-+$/, '')
}
