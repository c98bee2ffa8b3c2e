import type { CatalogueEntries } from './encode.ts'
import type { CatalogueHead, CatalogueRecord, Repair } from './model.ts'

/** A record that was not taken, with the reason as text key `dcat-ap-de.rejected.<reason>`. */
export interface Rejection {
  record: string
  place: string
  reason: 'no-title' | 'not-described' | 'too-much' | 'private' | 'deleted' | 'no-package'
}

/** A value that stays in the record as it came, because nobody could say what it means; text key `dcat-ap-de.kept.<reason>`. */
export interface Kept {
  record: string
  property: string
  value: string
  reason: 'unsafe-link' | 'not-understood' | 'more-than-one' | 'empty'
}

/** A catalogue of the document and what it lists. */
export interface CatalogueListing extends CatalogueEntries {
  head: CatalogueHead
}

/** All that a document says, sorted into records. */
export interface Reading {
  /** The outermost catalogue. */
  head?: CatalogueHead
  /** Every catalogue, the outermost first. */
  catalogues: CatalogueListing[]
  records: CatalogueRecord[]
  repairs: Repair[]
  rejected: Rejection[]
  kept: Kept[]
  /** N-Triples lines about nothing in particular: no record or catalogue leads to them. */
  rest: string[]
}
