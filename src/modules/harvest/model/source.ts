import type { SourceFault } from './fault.ts'
import type { Hold } from './guards.ts'

export const schedules = ['off', 'hourly', 'daily', 'weekly'] as const
export type Schedule = (typeof schedules)[number]

/** Values of a source that the lists of DCAT-AP.de do not know, and what they mean. */
export const mappedKinds = ['license', 'theme', 'format', 'column'] as const
export type MappedKind = (typeof mappedKinds)[number]

export interface Mapping {
  /** Key of a publisher's name -> slug of the tenant that its records go to. */
  readonly publishers: Readonly<Record<string, string>>
  /** Value as the source writes it -> IRI; head of a column -> name of a field. */
  readonly values: Readonly<Record<MappedKind, Readonly<Record<string, string>>>>
}

export const noMapping: Mapping = { publishers: {}, values: { license: {}, theme: {}, format: {}, column: {} } }

/** A catalogue of others that is taken in again and again. */
export interface Source {
  readonly id: string
  readonly tenant: string
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly address: string
  readonly settings: unknown
  readonly mapping: Mapping
  readonly schedule: Schedule
  readonly state: 'new' | 'on' | 'off'
  readonly vanishPercent: number
  readonly contact: string | null
  readonly nextAt: Date | null
  readonly goodAt: Date | null
  readonly brokenSince: Date | null
  /** From where on changes can be asked for. */
  readonly mark: string | null
}

export interface Counts {
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly withdrawn: number
  readonly rejected: number
  readonly kept: number
  readonly renamed: number
}

export type RunState = 'running' | 'held' | 'ready' | 'done' | 'failed' | 'stopped' | 'dropped'

/** What a run learned about the source besides its records. */
export interface Summary {
  readonly publishers?: readonly { readonly name: string; readonly count: number }[]
  readonly unknown?: readonly { readonly kind: MappedKind; readonly value: string; readonly count: number }[]
  readonly repaired?: number
}

export interface Run extends Counts {
  readonly id: string
  readonly tenant: string
  readonly source: string
  readonly mode: 'run' | 'look'
  readonly cause: 'clock' | 'person' | 'command'
  readonly state: RunState
  readonly phase: 'gather' | 'judge' | 'write' | 'end'
  readonly cursor: string | null
  /** Only what changed since the last good run is asked for. */
  readonly partial: boolean
  readonly pages: number
  readonly announced: number | null
  readonly attempts: number
  readonly stopWanted: boolean
  /** A person has looked at what was found and wants it. */
  readonly confirmed: boolean
  readonly holds: readonly Hold[]
  readonly fault: SourceFault | null
  readonly summary: Summary
  readonly startedAt: Date
  readonly changedAt: Date
  readonly finishedAt: Date | null
}

/** Something that a run did not take, with the record as it came. */
export interface Issue {
  readonly number: number
  readonly sourceId: string
  readonly reason: string
  readonly detail: string | null
  readonly page: string | null
  readonly excerpt: string | null
  readonly line: number | null
  readonly field: string | null
  /** The record was taken all the same. */
  readonly taken: boolean
}
