import type { Transaction } from 'kysely'
import { fail, ok, type Result } from '#kernel/result.ts'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import type { Phase, Procedure } from '../../model/procedure.ts'
import { mergeTyped, type SetupFault, type Typed } from '../../model/setup/typed.ts'
import { type ProcedureWriting, phasesOf, procedureById, updateProcedure, writePhases } from '../../store/procedure-store.ts'
import { holdProcedure, takenName } from '../../store/setup-store.ts'
import type { ParticipationTables } from '../../store/tables.ts'
import { type Acting, markOf, noteSetup } from './acting.ts'

/** What a part of the form changes. */
export interface Written {
  readonly procedure?: Partial<ProcedureWriting>
  readonly phases?: readonly Phase[]
}

/** A part of the form: how it shows a procedure, and how it reads what was typed. */
export interface Part {
  /** `subject`, `timetable` ...: stands in the audit log. */
  readonly id: string
  typed(procedure: Procedure, phases: readonly Phase[]): Typed
  read(typed: Typed, procedure: Procedure, phases: readonly Phase[]): Result<Written, SetupFault[]>
}

/** Why it was not saved; with `collided`, somebody else changed the same fields meanwhile. */
export type NotSaved =
  | { readonly kind: 'gone' }
  | { readonly kind: 'faults'; readonly faults: readonly SetupFault[] }
  | { readonly kind: 'collided'; readonly fields: readonly string[]; readonly theirs: Typed; readonly typed: Typed }

/** Marks of what the form began with, by field. */
export const marksOf = (typed: Typed): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, markOf(value)]))

/**
 * Saves one part of a procedure. What somebody else saved meanwhile in other fields stays; where both changed the same field nothing is
 * written, and it is told which. Gives the fields that the other one changed.
 */
export async function saveProcedure(
  house: ParticipationHouse,
  acting: Acting,
  id: string,
  part: Part,
  mine: Typed,
  marks: Readonly<Record<string, string>>,
): Promise<Result<readonly string[], NotSaved>> {
  try {
    return await staffDb(house, acting.site)
      .transaction()
      .execute((trx) => saveIn(trx, acting, id, part, mine, marks))
  } catch (error) {
    const field = takenName(error)
    if (field) return fail({ kind: 'faults', faults: [{ field, fault: `${field}.taken` }] })
    throw error
  }
}

async function saveIn(
  trx: Transaction<ParticipationTables>,
  acting: Acting,
  id: string,
  part: Part,
  mine: Typed,
  marks: Readonly<Record<string, string>>,
): Promise<Result<readonly string[], NotSaved>> {
  const tenant = acting.site.id
  if (!(await holdProcedure(trx, tenant, id))) return fail({ kind: 'gone' })
  const [procedure, phases] = [await procedureById(trx, tenant, id), await phasesOf(trx, id)]
  if (!procedure) return fail({ kind: 'gone' })
  const theirs = part.typed(procedure, phases)
  const merged = mergeTyped(mine, theirs, (field, value) => marks[field] === markOf(value))
  if (merged.collided.length > 0) return fail({ kind: 'collided', fields: merged.collided, theirs, typed: merged.typed })
  const read = part.read(merged.typed, procedure, phases)
  if (!read.ok) return fail({ kind: 'faults', faults: read.error })
  const next = { ...procedure, ...read.value.procedure }
  if (!(await updateProcedure(trx, tenant, id, procedure.version, next))) return fail({ kind: 'gone' })
  if (read.value.phases) await writePhases(trx, tenant, id, 'public', read.value.phases)
  await noteSetup(trx, acting, `save-${part.id}`, next)
  return ok(merged.taken)
}
