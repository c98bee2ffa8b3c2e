// The counter for OAI-PMH harvesters, asked as they ask.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, before, suite, test } from 'node:test'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

let portal: TestServer
const theme = (code: string) => [`http://publications.europa.eu/resource/authority/data-theme/${code}`]
before(async () => {
  portal = await testServer()
  await portal.publish(
    places.stadt,
    Array.from({ length: 250 }, (_, n) => dataset(`Satz ${n} <&>`, { theme: theme(n % 5 ? 'ENVI' : 'TRAN') })),
  )
  await portal.publish(places.dorf, [dataset('Im Dorf')])
  const { id = '' } = (await portal.store(places.dorf).bySlug('im-dorf')) ?? {}
  await portal.store(places.dorf).withdraw(id, 'Fehler')
})
after(() => portal?.close())

const ask = async (query: Record<string, string>, base = '') => {
  const answer = await portal.get(`${base}/oai?${new URLSearchParams(query)}`, { accept: '*/*' })
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['content-type']), /^text\/xml/)
  return answer.body
}
const all = (xml: string, form: RegExp) => Array.from(xml.matchAll(form), ([, text = '']) => text)
const code = (xml: string) => /<error code="(\w+)"/.exec(xml)?.[1]

async function walk(query: Record<string, string>, base = '') {
  const ids: string[] = []
  let pages = 0
  let xml = await ask(query, base)
  for (;;) {
    pages++
    ids.push(...all(xml, /<identifier>(oai:[^<]*)<\/identifier>/g))
    const token = /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1]
    if (!token) return { ids, pages, xml }
    xml = await ask({ verb: query.verb ?? '', resumptionToken: token }, base)
  }
}

suite('OAI-PMH', () => {
  test('whoever follows the tokens gets each record once, the withdrawn one as deleted', async () => {
    const { ids, pages, xml } = await walk({ verb: 'ListRecords', metadataPrefix: 'oai_dc' })
    assert.deepEqual([ids.length, new Set(ids).size, pages], [251, 251, 3])
    assert.match(xml, /<header status="deleted">/)
    assert.match(xml, /<resumptionToken completeListSize="251" cursor="200"><\/resumptionToken>/)
    assert.equal((await walk({ verb: 'ListIdentifiers', metadataPrefix: 'dcat' })).ids.length, 251)
  })
  test('what changes during a walk comes again at its end, and nothing is missed', async () => {
    const first = await ask({ verb: 'ListRecords', metadataPrefix: 'oai_dc', set: `tenant:${places.stadt}` })
    const [, , id = ''] = all(first, /<identifier>(oai:[^<]*)</g)[0]?.split(':') ?? []
    const changed = await portal.store(places.stadt).byId(id)
    assert.ok(changed?.record.kind === 'dataset')
    await portal.publish(places.stadt, [{ ...changed.record, version: '2' }])
    const token = /<resumptionToken[^>]*>([^<]+)</.exec(first)?.[1] ?? ''
    const seen = all(first, /<identifier>(oai:[^<]*)</g)
    for (let next: string | undefined = token; next; ) {
      const xml = await ask({ verb: 'ListRecords', resumptionToken: next })
      seen.push(...all(xml, /<identifier>(oai:[^<]*)</g))
      next = /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1]
    }
    assert.deepEqual([seen.length, new Set(seen).size], [251, 250])
  })
  test('sets, dates and single records', async () => {
    assert.equal((await walk({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', set: 'theme:tran' })).ids.length, 50)
    assert.equal((await walk({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' }, `/${places.dorf}`)).ids.length, 1)
    const today = new Date().toISOString().slice(0, 10)
    assert.equal((await walk({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', from: today, until: today })).ids.length, 251)
    assert.equal(code(await ask({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', until: '2001-01-01' })), 'noRecordsMatch')
    const [one = ''] = (await walk({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' })).ids
    const xml = await ask({ verb: 'GetRecord', identifier: one, metadataPrefix: 'dcat' })
    assert.match(xml, /<rdf:RDF[^>]*>[\s\S]*dcat:Dataset[\s\S]*<\/rdf:RDF><\/metadata>/)
    assert.match(await ask({ verb: 'Identify' }), /<deletedRecord>transient<\/deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</)
    assert.match(await ask({ verb: 'ListSets' }), /<setSpec>tenant:ahornstadt<\/setSpec>/)
    assert.match(await ask({ verb: 'ListMetadataFormats', identifier: one }), /<metadataPrefix>oai_dc</)
  })
  test('every fault of the protocol by its code', async () => {
    const prefix = { metadataPrefix: 'oai_dc' }
    for (const [query, expected] of [
      [{}, 'badVerb'],
      [{ verb: 'Dance' }, 'badVerb'],
      [{ verb: 'Identify', colour: 'red' }, 'badArgument'],
      [{ verb: 'ListRecords' }, 'badArgument'],
      [{ verb: 'ListRecords', metadataPrefix: 'marc21' }, 'cannotDisseminateFormat'],
      [{ verb: 'ListRecords', ...prefix, from: 'gestern' }, 'badArgument'],
      [{ verb: 'ListRecords', ...prefix, from: '2026-02-31' }, 'badArgument'],
      [{ verb: 'ListRecords', ...prefix, from: '2026-02-01', until: '2026-03-01T00:00:00Z' }, 'badArgument'],
      [{ verb: 'ListRecords', ...prefix, set: 'theme:none' }, 'noRecordsMatch'],
      [{ verb: 'ListRecords', resumptionToken: 'abc' }, 'badResumptionToken'],
      [{ verb: 'ListRecords', resumptionToken: 'abc', ...prefix }, 'badArgument'],
      [{ verb: 'GetRecord', identifier: 'oai:portal.example:x', ...prefix }, 'idDoesNotExist'],
      [{ verb: 'GetRecord', identifier: "oai:portal.example:'; drop table", ...prefix }, 'idDoesNotExist'],
    ] as const)
      assert.equal(code(await ask(query as Record<string, string>)), expected, JSON.stringify(query))
    assert.equal((await portal.get('/oai?verb=Identify&verb=Identify')).body.includes('badVerb'), true)
  })
  test('POST says the same', async () => {
    const answer = await portal.ask({
      method: 'POST',
      url: '/oai',
      payload: 'verb=ListMetadataFormats',
      headers: { host: 'portal.example', 'content-type': 'application/x-www-form-urlencoded' },
    })
    assert.match(answer.body, /<metadataPrefix>dcat</)
  })
  const noJudge = spawnSync('xmllint', ['--version']).error ? 'xmllint is not at hand' : false
  test('it is XML that a parser takes', { skip: noJudge }, async () => {
    for (const metadataPrefix of ['oai_dc', 'dcat']) {
      const judged = spawnSync('xmllint', ['--noout', '--nonet', '-'], {
        input: await ask({ verb: 'ListRecords', metadataPrefix }),
        encoding: 'utf8',
      })
      assert.equal(judged.status, 0, judged.stderr)
    }
  })
})
