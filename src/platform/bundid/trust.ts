/** How surely BundID knows somebody (eIDAS: low, substantial, high): by password, by Elster or the like, by identity card. Later ones are surer. */
export const trusts = ['basis', 'substantial', 'high'] as const
export type Trust = (typeof trusts)[number]

/** What BundID writes: its own classes (STORK), and those of eIDAS. */
const levels: Readonly<Record<string, Trust>> = {
  'STORK-QAA-Level-1': 'basis',
  'STORK-QAA-Level-2': 'basis',
  'STORK-QAA-Level-3': 'substantial',
  'STORK-QAA-Level-4': 'high',
  'http://eidas.europa.eu/LoA/low': 'basis',
  'http://eidas.europa.eu/LoA/substantial': 'substantial',
  'http://eidas.europa.eu/LoA/high': 'high',
}

/** The class that a request asks for at least. */
export const askedClass: Readonly<Record<Trust, string>> = {
  basis: 'STORK-QAA-Level-1',
  substantial: 'STORK-QAA-Level-3',
  high: 'STORK-QAA-Level-4',
}

/** What an answer says about it: the lowest of what it names; undefined where it names nothing, or something unknown. */
export function trustOf(named: readonly string[]): Trust | undefined {
  const read = named.map((one) => (Object.hasOwn(levels, one) ? levels[one] : undefined))
  if (read.length === 0 || read.includes(undefined)) return undefined
  return trusts.find((one) => read.includes(one))
}

/** Whether it is enough. */
export const isEnough = (given: Trust, wanted: Trust): boolean => trusts.indexOf(given) >= trusts.indexOf(wanted)
