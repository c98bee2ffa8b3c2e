export { reservedSlugs, sitesOf, type Tenant, type TenantFault } from './model/tenant.ts'
export { personNames, staffOf } from './store/person-names.ts'
export {
  allTenants,
  barrierReports,
  deleteExpiredReports,
  type IdentityTables,
  insertTenants,
  updateTenant,
} from './store/tenant-store.ts'
export { hashPassword } from './use-cases/account/passwords.ts'
export { totpCode } from './use-cases/account/totp.ts'
export { type AddTenant, addTenant } from './use-cases/add-tenant.ts'
export { identifier, sessionHours, tokenHash } from './use-cases/identify.ts'
export { keepSites, type SiteKeeper } from './use-cases/keep-sites.ts'
export { type BarrierFault, reportBarrier } from './use-cases/report-barrier.ts'
