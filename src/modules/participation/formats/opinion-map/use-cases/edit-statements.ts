import { fail, ok, type Result } from '#kernel/result.ts'
import type { ParticipationHouse } from '../../../house.ts'
import { type Acting, noteSetup } from '../../../use-cases/setup/acting.ts'
import { asStaff } from '../../../use-cases/staff-act.ts'
import { type LineFault, readStatementList } from '../model/read-statements.ts'
import { insertStatements, showStatement, statementsOf } from '../store/statement-store.ts'
import { wakeMap } from './compute-map.ts'
import type { OpenedMap } from './open-map.ts'

/** Adds a pasted list of statements; all of them or none. Gives how many. */
export async function addStatements(
  house: ParticipationHouse,
  staff: Acting,
  { procedure, settings }: OpenedMap,
  typed: string,
): Promise<Result<number, readonly LineFault[] | 'missing' | 'many'>> {
  return asStaff(house, staff.site, async (trx) => {
    const there = await statementsOf(trx, procedure.id)
    const read = readStatementList(
      typed,
      settings.longest,
      there.map(({ text }) => text),
    )
    if (!read.ok) return fail(read.error)
    await insertStatements(trx, staff.site.id, procedure.id, read.value)
    await noteSetup(trx, staff, 'statements-added', procedure, { count: read.value.length })
    return ok(read.value.length)
  })
}

/** Takes a statement of the town off, or shows it again; false where it is none of the town's. Answers stay with it. */
export async function setShown(
  house: ParticipationHouse,
  staff: Acting,
  { procedure }: OpenedMap,
  number: number,
  shown: boolean,
): Promise<boolean> {
  const done = await asStaff(house, staff.site, async (trx) => {
    const text = await showStatement(trx, staff.site.id, procedure.id, number, shown)
    if (text === undefined) return false
    await noteSetup(trx, staff, shown ? 'statement-shown' : 'statement-taken-off', procedure, { number })
    await wakeMap(house, trx, { tenant: staff.site.id, procedure: procedure.id })
    return true
  })
  return done
}
