import type { CatalogueRecord, Distribution } from '#standards/dcat-ap-de'
import type { Conflict } from '../../use-cases/edit/faults.ts'
import { conflictName } from './conflict-view.tsx'

type Values = Record<string, unknown>

/** Copies a field from one record into another; a field that is not there is taken out. */
function copied<T extends object>(into: T, from: T, field: string): T {
  const value = (from as Values)[field]
  const { [field]: _, ...rest } = into as Values
  return (value === undefined ? rest : { ...rest, [field]: value }) as T
}

const files = (record: CatalogueRecord): readonly Distribution[] => (record.kind === 'service' ? [] : record.distribution)

/**
 * The record that comes of a conflict: both versions put together, and where they contradict, what was chosen.
 * Undefined while a choice is missing.
 */
export function chosenRecord({ merge, mine }: Conflict, choices: URLSearchParams): CatalogueRecord | undefined {
  if (!merge) return undefined
  let record = merge.merged
  for (const conflict of merge.conflicts) {
    const choice = choices.get(`wahl-${conflictName(conflict)}`)
    if (choice !== 'mine' && choice !== 'theirs') return undefined
    if (choice === 'theirs') continue
    if (conflict.distribution === undefined) record = copied(record, mine, conflict.field)
    else record = withFile(record, mine, conflict.distribution, conflict.field)
  }
  return record
}

function withFile(record: CatalogueRecord, mine: CatalogueRecord, uri: string, field: string): CatalogueRecord {
  if (record.kind === 'service') return record
  const own = files(mine).find((one) => one.uri === uri)
  // Taken away here while it was changed there: away it goes.
  if (!own) return { ...record, distribution: record.distribution.filter((one) => one.uri !== uri) }
  if (!record.distribution.some((one) => one.uri === uri)) return { ...record, distribution: [...record.distribution, own] }
  return { ...record, distribution: record.distribution.map((one) => (one.uri === uri ? copied(one, own, field) : one)) }
}
