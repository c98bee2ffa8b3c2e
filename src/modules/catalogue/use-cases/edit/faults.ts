import type { CatalogueRecord } from '#standards/dcat-ap-de'
import type { DraftDeed, DraftState } from '../../model/draft.ts'
import type { Draft } from '../../store/draft-tables.ts'
import type { DraftCheck } from './check-draft.ts'
import type { FieldChange } from './difference.ts'
import type { Merge } from './three-way.ts'

/** Two saves of one draft met. Nothing was overwritten: `theirs` is what stands there, `mine` what was handed in. */
export interface Conflict {
  readonly theirs: Draft
  readonly mine: CatalogueRecord
  /** What both began from; undefined when that is too long ago to be known. */
  readonly base: CatalogueRecord | undefined
  /** From theirs to mine. */
  readonly changes: readonly FieldChange[]
  /** Both put together, and where they contradict; only with a base. */
  readonly merge: Merge | undefined
}

/** Why something was not done to a draft. The sentence has the text key `catalogue.draft-fault.<kind>`. */
export type DraftFault =
  | { readonly kind: 'not-found' }
  /** The deed does not fit the state any more. */
  | { readonly kind: 'state'; readonly deed: DraftDeed; readonly state: DraftState }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  /** Somebody released it before; `slug` leads to it. */
  | { readonly kind: 'already-released'; readonly slug: string | null; readonly at: Date | null }
  /** The tenant wants somebody else than the writer to approve. */
  | { readonly kind: 'four-eyes' }
  /** It lacks what it must have, the lawfulness gate is not through, or the official shapes found a violation. */
  | { readonly kind: 'unfit'; readonly check: DraftCheck }
  /** The published record was changed since the draft began. */
  | { readonly kind: 'outdated'; readonly changes: readonly FieldChange[] }
  /** A value of the form is wrong. The sentence has the text key `catalogue.draft-fault.field.<fault>`. */
  | { readonly kind: 'field'; readonly field: string; readonly fault: FieldFaultKind }

export type FieldFaultKind =
  | 'missing'
  | 'too-long'
  | 'past'
  | 'not-a-date'
  | 'unknown'
  | 'taken'
  | 'too-large'
  | 'empty'
  | 'personal'
