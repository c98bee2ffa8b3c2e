import type { ZodType } from 'zod'
import type { LangText, RoomLocale } from '#kernel/locale.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Agent, CatalogueRecord, Kept, Repair } from '#standards/dcat-ap-de'

/** An answer of the source that was read to its end. */
export interface Fetched {
  readonly bytes: Uint8Array
  readonly contentType: string | undefined
  /** Address after redirects. */
  readonly address: string
  /** By what the source can say later whether this answer is still the same: hand it in again as `seal`. Undefined where it names nothing. */
  readonly seal?: string
  /** The clock of the source when it answered, ISO 8601. */
  readonly date?: string
}

export interface Asking {
  readonly accept?: string
  readonly body?: { readonly type: string; readonly text: string }
  /** Answers that are no faults: gives undefined for them. */
  readonly unless?: readonly number[]
  /** Seal of an earlier answer: where nothing changed since, the source says 304. */
  readonly seal?: string
}

/**
 * The way to the source, for one run: guarded, bounded in time, bytes and number of requests, polite where it is told to wait. Throws
 * what breaks the run off: no answer, an error page, an empty answer.
 */
export interface Way {
  get(address: string, asking?: Asking): Promise<Fetched>
  /** The same, but undefined where the source answers with one of `unless`. */
  ask(address: string, asking: Asking & { readonly unless: readonly number[] }): Promise<Fetched | undefined>
  /** The files of a folder of this machine, by name. */
  files(address: string): Promise<readonly FolderFile[]>
}

/** A file of a folder that an operator opened. */
export interface FolderFile {
  /** Its path below the folder. */
  readonly name: string
  /** To be handed to `get`. */
  readonly address: string
  readonly size: number
  /** When it was last changed, in milliseconds. */
  readonly changed: number
}

/** A record as it was understood. */
export interface Understood {
  readonly record: CatalogueRecord
  readonly repairs: readonly Repair[]
  readonly kept: readonly Kept[]
  /** Places that could not be understood; the record is taken all the same. */
  readonly remarks?: readonly Remark[]
  /** Columns that nobody knows and that hold something here. */
  readonly columns?: readonly string[]
}

/** A place of a table that could not be understood; text key `harvest.reason.<reason>`. */
export interface Remark {
  readonly reason: 'cell'
  readonly line: number
  /** Head of the column. */
  readonly field: string
  readonly detail: string
}

/** Why a record was not taken: text key `harvest.reason.<reason>`. */
export interface Refused {
  readonly reason:
    | 'no-title'
    | 'not-described'
    | 'too-much'
    | 'private'
    | 'deleted'
    | 'no-package'
    | 'unreadable'
    | 'other-kind'
    | 'not-open'
    | 'no-id'
    | 'federated'
  /** What exactly is wrong, for people who know the format. */
  readonly detail?: string
  /** Where in a table. */
  readonly line?: number
  readonly field?: string
  readonly columns?: readonly string[]
}

/** One record of a source. It is understood only when it is not the same as the last time. */
export interface Entry {
  /** Its id at the source, the same in every run. */
  readonly id: string
  /** Everything that counts as its content: two runs with the same text mean the same record. */
  readonly raw: string
  /** The record as it came, to be shown where it is not taken. */
  readonly excerpt: () => string
  /** Its page at the source. */
  readonly page?: string
  readonly understand: () => Understood | Refused
  /** The source says that it had this record and has it no longer. */
  readonly gone?: boolean
  /** A mere mention that counts for nothing when another page describes the record. */
  readonly mention?: boolean
}

/** What came with one request. */
export interface Page {
  readonly entries: readonly Entry[]
  /** How many records the source says that it has. */
  readonly announced?: number
  /** Where to go on; undefined at the end. Handed in again after a stop. */
  readonly next: string | undefined
  /** A piece of the same answer as the page before: after a stop it may bring nothing new without being a loop. */
  readonly piece?: boolean
  /** Who publishes what names nobody. */
  readonly publisher?: Agent
  /** From where on the next run may ask for changes only; the first of a run counts. */
  readonly mark?: string
  /** The source gave everything it has although only changes were asked for: what is missing is gone. */
  readonly complete?: boolean
}

/** What a run wants of its source. */
export interface Wish {
  /** Mark of the last good run: only what changed since is wanted. Undefined: everything. More than was asked for does no harm. */
  readonly mark?: string
  /** Columns of a table by what staff says they mean: a field, or '' for a column that is left out. */
  readonly columns: Readonly<Record<string, string>>
  /** The time now. */
  readonly now: Date
}

/** A kind of source: everything it needs lies in its folder. `Settings` is what staff may set. */
export interface Harvester<Settings = unknown> {
  /** Name of its folder. */
  readonly id: string
  readonly name: LangText
  /** Which systems it reads, in one sentence. */
  readonly use: LangText
  /** An address as it may look. */
  readonly example: string
  readonly settings: ZodType<Settings>
  /** Fields of the settings: each a line of text or one of a few. Texts `harvest.<kind>.<field>`. */
  readonly fields?: readonly { readonly name: keyof Settings & string; readonly options?: readonly string[] }[]
  /** Whether an address looks like this kind of source: 0 to 1. */
  suits(address: URL): number
  /** The pages of the source one after the other, from the beginning or from a cursor. */
  pages(way: Way, address: string, settings: Settings, from: string | undefined, wish: Wish): AsyncIterable<Page>
  readonly locales?: RoomLocale
}

/** Checks nothing at run time; gives the types. */
export const defineHarvester = <Settings>(harvester: Harvester<Settings>): Harvester<Settings> => harvester

/** Looks at what a folder exports: a harvester, or what is wrong with it. */
export function checkHarvester(exported: unknown): Result<Harvester, string> {
  const one = exported as Partial<Harvester> | null
  if (typeof one !== 'object' || one === null) return fail('its default export is no harvester')
  for (const key of ['id', 'name', 'use', 'example', 'settings', 'suits', 'pages'] as const)
    if (one[key] === undefined) return fail(`its harvester has no "${key}"`)
  if (!one.settings?.safeParse({}).success) return fail('its settings cannot be read from {}: every one needs a usual value')
  return ok(one as Harvester)
}

export const isRefused = (one: Understood | Refused): one is Refused => 'reason' in one

const hour = 3_600_000

/** From when on a source is asked for changes the next time, by its own clock: an hour early, for indexes that lag behind; a day where it does not tell the time. */
export const sinceOf = ({ date }: Pick<Fetched, 'date'>, now: Date): string =>
  new Date(date ? Date.parse(date) - hour : now.getTime() - 24 * hour).toISOString()
