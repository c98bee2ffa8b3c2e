// The words every search adapter speaks. An adapter is judged by `contract.ts`; the owner of an index hands in its schema.
import type { Result } from '#kernel/result.ts'

/** The text fields of a document, heaviest first; their weights stand in the schema. */
export type TextField = 'title' | 'keywords' | 'description' | 'other'

/** What is put into the index: one record with its texts, its filters and who may see it. Dates are days since 1970-01-01. */
export interface SearchDocument {
  readonly id: string
  readonly kind: string
  /** Ids of every tenant under whose view it is seen: its own and all above it. */
  readonly scopes: readonly string[]
  readonly fields: Readonly<Partial<Record<TextField, string>>>
  readonly facets: Readonly<Record<string, readonly string[]>>
  readonly issued?: number
  readonly modified?: number
  /** West, south, east, north in degrees (WGS 84). */
  readonly bbox?: Bbox
  /** Yes-or-no marks such as `hvd` or `open`; at most 24 different ones in an index. */
  readonly flags: readonly string[]
  /** Multiplies the text score by (1 + boost); 0 where left out, kept within -0.9 .. 4. */
  readonly boost?: number
}

/** West, south, east, north in degrees (WGS 84). */
export type Bbox = readonly [number, number, number, number]

/** How results are ordered; without words `relevance` means newest first. */
export type SearchSort = 'relevance' | 'modified' | 'issued' | 'title'

/** A question. Everything but `scope` may be left out. */
export interface SearchQuery {
  readonly scope: string
  /** Words, "phrases", -excluded, field:word as the schema names them. */
  readonly text?: string
  /** Only the word as written: no word forms, compounds, synonyms, typing errors. */
  readonly exact?: boolean
  readonly kinds?: readonly string[]
  /** OR inside a facet, AND between facets. */
  readonly facets?: Readonly<Record<string, readonly string[]>>
  /** All of them must be set. */
  readonly flags?: readonly string[]
  /** Day numbers, both ends included; on `modified` unless `on` says otherwise. A record without the date does not match. */
  readonly time?: { readonly from?: number; readonly to?: number; readonly on?: 'modified' | 'issued' }
  /** Records whose area touches this one. */
  readonly bbox?: Bbox
  readonly sort?: SearchSort
  /** 0 where left out; offset + limit at most `pageBound`. */
  readonly offset?: number
  /** 20 where left out, at most 1,000; 0 asks for counts only. */
  readonly limit?: number
  /** Values per facet, most frequent first; 10 where left out, at most 1,000; 0 asks for none. Chosen values come in any case. */
  readonly facetLimit?: number
}

/** Offset + limit may reach this far; who wants everything reads the export. */
export const pageBound = 10_000
/** A question may have this many characters and this many words. */
export const textBound = 1_000
export const wordBound = 32

export interface SearchHit {
  readonly id: string
  readonly score: number
}

export interface FacetCount {
  readonly key: string
  readonly count: number
}

/** What was searched beside a word of the question: for the sentence "Wir haben auch nach ... gesucht". */
export interface Expansion {
  readonly word: string
  readonly with: readonly string[]
  readonly why: 'synonym' | 'typo' | 'compound'
}

/** The words to mark in texts: analysed once by the index, used by `excerpt`. */
export interface HighlightTerms {
  /** Folded words that are marked as they stand. */
  readonly words: readonly string[]
  /** Stems: a word is marked when its stem, or a part of the compound, is one of them. */
  readonly stems: readonly string[]
}

export interface SearchAnswer {
  /** How many records match; exact. */
  readonly total: number
  readonly hits: readonly SearchHit[]
  /** Per facet of the schema; a facet's counts ignore its own selection. */
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>
  /** `all`: every word found. `some`: no record has all words, so these have as many as possible. */
  readonly match: 'all' | 'some'
  readonly expansions: readonly Expansion[]
  /** The question with typing errors mended, where a word was not found as written. */
  readonly corrected?: string
  readonly terms: HighlightTerms
}

/** Why a question was not answered: `field` names the part of the query, `limit` the bound that was passed. */
export interface SearchFault {
  readonly code: 'text-too-long' | 'too-many-words' | 'bad-number' | 'page-too-deep' | 'unknown-facet' | 'timeout' | 'unavailable'
  readonly field?: string
  readonly limit?: number
}

/** A title (then with the record's id) or a word that begins as typed, and how many records it finds. */
export interface Suggestion {
  readonly text: string
  readonly kind: 'title' | 'word'
  readonly id?: string
  readonly count: number
}

/** What a field prefix such as `titel:` means: a text field, or a facet. `resolve` turns a label into facet keys (it runs with the caller). */
export type QueryField =
  | { readonly field: TextField }
  | { readonly facet: string; readonly resolve?: (word: string) => readonly string[] }

/** The owner's description of its index. */
export interface SearchSchema {
  /** Raised by the owner when documents are made differently: a snapshot of another version is refused. */
  readonly version: number
  /** Facet names, in the order of the answer; at most 12. */
  readonly facets: readonly string[]
  readonly weights?: Readonly<Partial<Record<TextField, number>>>
  /** Field prefixes of the question, lower case: `titel`, `title`, `herausgeber`, ... */
  readonly queryFields?: Readonly<Record<string, QueryField>>
}

export interface IndexStats {
  readonly documents: number
  readonly words: number
  readonly segments: number
  readonly cursor: number
  /** Of the documents in the memory of one thread; threads share most of it. */
  readonly bytes: number
  /** Why the snapshot on disk was not used, when there was one. */
  readonly refused?: string
  /** True when there is nothing behind the index yet: the owner calls `rebuild`. */
  readonly empty: boolean
}

export interface SnapshotInfo {
  readonly file: string
  readonly bytes: number
  readonly cursor: number
}

/** A search index. Changes are seen by the next search; `cursor` is the owner's outbox number of the last change applied. */
export interface SearchIndex {
  upsert(documents: readonly SearchDocument[], cursor?: number): Promise<void>
  remove(ids: readonly string[], cursor?: number): Promise<void>
  search(query: SearchQuery): Promise<Result<SearchAnswer, SearchFault>>
  suggest(scope: string, prefix: string, limit: number): Promise<readonly Suggestion[]>
  /** Builds anew from all documents while the old state goes on answering, then takes its place. */
  rebuild(documents: AsyncIterable<readonly SearchDocument[]>, cursor: number): Promise<void>
  cursor(): Promise<number>
  /** Writes the snapshot now; it also happens by itself some time after changes. */
  save(): Promise<SnapshotInfo>
  stats(): Promise<IndexStats>
  close(): Promise<void>
}
