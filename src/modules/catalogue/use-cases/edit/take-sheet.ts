import { randomUUID } from 'node:crypto'
import { isId } from '#kernel/id.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import { fits } from '../../model/draft.ts'
import { draftById, draftsByIds, type StaffDb, updateDraft } from '../../store/draft-store.ts'
import type { Draft, Entry } from '../../store/draft-tables.ts'
import { allEntries, type EntryFilter, entriesByIds } from '../../store/queries/entries.ts'
import { dropSheet, keepSheet, type SheetRow, sheetById } from '../../store/sheet-store.ts'
import { type KeptResource, keptResources, readSettings } from '../../store/version-store.ts'
import { beginIn } from './begin-draft.ts'
import { mustCount } from './check-draft.ts'
import { differenceOf, type FieldChange } from './difference.ts'
import { newRecord } from './new-record.ts'
import { noteDeed } from './note-deed.ts'
import { type CellFault, idHead, kindHead, kindWords, officeHead, sheetColumns } from './sheet-columns.ts'
import { type Acting, type EditHouse, staffDb, together } from './staff.ts'

/** A fault of one cell. `head` is the column's. */
export interface RowFault {
  readonly head: string
  readonly fault: CellFault | 'not-found' | 'locked' | 'twice'
  readonly cell: string
}

/** What would become of one line. */
export interface RowPlan {
  readonly line: number
  readonly title: string
  readonly outcome: 'new' | 'changed' | 'same' | 'faulty'
  readonly faults: readonly RowFault[]
  readonly changes: readonly FieldChange[]
}

interface Ground {
  readonly entries: ReadonlyMap<string, Entry>
  readonly drafts: ReadonlyMap<string, Draft>
  readonly resources: ReadonlyMap<string, KeptResource>
  blank(kind: CatalogueRecord['kind']): CatalogueRecord
}

const idOf = (row: SheetRow) => (row.cells[idHead] ?? '').toLowerCase()

/** Everything the lines speak of, in four questions. */
async function groundOf(staff: StaffDb, acting: Acting, rows: readonly SheetRow[], lock: boolean): Promise<Ground> {
  const entries = await entriesByIds(
    staff,
    rows.map(idOf).filter((id) => isId(id)),
  )
  const drafts = await draftsByIds(
    staff,
    entries.flatMap((one) => one.draft ?? []),
    lock,
  )
  const resources = await keptResources(
    staff,
    entries.flatMap((one) => (one.draft ? [] : (one.resource ?? []))),
    lock,
  )
  const { defaults } = await readSettings(staff)
  return {
    entries: new Map(entries.map((one) => [one.id, one])),
    drafts: new Map(drafts.map((one) => [one.id, one])),
    resources: new Map(resources.map((one) => [one.id, one])),
    blank: (kind) => newRecord(kind, { id: randomUUID(), site: acting.site, defaults, publicUrl: staff.publicUrl }),
  }
}

interface Read extends RowPlan {
  readonly record: CatalogueRecord
  readonly entry: Entry | undefined
  readonly office: string
}

/** Reads one line against what is there. Pure but for the ids of new records. */
function readRow(row: SheetRow, ground: Ground, seen: Set<string>): Read {
  const faults: RowFault[] = []
  const id = idOf(row)
  const entry = ground.entries.get(id)
  const draft = entry?.draft ? ground.drafts.get(entry.draft) : undefined
  const before = draft?.record ?? (entry && ground.resources.get(entry.id)?.record)
  if (id && !before) faults.push({ head: idHead, fault: 'not-found', cell: id })
  if (id && seen.has(id)) faults.push({ head: idHead, fault: 'twice', cell: id })
  if (draft && !fits('save', draft.state)) faults.push({ head: idHead, fault: 'locked', cell: id })
  seen.add(id)
  const kind = kindOf(row.cells[kindHead] ?? '')
  if (!kind) faults.push({ head: kindHead, fault: 'unknown', cell: row.cells[kindHead] ?? '' })
  let record = before ?? ground.blank(kind ?? 'dataset')
  if (!before && !row.cells.Titel) faults.push({ head: 'Titel', fault: 'missing', cell: '' })
  for (const column of sheetColumns) {
    const cell = row.cells[column.head] ?? ''
    // What stands there already is not touched: a cell says less than the record.
    if (cell === '' || cell === column.write(record)) continue
    const changed = column.read(cell, record)
    if (typeof changed === 'string') faults.push({ head: column.head, fault: changed, cell: cell.slice(0, 100) })
    else record = changed
  }
  const changes = before ? differenceOf(before, record) : []
  const office = (row.cells[officeHead] ?? '').slice(0, 200)
  const same = before !== undefined && changes.length === 0 && (office === '' || office === entry?.office)
  const outcome = faults.length > 0 ? 'faulty' : !before ? 'new' : same ? 'same' : 'changed'
  return { line: row.line, title: row.cells.Titel || (entry?.title ?? ''), outcome, faults, changes, record, entry, office }
}

