import { defineModule } from '#kernel/module.ts'
import { tenantCommand } from './commands.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { personCommand } from './person-command.ts'
import { permissions } from './policies.ts'
import { routes } from './routes.ts'

export { armsAddress, type IdentityHouse, identityHandlers, themeAddress } from './pages/handlers.tsx'
export { routes as identityRoutes } from './routes.ts'
export { closeDemoAccounts, loadDemoAccounts } from './use-cases/account/demo-accounts.ts'

export const identityDefinition = defineModule({
  id: 'identity',
  switchable: false,
  permissions,
  routes,
  locales: { de, en },
  navigation: [],
})

export const identityCommands = [tenantCommand, personCommand]
