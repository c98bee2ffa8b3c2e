import { defineModule } from '#kernel/module.ts'
import { type Handler, type HomeContent, handler, page, type Visit } from '#platform/http'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { componentsView, type ExamplesOf } from './pages/components.tsx'
import { homeView } from './pages/home.tsx'
import { routes } from './routes.ts'

export const shellDefinition = defineModule({
  id: 'shell',
  switchable: false,
  permissions: [],
  routes,
  locales: { de, en },
  navigation: [],
})

/** The home page, for which `contents` asks the modules that the tenant has switched on, and the page of components. */
export const shellHandlers = (contents: (visit: Visit) => Promise<readonly HomeContent[]>, components: ExamplesOf): Handler[] => [
  handler(routes.components, async (visit) => page(await componentsView(visit, components))),
  handler(routes.home, async (visit) => page(homeView(visit, await contents(visit)))),
]
