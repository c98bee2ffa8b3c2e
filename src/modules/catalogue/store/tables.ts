import type { Generated, JSONColumnType, Kysely } from 'kysely'
import type { DraftTables } from './draft-tables.ts'

/** A column of a hosted table, explained. Types as in Frictionless Table Schema. */
export interface FileColumn {
  name: string
  type: string
  unit?: string
  meaning: string
}

/** What a check found, as pages show it. */
export interface QualityCheck {
  id: string
  passed: boolean
  /** Figures for the sentence. */
  params?: Record<string, string | number>
}

/** The quality of a record with its reasons. `score` and `best` follow the MQA weights. */
export interface Quality {
  checks: QualityCheck[]
  score: number
  best: number
  /** Points by dimension, questions that earned nothing, and those that nobody could answer yet. Absent for services, which the MQA leaves out. */
  parts?: Record<string, number>
  lost?: string[]
  open?: string[]
  /** DCAT-AP.de 3.0: counts of the official shapes; absent where they are not installed. */
  violations?: number
  warnings?: number
  findings?: QualityFinding[]
  /** ISO 8601: from when on it is overdue by its own rhythm. */
  dueAt?: string
}

/** What the addresses of a record answered. What is absent was not tried. */
export interface LinkState {
  access?: boolean
  download?: boolean
  /** Addresses that do not answer, and since when (ISO 8601). */
  broken?: { address: string; since: string }[]
}

export interface QualityFinding {
  severity: 'Violation' | 'Warning' | 'Info'
  path: string
  constraint: string
  node?: string
  value?: string
}

export interface ResourceTable {
  id: string
  tenant: string
  uri: string
  kind: string
  slug: string
  title: string
  publisher: string | null
  publisher_slug: string | null
  state: string
  record: JSONColumnType<object>
  source_hash: string
  source: string | null
  head: string | null
  record_modified: Date | null
  quality: JSONColumnType<Quality> | null
  quality_hash: string | null
  links: JSONColumnType<LinkState> | null
  created_at: Generated<Date>
  changed_at: Generated<Date>
  withdrawn_at: Date | null
  withdrawn_reason: string | null
  own_since: Date | null
  /** Made by the database from `record`. */
  covers: unknown
  identifiers: unknown
  themes: unknown
}

export interface CatalogueTables extends DraftTables {
  catalogue_resource: ResourceTable
  catalogue_quality_day: { tenant: string; publisher_slug: string; day: string; records: number; score: number; best: number }
  catalogue_former_slug: { tenant: string; slug: string; resource: string }
  catalogue_head: { tenant: string; uri: string; record: JSONColumnType<object>; changed_at: Generated<Date> }
  catalogue_import: {
    id: string
    tenant: string
    source: string
    started_at: Generated<Date>
    finished_at: Date | null
    read: number
    created: number
    updated: number
    unchanged: number
    rejected: number
  }
  catalogue_import_note: {
    import: string
    tenant: string
    kind: string
    record: string
    property: string | null
    old_value: string | null
    new_value: string | null
    reason: string | null
  }
  catalogue_file: {
    tenant: string
    resource: string
    name: string
    media_type: string
    bytes: number
    sha256: string
    columns: JSONColumnType<FileColumn[]> | null
    changed_at: Generated<Date>
  }
}

/** A connection or transaction that knows the tables of the catalogue. */
export type CatalogueDb = Kysely<CatalogueTables>
