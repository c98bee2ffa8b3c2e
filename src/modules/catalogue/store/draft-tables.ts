import type { Generated, JSONColumnType } from 'kysely'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import type { DraftState } from '../model/draft.ts'
import type { Lawfulness } from '../model/lawfulness.ts'
import type { FileColumn } from './tables.ts'

/** What was found in a table that was handed in. */
export interface FileFacts {
  encoding: string
  delimiter: string
  decimalComma: boolean
  /** `31.12.2026`, `2026-12-31`; absent where there are no dates. */
  dateFormat?: string
  rows: number
  columns: { name: string; kind: string }[]
  /** Rows with more or fewer cells than the head. */
  faultyRows: number
}

/** A record on its way to the public. Persons are ids. */
export interface Draft {
  readonly id: string
  readonly tenant: string
  /** The published record it changes; null before the first release. */
  readonly resource: string | null
  /** Address part of the published record, or null. */
  readonly slug: string | null
  readonly kind: CatalogueRecord['kind']
  readonly title: string
  readonly record: CatalogueRecord
  /** Fingerprint of the published version it began from. */
  readonly basedOn: string | null
  readonly state: DraftState
  readonly revision: number
  readonly office: string
  readonly responsible: string | null
  readonly createdBy: string | null
  readonly createdAt: Date
  readonly changedBy: string | null
  readonly changedAt: Date
  readonly submittedBy: string | null
  readonly submittedAt: Date | null
  readonly approvedBy: string | null
  readonly approvedAt: Date | null
  readonly releaseAt: Date | null
  readonly releasedAt: Date | null
  /** Why it was sent back. */
  readonly reason: string | null
  /** What the list of versions will say of it. */
  readonly note: string | null
  readonly lawfulness: Lawfulness
  /** How many things it lacks that it must have. */
  readonly missing: number
}

/** A file that was handed in with a draft; not public. */
export interface DraftFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly columns: FileColumn[] | null
  readonly facts: FileFacts | null
  readonly addedAt: Date
}

export interface DraftComment {
  readonly id: string
  /** Id of a person. */
  readonly author: string | null
  readonly text: string
  readonly at: Date
}

/** A version that was public. */
export interface ResourceVersion {
  readonly number: number
  readonly record: CatalogueRecord
  readonly hash: string
  readonly source: string | null
  readonly releasedAt: Date
  readonly releasedBy: string | null
  readonly note: string | null
  /** Nothing was changed: the record was given back to this source. */
  readonly givenBackTo: string | null
}

/** What a tenant wants of editing, and what new drafts begin with. */
export interface CatalogueSettings {
  /** Somebody else than the writer must approve. */
  readonly fourEyes: boolean
  /** Offices that records can belong to, as the form suggests them. */
  readonly offices: readonly string[]
  readonly defaults: CatalogueDefaults
}

export interface CatalogueDefaults {
  readonly publisher?: { readonly name: string; readonly email?: string; readonly homepage?: string }
  readonly contact?: { readonly name: string; readonly email?: string; readonly telephone?: string; readonly url?: string }
  /** IRI of the DCAT-AP.de licence list, for each distribution. */
  readonly license?: string
  readonly licenseAttributionByText?: string
  /** IRIs. */
  readonly politicalGeocodingURI?: string
  readonly politicalGeocodingLevelURI?: string
  readonly contributorID?: string
}

/** One row of a staff list. */
export interface Entry {
  readonly id: string
  readonly resource: string | null
  readonly draft: string | null
  readonly kind: CatalogueRecord['kind']
  readonly title: string
  readonly slug: string | null
  readonly state: DraftState | 'published' | 'withdrawn'
  /** True where the public sees a version, whatever is being worked on. */
  readonly published: boolean
  readonly office: string
  readonly responsible: string | null
  /** Checks passed, in percent. */
  readonly quality: number | null
  readonly missing: number
  readonly source: string | null
  readonly dueAt: Date | null
  readonly releaseAt: Date | null
  readonly changedAt: Date
}

interface DraftRow {
  id: string
  tenant: string
  resource: string | null
  kind: string
  title: string
  record: JSONColumnType<object>
  based_on: string | null
  state: string
  revision: Generated<number>
}

/** The tables of editing, as far as Kysely is told of them: they are spoken to in SQL. */
export interface DraftTables {
  catalogue_draft: DraftRow
}
