// OGC API - Records: the abstract tests over our own server, or over any other that ALLMENDE_OGC_RECORDS names (its landing page);
// and what is ours alone.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, before, suite, test } from 'node:test'
import { type ReachablePortal, reachablePortal, runClient } from '#support/foreign-client.ts'
import { places } from '#support/house.ts'
import { dataset } from '#support/text.ts'
import { describeRecords } from './ogc-records-suite.ts'

const elsewhere = process.env.ALLMENDE_OGC_RECORDS?.replace(/\/+$/, '')
const box = 'POLYGON ((6.9 50.9, 7.1 50.9, 7.1 51.1, 6.9 51.1, 6.9 50.9))'

let portal: ReachablePortal | undefined
before(async () => {
  if (elsewhere) return
  portal = await reachablePortal()
  await portal.publish(
    places.stadt,
    Array.from({ length: 130 }, (_, n) =>
      dataset(`Messung Nummer ${n}`, {
        uri: `https://daten.example/${n}`,
        identifier: [`messung-${n}`],
        ...(n % 2 ? { spatial: [{ geometry: box }] } : {}),
        ...(n % 3 ? { temporal: [{ start: n % 5 ? '2020' : '2021-03-01', ...(n % 7 ? { end: '2021' } : {}) }] } : {}),
      }),
    ),
  )
  await portal.follow()
})
after(() => portal?.close())

suite(`OGC API - Records: abstract tests${elsewhere ? ` over ${elsewhere}` : ''}`, () => {
  describeRecords(() => elsewhere ?? `${portal?.url}/ogc`)
})

suite('OGC API - Records: ours', { skip: elsewhere ? 'another server is asked' : false }, () => {
  const items = async (query: Record<string, string>) => {
    const answer = await fetch(`${portal?.url}/ogc/collections/datasets/items?${new URLSearchParams(query)}`)
    return (await answer.json()) as { numberMatched: number; detail?: string }
  }
  const count = async (query: Record<string, string>) => (await items(query)).numberMatched

  test('time, to the day, with years as their whole', async () => {
    assert.equal(await count({ datetime: '2019-12-31' }), 44, 'only those without a time')
    assert.equal(await count({ datetime: '2020-06-01', externalIds: 'messung-1' }), 1)
    assert.equal(await count({ datetime: '2021-12-31', externalIds: 'messung-1' }), 1, 'the year 2021 ends with its last day')
    assert.equal(await count({ datetime: '2022-01-01', externalIds: 'messung-1' }), 0)
    assert.equal(await count({ datetime: '2030-01-01', externalIds: 'messung-7' }), 1, 'open to this day')
  })
  test('box, words, identifiers and order at once', async () => {
    assert.equal(await count({ bbox: '7,51,8,52' }), 65)
    assert.equal(await count({ bbox: '7,51,8,52', q: 'Nummer 7,Nummer 8,Nummer 9', sortby: '-updated' }), 2)
    assert.equal(await count({ externalIds: 'uri:https://daten.example/3,messung-4' }), 2)
    assert.equal(await count({ organization: places.dorf }), 0)
  })
  test('a refusal names each parameter', async () => {
    assert.match((await items({ colour: 'red', bbox: '1' })).detail ?? '', /colour: .*; bbox: /)
  })

  const noOwslib =
    spawnSync('/usr/bin/python3', ['-c', 'import owslib.ogcapi.records']).status !== 0 && 'python3-owslib is not at hand'
  test('OWSLib reads it', { skip: noOwslib }, async () => {
    const script = `
import sys, json
from owslib.ogcapi.records import Records
w = Records(sys.argv[1])
print(json.dumps([w.records(), w.collection_items('datasets', limit=7)['numberReturned'], w.collection_items('datasets', q='Messung')['numberMatched'],
  w.collection_item('datasets', w.collection_items('datasets', limit=1)['features'][0]['id'])['type'], len(w.api()['paths'])]))`
    const said = await runClient('/usr/bin/python3', ['-c', script, `${portal?.url}/ogc`])
    assert.equal(said.code, 0, said.err)
    assert.deepEqual(JSON.parse(said.out), [['datasets'], 7, 130, 'Feature', 7])
  })
})
