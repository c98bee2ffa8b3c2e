export { type BundId, type BundIdFault, type BundIdPerson, minutesAtBundId, openBundId, type ServiceProvider } from './bundid.ts'
export { isEnough, type Trust, trusts } from './trust.ts'
