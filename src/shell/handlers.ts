import { defineModule } from '#kernel/module.ts'
import { type Handler, type HomeContent, handler, page, problem, type Visit } from '#platform/http'
import type { ShownMail } from '#platform/mail'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { componentsView, type ExamplesOf } from './pages/components.tsx'
import { homeView } from './pages/home.tsx'
import { postView } from './pages/post.tsx'
import { routes } from './routes.ts'

export const shellDefinition = defineModule({
  id: 'shell',
  switchable: false,
  permissions: [],
  routes,
  locales: { de, en },
  navigation: [],
})

/** Mails that the demonstration would have sent; undefined where nobody may look. */
export type Post = (() => Promise<readonly ShownMail[]>) | undefined

/** The home page, for which `contents` asks the modules that the tenant has switched on, the page of components, and that of mails. */
export const shellHandlers = (
  contents: (visit: Visit) => Promise<readonly HomeContent[]>,
  components: ExamplesOf,
  post: Post,
): Handler[] => [
  handler(routes.post, async (visit) =>
    post ? page(postView(visit, await post())) : problem({ status: 404, id: 'platform/not-found', title: '' }),
  ),
  handler(routes.components, async (visit) => page(await componentsView(visit, components))),
  handler(routes.home, async (visit) => page(homeView(visit, await contents(visit)))),
]
