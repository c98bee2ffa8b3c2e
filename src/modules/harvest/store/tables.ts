import type { Generated } from 'kysely'

/** The tables of this room, as far as statements in text form need them: names only. */
export interface HarvestTables {
  harvest_source: { id: Generated<string>; tenant: string }
  harvest_run: { id: Generated<string>; tenant: string }
  harvest_staged: { run: string; tenant: string }
  harvest_record: { source: string; tenant: string }
  harvest_issue: { run: string; tenant: string }
}
