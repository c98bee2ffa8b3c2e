import type { Route } from '#kernel/route.ts'

export const routes = {
  home: { id: 'shell/home', method: 'GET', path: '/', permission: 'public', module: 'shell', page: true },
} as const satisfies Record<string, Route>
