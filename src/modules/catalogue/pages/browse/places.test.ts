import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, suite, test } from 'node:test'
import { sitesOf } from '#identity'
import { tenant } from '#support/house.ts'
import { groundOf } from './ground.ts'
import { placesOf, viewOfPlaces } from './places.ts'

const square = (x: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, 51],
      [x + 1, 51],
      [x + 1, 52],
      [x, 52],
      [x, 51],
    ],
  ],
})

function tenants() {
  const land = tenant({ slug: 'land', name: 'Land', kind: 'land', officialKey: '05' })
  const kreis = tenant({ slug: 'kreis-a', name: 'Kreis A', kind: 'kreis', parent: land.id, officialKey: '05100' })
  const ahorn = tenant({
    slug: 'ahorn',
    name: 'Stadt Ahorn',
    shortName: 'Ahorn',
    parent: kreis.id,
    officialKey: '051000001001',
    area: square(7),
  })
  const nameless = tenant({ slug: 'stadt-birke', name: 'Stadt Birke', parent: kreis.id })
  const utility = tenant({ slug: 'werke', name: 'Werke', kind: 'zweckverband', parent: kreis.id })
  return sitesOf([land, kreis, ahorn, nameless, utility])
}

const must = <T>(value: T | undefined): T => {
  assert.ok(value !== undefined)
  return value
}

suite('places', () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'allmende-places-'))
  const full = mkdtempSync(path.join(tmpdir(), 'allmende-places-'))
  after(() => {
    for (const dir of [empty, full]) rmSync(dir, { recursive: true, force: true })
  })
  mkdirSync(path.join(full, 'reference'))
  const csv =
    'level,ars,ags,name,area_km2,population\nkreis,05100,05100,"A, Kreis",,\ngemeinde,051000001001,05100001,"Ahorn, Stadt",1,5000\ngemeinde,051000002002,05100002,"Birke, Stadt",1,4000\ngemeinde,051000003003,05100003,Ceder,1,300\nkreis,05200,05200,"Dorn, Stadt",,\ngemeinde,052000000000,05200000,"Dorn, Stadt",1,90000\n'
  writeFileSync(path.join(full, 'reference/municipalities.csv'), csv)
  const file = { file: 'municipalities.csv', source: 'x', sha256: 'x', bytes: csv.length }
  writeFileSync(
    path.join(full, 'reference/manifest.json'),
    JSON.stringify({ version: 1, artefacts: { municipalities: { licence: 'x', count: 6, files: [file] } } }),
  )

  test('without the register the tenants are the places', () => {
    const sites = tenants()
    const places = placesOf(empty, must(sites.bySlug('land')), sites)
    assert.deepEqual(
      places.all.map((one) => [one.slug, one.level]),
      [
        ['ahorn', 'gemeinde'],
        ['kreis-a', 'kreis'],
        ['stadt-birke', 'gemeinde'],
        ['werke', 'body'],
      ],
    )
    assert.equal(places.registered, false)
  })

  test('with the register every municipality is one, and tenants take their own place by key or name', () => {
    const sites = tenants()
    const places = placesOf(full, must(sites.bySlug('land')), sites)
    assert.deepEqual(
      places.all.map((one) => one.slug),
      ['ahorn', 'stadt-birke', 'ceder', 'dorn', 'kreis-a', 'werke'],
    )
    assert.equal(places.bySlug('ahorn')?.population, 5000)
    assert.equal(places.bySlug('stadt-birke')?.site?.slug, 'stadt-birke')
    assert.equal(places.bySlug('dorn')?.level, 'gemeinde', 'a city that is its own district is one place, not two')
    assert.deepEqual(
      placesOf(full, must(sites.bySlug('kreis-a')), sites).all.map((one) => one.slug),
      ['ahorn', 'stadt-birke', 'ceder', 'kreis-a', 'werke'],
    )
  })

  test('a municipality shows the places of its district', () => {
    const sites = tenants()
    assert.equal(viewOfPlaces(must(sites.bySlug('ahorn')), sites).slug, 'kreis-a')
    assert.equal(viewOfPlaces(must(sites.bySlug('land')), sites).slug, 'land')
  })

  test('the ground is drawn from the areas that tenants have, and there is none without one', () => {
    const sites = tenants()
    const ground = must(groundOf(empty, must(sites.bySlug('kreis-a')), sites))
    assert.deepEqual([...ground.outlines.paths.keys()], ['ahorn'])
    assert.deepEqual(ground.frame, [7, 51, 8, 52])
    assert.deepEqual(ground.project(7, 52), [0, 0])
    assert.equal(groundOf(empty, must(sites.bySlug('werke')), sites), undefined)
  })
})
