import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { sitesOf } from '#identity'
import { tenant } from '#support/house.ts'
import { placeOf } from './visit.ts'

const land = tenant({ slug: 'land', kind: 'land' })
const stadt = tenant({ slug: 'stadt', parent: land.id, hosts: ['daten.stadt.example'] })
const dorf = tenant({ slug: 'dorf', parent: land.id, languages: ['de'] })
const insel = tenant({ slug: 'insel', parent: land.id, languages: ['en', 'de'] })
const sites = sitesOf([land, stadt, dorf, insel])

const seen = (host: string | undefined, url: string) => {
  const { site, lang, base, path } = placeOf(sites, host, url)
  return `${site.slug} ${lang} [${base}] ${path}`
}

suite('whose site is visited, in which language', () => {
  const cases: [string | undefined, string, string][] = [
    ['portal.example', '/', 'land de [] /'],
    ['portal.example', '/daten?q=x', 'land de [] /daten?q=x'],
    ['portal.example', '/en', 'land en [] /'],
    ['portal.example', '/en?q=x', 'land en [] /?q=x'],
    ['portal.example', '/stadt', 'stadt de [/stadt] /'],
    ['portal.example', '/stadt/en/daten', 'stadt en [/stadt] /daten'],
    ['portal.example', '/stadtwerke/daten', 'land de [] /stadtwerke/daten'],
    ['daten.stadt.example', '/daten', 'stadt de [] /daten'],
    ['DATEN.stadt.example:8443', '/en/', 'stadt en [] /'],
    ['daten.stadt.example', '/dorf/daten', 'dorf de [/dorf] /daten'],
    ['portal.example', '/dorf/en/daten', 'dorf de [/dorf] /en/daten'],
    ['portal.example', '/insel/daten', 'insel en [/insel] /daten'],
    ['portal.example', '/insel/de/daten', 'insel de [/insel] /daten'],
    ['portal.example', '/de/daten', 'land de [] /de/daten'],
    ['portal.example', '/land/daten', 'land de [] /land/daten'],
    [undefined, '', 'land de [] '],
    ['%00', '*', 'land de [] *'],
    ['__proto__', '/__proto__/constructor', 'land de [] /__proto__/constructor'],
  ]
  for (const [host, url, expected] of cases) test(`${host ?? 'no host'} ${url}`, () => assert.equal(seen(host, url), expected))
})
