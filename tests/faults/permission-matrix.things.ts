import type { Params } from '#kernel/route.ts'
import type { TestServer } from '#support/server.ts'

/** Makes a fresh thing of a kind for a tenant and gives the parameters that name it in an address. */
export type MakeThing = (town: TestServer, slug: string) => Promise<Params>

/** Every kind of thing that a route's `thing` may name. A route that names another fails the matrix. */
export const things: Readonly<Record<string, MakeThing>> = {}
