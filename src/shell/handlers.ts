import { defineModule } from '#kernel/module.ts'
import { type Handler, type HomeContent, handler, page, problem, type StaffContent, type Visit } from '#platform/http'
import type { ShownMail } from '#platform/mail'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { componentsView, type ExamplesOf } from './pages/components.tsx'
import { homeView } from './pages/home.tsx'
import { postView } from './pages/post.tsx'
import { staffView } from './pages/staff.tsx'
import { routes } from './routes.ts'

export const shellDefinition = defineModule({
  id: 'shell',
  switchable: false,
  permissions: [],
  routes,
  locales: { de, en },
  navigation: [{ id: 'staff', label: 'shell.staff.title', route: routes.staff, order: 0, place: 'staff-data' }],
})

/** What pages of the shell show of the modules that a tenant has switched on. */
export interface ShellContents {
  home(visit: Visit): Promise<readonly HomeContent[]>
  staff(visit: Visit): Promise<readonly StaffContent[]>
}

/** Mails that the demonstration would have sent; undefined where nobody may look. */
export type Post = (() => Promise<readonly ShownMail[]>) | undefined

/** The home page, the overview of the internal area, the page of components, and that of mails. */
export const shellHandlers = (contents: ShellContents, components: ExamplesOf, post: Post): Handler[] => [
  handler(routes.post, async (visit) =>
    post ? page(postView(visit, await post())) : problem({ status: 404, id: 'platform/not-found', title: '' }),
  ),
  handler(routes.components, async (visit) => page(await componentsView(visit, components))),
  handler(routes.home, async (visit) => page(homeView(visit, await contents.home(visit)))),
  handler(routes.staff, async (visit) => page(staffView(visit, await contents.staff(visit)))),
]
