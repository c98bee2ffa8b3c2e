import type { Kysely } from 'kysely'
import type { Site } from '#kernel/site.ts'
import type { CatalogueHouse } from '../../house.ts'
import { numberOf } from '../../model/request.ts'
import type { RequestRow } from '../../store/request-rows.ts'
import type { CatalogueTables } from '../../store/tables.ts'

/** Notes an act of staff in the log of acts, in the transaction of the act itself. */
export async function noteAct(
  house: CatalogueHouse,
  trx: Kysely<CatalogueTables>,
  site: Site,
  clerk: { id: string; name: string },
  verb: string,
  request: RequestRow,
): Promise<void> {
  await house.noteAct?.(trx, {
    tenant: site.id,
    actor: { id: clerk.id, name: clerk.name },
    action: `catalogue/${verb}`,
    subject: { kind: `catalogue/${request.kind}`, id: request.id, name: numberOf(request) },
  })
}
