import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { href, queryString, type Route } from './route.ts'

const route = (path: string): Route => ({
  id: `probe${path}`,
  method: 'GET',
  path,
  permission: 'public',
  module: 'shell',
  page: true,
})

suite('addresses of routes', () => {
  test('a query is written as URLSearchParams writes it, whatever stands in it', () => {
    const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
    for (const text of [...ascii, ascii.join(''), 'Straßen & Wege', '„Größe“ + 1', '😀', 'half \ud83d a sign', '%20', 'a=b&c=d'])
      assert.equal(
        queryString({ [`${text}k`]: text, n: 7 }),
        new URLSearchParams([...(text ? [[`${text}k`, text]] : []), ['n', '7']]).toString(),
      )
  })

  test('what is empty is left out, a list is written one by one', () => {
    assert.equal(queryString({ q: '', thema: ['a', '', 'b c'], seite: undefined, n: 0 }), 'thema=a&thema=b+c&n=0')
  })

  test('parameters are filled in, also those that are bound by a pattern', () => {
    const file = route('/daten/:slug/:name([^/]+\\.csv)/ende')
    assert.equal(href(file, { slug: 'a/b', name: 'größe.csv' }, { q: 'x' }), '/daten/a%2Fb/gr%C3%B6%C3%9Fe.csv/ende?q=x')
    assert.throws(() => href(file, { slug: 'a' }), /wants name/)
  })
})
