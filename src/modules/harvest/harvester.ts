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
}

export interface Asking {
  readonly accept?: string
  readonly body?: { readonly type: string; readonly text: string }
  /** Answers that are no faults: gives undefined for them. */
  readonly unless?: readonly number[]
}

/**
 * The way to the source, for one run: guarded, bounded in time, bytes and number of requests, polite where it is told to wait. Throws
 * what breaks the run off: no answer, an error page, an empty answer.
 */
export interface Way {
  get(address: string, asking?: Asking): Promise<Fetched>
  /** The same, but undefined where the source answers with one of `unless`. */
  ask(address: string, asking: Asking & { readonly unless: readonly number[] }): Promise<Fetched | undefined>
}

/** A record as it was understood. */
export interface Understood {
  readonly record: CatalogueRecord
  readonly repairs: readonly Repair[]
  readonly kept: readonly Kept[]
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
  /** What exactly is wrong, for people who know the format. */
  readonly detail?: string
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
  pages(way: Way, address: string, settings: Settings, from: string | undefined): AsyncIterable<Page>
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
