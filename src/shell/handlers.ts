import { defineModule } from '#kernel/module.ts'
import { type Handler, type HomeContent, handler, page, type Visit } from '#platform/http'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { homeView } from './pages/home.tsx'
import { routes } from './routes.ts'

export const shellDefinition = defineModule({ id: 'shell', switchable: false, permissions: [], routes, locales: { de, en }, navigation: [] })

/** The home page; `contents` asks the modules that the tenant has switched on. */
export const shellHandlers = (contents: (visit: Visit) => Promise<readonly HomeContent[]>): Handler[] => [
  handler(routes.home, async (visit) => page(homeView(visit, await contents(visit)))),
]