const kindOf = (cell: string): CatalogueRecord['kind'] | undefined => {
  if (cell === '') return 'dataset'
  const found = Object.entries(kindWords).find(([kind, word]) => [kind, word.toLowerCase()].includes(cell.toLowerCase()))
  return found?.[0] as CatalogueRecord['kind'] | undefined
}

function readRows(rows: readonly SheetRow[], ground: Ground): Read[] {
  const seen = new Set<string>()
  // Lines without an id are new, each of them.
  return rows.map((row) => readRow(row, ground, idOf(row) ? seen : new Set()))
}

/** Keeps a spreadsheet and says line by line what it would do. Nothing of it is written yet. */
export async function planSheet(
  house: EditHouse,
  acting: Acting,
  rows: readonly SheetRow[],
): Promise<{ id: string; plan: RowPlan[] }> {
  const staff = staffDb(house, acting.site)
  const plan = readRows(rows, await groundOf(staff, acting, rows, false))
  const id = randomUUID()
  await keepSheet(staff, { id, person: acting.person.id, rows })
  return { id, plan }
}

/** How many drafts a spreadsheet made or changed. */
export interface SheetTaken {
  readonly made: number
  readonly changed: number
  readonly faulty: number
}

/** Takes a kept spreadsheet over: faultless lines become drafts or change them; faulty ones are left out. Once, in one transaction. */
export async function takeSheet(
  house: EditHouse,
  acting: Acting,
  { id }: { id: string },
): Promise<Result<SheetTaken, { kind: 'not-found' }>> {
  return together(house, acting.site, async (staff): Promise<Result<SheetTaken, { kind: 'not-found' }>> => {
    const rows = await sheetById(staff, id)
    if (!rows || !(await dropSheet(staff, id))) return fail({ kind: 'not-found' })
    const taken = { made: 0, changed: 0, faulty: 0 }
    for (const row of readRows(rows, await groundOf(staff, acting, rows, true))) {
      if (row.outcome === 'faulty') taken.faulty++
      else if (row.outcome !== 'same' && (await takeRow(staff, acting, row))) taken[row.outcome === 'new' ? 'made' : 'changed']++
    }
    await noteDeed(staff, acting.person, 'take-sheet', { id, title: '' }, taken)
    return ok(taken)
  })
}

async function takeRow(staff: StaffDb, acting: Acting, row: Read): Promise<boolean> {
  const { entry, record, office } = row
  const open = entry?.draft ? await draftById(staff, entry.draft) : undefined
  const begun = open ? ok(open) : await beginIn(staff, acting, entry ? { resource: entry.id } : { record })
  if (!begun.ok) return false
  const draft = begun.value
  const whole = { ...record, uri: draft.record.uri } as CatalogueRecord
  await updateDraft(staff, draft, {
    record: whole,
    missing: mustCount(whole),
    changedBy: acting.person.id,
    ...(office ? { office } : {}),
  })
  return true
}

/** The lines of the spreadsheet for everything that fits a filter; at most 5,000. */
export async function* sheetLines(house: EditHouse, acting: Acting, filter: EntryFilter): AsyncGenerator<string[]> {
  const staff = staffDb(house, acting.site)
  let left = 5000
  for await (const batch of allEntries(staff, filter, house.now())) {
    const part = batch.slice(0, left)
    left -= part.length
    const drafts = new Map(
      (
        await draftsByIds(
          staff,
          part.flatMap((one) => one.draft ?? []),
        )
      ).map((one) => [one.id, one.record]),
    )
    const kept = new Map(
      (
        await keptResources(
          staff,
          part.flatMap((one) => (one.draft ? [] : (one.resource ?? []))),
        )
      ).map((one) => [one.id, one.record]),
    )
    for (const one of part) {
      const record = one.draft ? drafts.get(one.draft) : kept.get(one.id)
      if (record) yield [one.id, kindWords[record.kind], ...sheetColumns.map((column) => column.write(record)), one.office]
    }
    if (left <= 0) return
  }
}
