import { defineModule, type NavigationEntry } from '#kernel/module.ts'
import type { Route } from '#kernel/route.ts'
import { auditCommand } from './audit-command.ts'
import { tenantCommand } from './commands.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { personCommand } from './person-command.ts'
import { permissions } from './policies.ts'
import { routes } from './routes.ts'

export { checkAuditNightly } from './jobs/check-audit-nightly.ts'
export { keepAccountsTidy } from './jobs/keep-accounts-tidy.ts'
export { armsAddress, type IdentityHouse, identityHandlers, themeAddress } from './pages/handlers.tsx'
export { identityCounts, identityStaff } from './pages/staff-tasks.ts'
export { routes as identityRoutes } from './routes.ts'
export { closeDemoAccounts, type DemoActors, loadDemoAccounts } from './use-cases/account/demo-accounts.ts'
export { loadDemoOffice } from './use-cases/load-demo-office.ts'

const entry = (id: string, label: string, route: Route, order: number, count?: string): NavigationEntry => ({
  id: `identity/${id}`,
  label: `identity.nav.${label}`,
  route,
  order,
  place: 'staff-administration',
  ...(count ? { count } : {}),
})

export const identityDefinition = defineModule({
  id: 'identity',
  switchable: false,
  permissions,
  routes,
  locales: { de, en },
  navigation: [
    { id: 'sign-in', label: 'identity.sign-in', route: routes.signIn, order: 90, place: 'footer-help' },
    entry('people', 'people', routes.people, 10, 'identity/invitations'),
    entry('held-mandates', 'mandates', routes.heldMandates, 20),
    entry('tenants', 'tenants', routes.tenants, 30),
    entry('site-texts', 'settings', routes.siteTexts, 40),
    entry('site-pages', 'pages', routes.sitePages, 50),
    entry('redirects', 'redirects', routes.redirects, 60),
    entry('audit', 'audit', routes.audit, 70),
  ],
})

export const identityCommands = [tenantCommand, personCommand, auditCommand]
