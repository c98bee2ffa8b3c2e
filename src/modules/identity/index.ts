export { sitesOf, type Tenant } from './model/tenant.ts'
export { safeMarkdown } from './pages/safe-markdown.ts'
export { type Colleague, colleaguesOf } from './store/colleagues.ts'
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
export type { PersonalRoom } from './use-cases/account/personal-data.ts'
export { totpCode } from './use-cases/account/totp.ts'
export { identifier, tokenHash } from './use-cases/identify.ts'
export { type Program, programIdentifier } from './use-cases/identify-program.ts'
export { keepSites, type SiteKeeper } from './use-cases/keep-sites.ts'
