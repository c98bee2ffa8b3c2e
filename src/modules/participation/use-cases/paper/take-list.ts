import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { fail, ok, type Result } from '#kernel/result.ts'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { type CellFault, type ListPaper, readListLine } from '../../model/paper/read-list.ts'
import { isLate } from '../../model/paper/received.ts'
import { numberOf } from '../../model/procedure.ts'
import type { Asked } from '../../model/submission.ts'
import { enteredAs, isTwice, keepList, type ListLine, takeList } from '../../store/paper-store.ts'
import { holdProcedure } from '../../store/setup-store.ts'
import type { ParticipationTables } from '../../store/tables.ts'
import type { ShownProcedure } from '../open-procedure.ts'
import { type Acting, noteSetup } from '../setup/acting.ts'
import { keepPaper } from './keep-paper.ts'

/** What would become of one line of a list. */
export interface LinePlan {
  readonly line: number
  readonly reference: string
  readonly title: string
  readonly faults: readonly CellFault[]
  readonly late: boolean
  readonly paper?: ListPaper
}

type Opened = Pick<ShownProcedure, 'procedure' | 'phases'>

/** Every line with its faults: what is wrong in it, and whether its paper is kept already or stands in the list twice. */
async function planLines(
  db: Kysely<ParticipationTables>,
  { procedure, phases }: Opened,
  asked: Asked,
  lines: readonly ListLine[],
  now: Date,
): Promise<LinePlan[]> {
  const read = lines.map((one) => ({ one, read: readListLine(one.cells, asked, now) }))
  const kept = await enteredAs(
    db,
    procedure.id,
    read.flatMap(({ read }) => (read.ok ? [read.value.reference] : [])),
  )
  const seen = new Map<string, number>()
  return read.map(({ one, read }) => {
    const shared = { line: one.line, reference: one.cells.Eingangsnummer ?? '', title: one.cells.Überschrift ?? '' }
    if (!read.ok) return { ...shared, faults: read.error, late: false }
    const paper = read.value
    const faults: CellFault[] = []
    const [number, before] = [kept.get(paper.reference), seen.get(paper.reference)]
    if (number !== undefined)
      faults.push({
        head: 'Eingangsnummer',
        key: 'participation.enter.fault.reference.twice',
        about: { number: numberOf(procedure.prefix, number) },
      })
    if (before !== undefined)
      faults.push({ head: 'Eingangsnummer', key: 'participation.import.fault.twice', about: { line: String(before) } })
    else seen.set(paper.reference, one.line)
    return { ...shared, faults, late: isLate(phases, paper.receivedOn), paper }
  })
}

/** Keeps a list and says line by line what it would do. Nothing of it is a submission yet. */
export async function planList(
  house: ParticipationHouse,
  acting: Acting,
  opened: Opened,
  asked: Asked,
  lines: readonly ListLine[],
): Promise<{ readonly id: string; readonly plan: LinePlan[] }> {
  const db = staffDb(house, acting.site)
  const plan = await planLines(db, opened, asked, lines, house.now())
  const id = randomUUID()
  if (plan.every((one) => one.faults.length === 0))
    await keepList(db, { id, tenant: acting.site.id, procedure: opened.procedure.id, lines })
  return { id, plan }
}

/**
 * Takes a kept list over: every line, or none. `gone` when it was taken already or is too old; the plan when something is wrong with it by
 * now, and then nothing is written.
 */
export async function takeKeptList(
  house: ParticipationHouse,
  acting: Acting,
  opened: Opened,
  asked: Asked,
  id: string,
): Promise<Result<number, 'gone' | readonly LinePlan[]>> {
  const { procedure, phases } = opened
  try {
    return await staffDb(house, acting.site)
      .transaction()
      .execute(async (trx): Promise<Result<number, 'gone' | readonly LinePlan[]>> => {
        if (!(await holdProcedure(trx, acting.site.id, procedure.id))) return fail('gone')
        const lines = await takeList(trx, acting.site.id, procedure.id, id)
        if (!lines) return fail('gone')
        const plan = await planLines(trx, opened, asked, lines, house.now())
        if (plan.some((one) => one.faults.length > 0)) return fail(plan)
        for (const { paper } of plan) if (paper) await keepPaper(trx, house, procedure, phases, paper)
        await noteSetup(trx, acting, 'import-submissions', procedure, {
          count: plan.length,
          late: plan.filter((one) => one.late).length,
        })
        return ok(plan.length)
      })
  } catch (error) {
    // Somebody entered the same paper by hand at this very moment: nothing of the list was written.
    if (isTwice(error)) return fail('gone')
    throw error
  }
}
