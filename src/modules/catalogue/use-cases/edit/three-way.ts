import {
  type CatalogueRecord,
  type Distribution,
  distributionFields,
  type RecordField,
  recordFields,
} from '#standards/dcat-ap-de'
import { distributionsOf } from '../search-document.ts'
import { differenceOf, type FieldChange, sameValue } from './difference.ts'

/** Two people changed the same field differently. `mine` and `theirs` are what each made of what stood there before. */
export interface FieldConflict {
  readonly field: string
  readonly distribution?: string
  readonly label: string
  readonly of?: string
  readonly base: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

/** What comes of two changes of one record. Where they contradict, `merged` holds theirs, which was saved first. */
export interface Merge {
  readonly merged: CatalogueRecord
  readonly conflicts: readonly FieldConflict[]
}

type Values = Readonly<Record<string, unknown>>

/** Fields of mine where only I changed them, theirs otherwise. */
function mergeFields(fields: readonly RecordField[], base: Values, theirs: Values, mine: Values): Values {
  const merged: Record<string, unknown> = { ...theirs }
  for (const { field } of fields) {
    if (!sameValue(theirs[field], base[field]) || sameValue(mine[field], base[field])) continue
    if (mine[field] === undefined) delete merged[field]
    else merged[field] = mine[field]
  }
  return merged
}

function mergeDistributions(base: CatalogueRecord, theirs: CatalogueRecord, mine: CatalogueRecord): Distribution[] {
  const byUri = (record: CatalogueRecord) => new Map(distributionsOf(record).map((one) => [one.uri, one]))
  const [was, there, here] = [byUri(base), byUri(theirs), byUri(mine)]
  const kept = [...there.values()].flatMap((their): Distribution[] => {
    const [old, own] = [was.get(their.uri), here.get(their.uri)]
    // Taken away here, and left as it was there: away.
    if (old && !own) return sameValue(old, their) ? [] : [their]
    if (!own) return [their]
    return [
      mergeFields(
        distributionFields,
        (old ?? {}) as Values,
        their as unknown as Values,
        own as unknown as Values,
      ) as unknown as Distribution,
    ]
  })
  const added = [...here.values()].filter((own) => {
    const old = was.get(own.uri)
    return !there.has(own.uri) && (!old || !sameValue(old, own))
  })
  return [...kept, ...added]
}

const at = (change: FieldChange) => `${change.distribution ?? ''} ${change.field}`

/** Puts two changes of the same record together. Pure. `base` is what both began from. */
export function threeWay(base: CatalogueRecord, theirs: CatalogueRecord, mine: CatalogueRecord, lang = 'de'): Merge {
  const values = mergeFields(
    recordFields(theirs.kind),
    base as unknown as Values,
    theirs as unknown as Values,
    mine as unknown as Values,
  )
  const merged = (theirs.kind === 'service'
    ? values
    : { ...values, distribution: mergeDistributions(base, theirs, mine) }) as unknown as CatalogueRecord
  const their = new Map(differenceOf(base, theirs, lang).map((change) => [at(change), change]))
  const conflicts = differenceOf(base, mine, lang).flatMap((own): FieldConflict[] => {
    const other = their.get(at(own))
    if (!other || sameValue(other.after, own.after)) return []
    const { field, label, before, after, distribution, of } = own
    return [
      {
        field,
        label,
        ...(distribution ? { distribution } : {}),
        ...(of ? { of } : {}),
        base: before,
        mine: after,
        theirs: other.after,
      },
    ]
  })
  return { merged, conflicts }
}
