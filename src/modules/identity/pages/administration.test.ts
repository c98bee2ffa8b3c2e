import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Role } from '#kernel/actor.ts'
import { href, type Route } from '#kernel/route.ts'
import { adminDesk } from '#support/admin-desk.ts'
import { places } from '#support/house.ts'
import type { TestPerson } from '#support/people.ts'
import { adminRoutes } from '../admin-routes.ts'
import { permissions } from '../policies.ts'

const desk = adminDesk()
const { base, get, person, post } = desk

suite('administration', () => {
  before(async () => {
    await desk.open()
    await person(['administrator'], 'Zweite Administration')
  })
  after(desk.close)

  test('every page is there for those who may, and for nobody else', async () => {
    const everyone = new Map<Role | 'nobody', TestPerson | undefined>([['nobody', undefined]])
    for (const role of ['administrator', 'open-data-coordinator', 'editor', 'reader', 'data-protection-officer'] as const)
      everyone.set(role, await person([role]))
    const foreign = await person(['administrator'], 'Fremd', places.dorf)
    for (const route of Object.values(adminRoutes) as Route[]) {
      if (route.permission === 'public') continue
      const path = base + href(route, route.example)
      const ask = (who: TestPerson | undefined) =>
        route.method === 'GET'
          ? desk.portal.get(path, who ? { cookie: who.cookie } : {})
          : post(href(route, route.example), {}, who ?? null)
      for (const [role, who] of everyone) {
        const allowed =
          role !== 'nobody' &&
          (route.permission === 'staff' || permissions.some((one) => one.id === route.permission && one.roles.includes(role)))
        const { statusCode } = await ask(who)
        if (!allowed) assert.equal(statusCode, role === 'nobody' && route.method === 'GET' ? 303 : 404, `${route.id} as ${role}`)
        else if (route.example) assert.equal(statusCode, 404, `${route.id} as ${role}`)
        else assert.ok([200, 303, 409, 422].includes(statusCode), `${route.id} as ${role}: ${statusCode}`)
      }
      assert.equal((await ask(foreign)).statusCode, 404, `${route.id} as administrator of another town`)
    }
  })

  test('an id that is none is not found, whatever it is', async () => {
    const bad = [
      '..%2F..%2Fetc',
      '%252e%252e',
      'a%00b',
      'x'.repeat(10_000),
      '%D0%B0dmin',
      '0'.repeat(36),
      "'%20or%201=1",
      '%F0%9F%92%A9',
    ]
    for (const id of bad)
      for (const path of ['/intern/personen/', '/intern/seiten/', '/intern/mandanten/', '/seite/', '/einladung/']) {
        const { statusCode } = await get(path + id)
        assert.ok([400, 404].includes(statusCode), `${path}${id.slice(0, 20)}: ${statusCode}`)
      }
    for (const path of [
      '/intern/personen?nach=a%00&nach-id=x',
      '/intern/personen?q=%00%25_',
      '/intern/protokoll?person=x&von=2026-99-99&nach=-1',
    ])
      assert.equal((await get(path)).statusCode, 200, path)
  })
})
