import { sql } from 'kysely'
import type { StaffDb } from './draft-store.ts'
import { storableJson } from './write-records.ts'

/** A line of a spreadsheet: its number and its cells by column. */
export interface SheetRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** Keeps a spreadsheet until somebody says yes; those of yesterday go. */
export async function keepSheet(staff: StaffDb, sheet: { id: string; person: string; rows: readonly SheetRow[] }): Promise<void> {
  await sql`delete from catalogue_sheet where tenant = ${staff.tenant} and at < now() - interval '1 day'`.execute(staff.db)
  await sql`insert into catalogue_sheet (id, tenant, person, rows) values (${sheet.id}, ${staff.tenant}, ${sheet.person}, ${storableJson(sheet.rows)}::jsonb)`.execute(
    staff.db,
  )
}

/** The lines of a spreadsheet that waits. */
export async function sheetById(staff: StaffDb, id: string): Promise<readonly SheetRow[] | undefined> {
  const { rows } = await sql<{
    rows: SheetRow[]
  }>`select rows from catalogue_sheet where tenant = ${staff.tenant} and id = ${id}`.execute(staff.db)
  return rows[0]?.rows
}

/** Takes a spreadsheet away: it is taken over once. */
export async function dropSheet(staff: StaffDb, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from catalogue_sheet where tenant = ${staff.tenant} and id = ${id}`.execute(
    staff.db,
  )
  return Number(numAffectedRows ?? 0) > 0
}
