/** What one check on the public page may cost us, and how long it is kept. The page and the manual print these figures. */
export const bounds = {
  /** Of a file or of what an address gives. */
  bytes: 10 * 1024 * 1024,
  /** Pages of a catalogue that are followed from a named address. */
  pages: 20,
  /** Characters that may be pasted. */
  characters: 30_000,
  /** Records that are judged. */
  records: 2_000,
  /** Seconds for fetching. */
  fetchSeconds: 30,
  /** Seconds for judging; what is judged by then is told. */
  judgeSeconds: 120,
  /** Checks that may wait for the whole instance. */
  waiting: 40,
  /** Hours until a report is erased. */
  hours: 24,
  /** Places of findings that are kept for one report. */
  places: 20_000,
} as const

/** Checks an hour before a puzzle is asked: from one line, and for the whole instance. */
export const checkLimit = { line: 20, all: 400 } as const

/** Profiles in the order in which they are offered; the first is chosen beforehand. */
export const offered = [
  'dcat-ap.de-3.0',
  'dcat-ap.de-2.0',
  'dcat-ap.de-2.0-conventions',
  'dcat-ap.de-2.0-indirect',
  'hvd-3.0',
  'dcat-ap-3.0',
] as const

/** A catalogue as somebody handed it in. */
export interface WantedCheck {
  readonly profile: string
  readonly name: string
  readonly address: string | null
  readonly content: Uint8Array | null
  readonly mediaType: string | null
}

export type CheckState = 'waiting' | 'working' | 'done' | 'failed'
