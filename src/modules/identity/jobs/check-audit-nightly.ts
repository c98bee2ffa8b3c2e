import { auditedTenants } from '#platform/audit'
import type { Database } from '#platform/db'
import type { Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { IdentityTables } from '../store/tenant-store.ts'
import { checkAudit } from '../use-cases/check-audit.ts'

interface CheckHouse {
  readonly database: Database<IdentityTables>
  readonly jobs: Jobs
  readonly log: Log
  now(): Date
}

/** Looks over every tenant's chain of the audit log once a night; what is wrong is told in the log and to administrators. Before the jobs start. */
export function checkAuditNightly(house: CheckHouse): void {
  house.jobs.define('identity/check-audit', async () => {
    for (const tenant of await auditedTenants(house.database.system)) {
      if (tenant === null) continue
      const { fault, position } = await checkAudit(house.database.system, tenant, house.now())
      if (fault) house.log.error({ tenant, position, fault }, 'an entry of the audit log is not what it was')
    }
  })
  house.jobs.schedule('identity/check-audit', '41 2 * * *')
}
