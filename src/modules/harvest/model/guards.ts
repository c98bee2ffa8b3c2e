/** What a run found, in numbers. */
export interface Found {
  /** Records that were known from this source and there. */
  readonly before: number
  /** Records that the source gave now, without those that could not be read. */
  readonly given: number
  /** Known ones that are no longer there, after those with another id were recognised. */
  readonly gone: number
  /** How many the source says that it has; undefined where it does not say. */
  readonly announced: number | undefined
  /** All that came, readable or not. */
  readonly came: number
  /** Known records whose text looked sound before, and now like letters in the wrong encoding. */
  readonly garbled: number
  /** Known records that could be read before and cannot be read now. */
  readonly unreadable: number
}

/** A reason to hold a run until a person has looked; sentence `harvest.hold.<kind>`. */
export interface Hold {
  readonly kind: 'empty' | 'vanished' | 'fewer' | 'garbled' | 'unreadable'
  readonly params: Readonly<Record<string, number>>
}

const percent = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10

/**
 * Reasons not to believe what a source says: nothing where there was something, too much gone, fewer than it announced itself, letters
 * broken. A partial run was asked for changes only and may well bring nothing. A single record that goes is an everyday thing, even where it is a third of a small catalogue.
 */
export function reasonsToHold(found: Found, vanishPercent: number, partial = false): Hold[] {
  const { before, given, gone, announced, came, garbled, unreadable } = found
  const holds: Hold[] = []
  if (before > 0 && given === 0 && !partial) holds.push({ kind: 'empty', params: { before } })
  else if (gone > 1 && (gone / before) * 100 > vanishPercent)
    holds.push({ kind: 'vanished', params: { gone, before, percent: percent(gone, before), limit: vanishPercent } })
  // While pages are turned a record may come or go; more than that was held back.
  if (announced !== undefined && came < announced - Math.max(1, announced * 0.01))
    holds.push({ kind: 'fewer', params: { announced, came } })
  if (garbled > Math.max(1, before * 0.05)) holds.push({ kind: 'garbled', params: { garbled } })
  if (unreadable > 1 && (unreadable / before) * 100 > vanishPercent)
    holds.push({ kind: 'unreadable', params: { unreadable, before } })
  return holds
}

// UTF-8 read as Windows-1252 (`Ã¤`, `Ã¼`, `ÃŸ`, `â€ž`), and what became of letters that no encoding knew.
const broken = /\ufffd|Ã[\u0080-\u00bf„–…†‡ˆ‰Š‹Œ‘’“”•˜™š›œžŸ€ƒ]|â€[\u0080-\u009f“”žœ™¦\u00a0-\u00bf]/

/** Whether a text looks like letters read in the wrong encoding. */
export const looksGarbled = (text: string): boolean => broken.test(text)
