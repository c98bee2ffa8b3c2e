// Every route, asked by everybody, for his own tenant and for another's: allowed, asked who he is, or not found, as routes and policies declare.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { allRoutes, permissionDefinitions } from '#app'
import { type Role, roles } from '#kernel/actor.ts'
import { href, type Params, type Route } from '#kernel/route.ts'
import { identityRoutes } from '#plaques/identity'
import { places } from '#support/house.ts'
import { signedIn } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { things } from './permission-matrix.things.ts'

const own = places.stadt
const foreign = places.dorf
const everybody = ['public', 'signed-in', 'staff']

const routes: readonly Route[] = allRoutes().flatMap((room) => Object.values(room.routes))
const guarded = routes.filter((route) => route.permission !== 'public')

/** What is wrong with a route's declaration; the matrix would not know what to expect of it. */
export function undeclared(route: Route): string | undefined {
  if (!everybody.includes(route.permission) && !permissionDefinitions.some(({ id }) => id === route.permission))
    return `${route.id}: no plaque names the permission ${route.permission}`
  if (route.permission !== 'public' && route.path.includes(':') && !things[route.thing ?? ''])
    return `${route.id}: says no thing that the matrix can make (${route.thing ?? 'none'})`
  return undefined
}

interface Visitor {
  readonly name: string
  readonly cookie?: string
  readonly role?: Role
  readonly tenant?: string
  readonly awaits?: boolean
}

/** Whether policies let a visitor use a route on the site of `own`. Computed from the plaques, not by the code under test. */
function allowed(route: Route, visitor: Visitor): boolean {
  if (route.permission === 'public') return true
  if (!visitor.cookie || visitor.awaits) return false
  if (route.permission === 'signed-in') return true
  const here = visitor.tenant === own
  const held = permissionDefinitions.filter(({ roles }) => visitor.role && roles.includes(visitor.role)).map(({ id }) => id)
  return here && (route.permission === 'staff' ? held.length > 0 : held.includes(route.permission))
}

const asksWho = (answer: LightMyRequestResponse) =>
  answer.statusCode === 303 &&
  [identityRoutes.signIn, identityRoutes.secondFactor].some((route) =>
    String(answer.headers.location).startsWith(`/${own}${route.path}?weiter=`),
  )

const kindOf = (answer: LightMyRequestResponse): string =>
  asksWho(answer)
    ? 'asked who'
    : answer.statusCode === 404
      ? 'not found'
      : answer.statusCode >= 500
        ? `fault ${answer.statusCode}`
        : answer.statusCode === 403
          ? 'refused'
          : 'answered'

suite('who may ask for what', () => {
  let town: TestServer
  const visitors: Visitor[] = [{ name: 'nobody' }]
  before(async () => {
    const modules = ['catalogue', 'participation']
    town = await testServer({ tenants: { stadt: { modules }, dorf: { modules } } })
    for (const role of roles) {
      visitors.push({ name: `${role} here`, role, tenant: own, cookie: (await signedIn(town, { [own]: [role] })).cookie })
      visitors.push({
        name: `${role} elsewhere`,
        role,
        tenant: foreign,
        cookie: (await signedIn(town, { [foreign]: [role] })).cookie,
      })
    }
    const weak = await signedIn(town, { [own]: ['administrator'] }, { strong: false })
    visitors.push({
      name: 'administrator without second factor',
      role: 'administrator',
      tenant: own,
      cookie: weak.cookie,
      awaits: true,
    })
    visitors.push({ name: 'an account without a role', cookie: (await signedIn(town, {})).cookie })
  })
  after(() => town?.close())

  // Everybody comes from an address of his own: limits are not what is asked here.
  let asked = 0
  const ask = (route: Route, params: Params, visitor: Visitor) =>
    town.ask({
      method: route.method,
      remoteAddress: `10.${(++asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
      url: `/${own}${href(route, params)}`,
      headers: {
        host: 'portal.example',
        accept: 'text/html',
        ...(visitor.cookie ? { cookie: visitor.cookie } : {}),
        ...(route.method === 'POST'
          ? { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
          : {}),
      },
      ...(route.method === 'POST' ? { payload: '' } : {}),
    })
  const thingOf = async (route: Route, slug: string): Promise<Params> =>
    route.thing ? ((await things[route.thing]?.(town, slug)) ?? {}) : {}

  test('every route says who may use it and what its parameters name', () => {
    assert.ok(routes.length > 30)
    assert.deepEqual(
      routes.map(undeclared).filter((one) => one !== undefined),
      [],
    )
  })

  test('a route without a declaration is noticed', () => {
    const route: Route = { id: 'x/y', method: 'GET', path: '/x/:id', permission: 'x/read', module: 'shell', page: true }
    assert.match(undeclared(route) ?? '', /no plaque/)
    assert.match(undeclared({ ...route, permission: 'staff' }) ?? '', /no thing/)
  })

  test('routes with a permission answer whom the policies name, and nobody else', async () => {
    assert.ok(guarded.length > 0)
    const faults: string[] = []
    for (const route of guarded) {
      // Whoever is let in to do something may have used the thing up: the next one gets a fresh one.
      let thing = await thingOf(route, own)
      for (const visitor of visitors) {
        const got = kindOf(await ask(route, thing, visitor))
        if (got === 'answered' && route.method !== 'GET') thing = await thingOf(route, own)
        const person = visitor.cookie && !visitor.awaits
        const wanted = allowed(route, visitor)
          ? 'answered'
          : route.method === 'GET' && route.page && !person
            ? 'asked who'
            : 'not found'
        if (got !== wanted) faults.push(`${route.method} ${route.path} as ${visitor.name}: ${got}, declared ${wanted}`)
      }
    }
    assert.deepEqual(faults, [])
  })

  test("another tenant's things are not found, whatever one may do here", async () => {
    const faults: string[] = []
    for (const route of guarded.filter((one) => one.thing)) {
      const thing = await thingOf(route, foreign)
      const strongest = visitors.filter((visitor) => allowed(route, visitor))
      for (const visitor of strongest) {
        const got = kindOf(await ask(route, thing, visitor))
        if (got !== 'not found') faults.push(`${route.method} ${route.path} as ${visitor.name}: ${got}`)
      }
    }
    assert.deepEqual(faults, [])
  })

  test('what everybody may read looks the same to everybody', async () => {
    const faults: string[] = []
    for (const route of routes.filter((one) => one.permission === 'public' && one.method === 'GET' && !one.path.includes(':'))) {
      const answers = new Set<string>()
      for (const visitor of visitors) answers.add(kindOf(await ask(route, {}, visitor)))
      if (answers.size !== 1 || [...answers].some((kind) => kind.startsWith('fault')))
        faults.push(`${route.path}: ${[...answers].join(', ')}`)
    }
    assert.deepEqual(faults, [])
  })
})
