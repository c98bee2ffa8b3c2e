import type { Route } from '#kernel/route.ts'

export const routes = {
  /** Every component in every state: the measure for those who build pages. */
  components: { id: 'shell/components', method: 'GET', path: '/_komponenten', permission: 'public', module: 'shell', page: true },
  /** What the demonstration would have sent; 404 where mails are sent, and in production. */
  post: { id: 'shell/post', method: 'GET', path: '/_post', permission: 'public', module: 'shell', page: true },
  staff: { id: 'shell/staff', method: 'GET', path: '/intern', permission: 'staff', module: 'shell', page: true },
  home: { id: 'shell/home', method: 'GET', path: '/', permission: 'public', module: 'shell', page: true },
} as const satisfies Record<string, Route>
