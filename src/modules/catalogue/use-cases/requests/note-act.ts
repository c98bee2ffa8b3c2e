import type { Transaction } from 'kysely'
import type { Site } from '#kernel/site.ts'
import { appendAudit } from '#platform/audit'
import { numberOf } from '../../model/request.ts'
import type { RequestRow } from '../../store/request-rows.ts'
import type { CatalogueTables } from '../../store/tables.ts'

/** Notes an act of staff in the audit log, in the transaction of the act itself and as its last step. */
export async function noteAct(
  trx: Transaction<CatalogueTables>,
  site: Site,
  clerk: { id: string; name: string },
  verb: string,
  request: RequestRow,
): Promise<void> {
  await appendAudit(trx, {
    tenant: site.id,
    actor: { id: clerk.id, name: clerk.name },
    action: `catalogue/${verb}`,
    subject: { kind: `catalogue/${request.kind}`, id: request.id, name: numberOf(request) },
  })
}
