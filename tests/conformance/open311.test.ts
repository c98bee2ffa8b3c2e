// GeoReport v2: our answers against the published schemas, and walked by a client that knows the standard alone.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { participationDefinition } from '#plaques/participation'
import { places } from '#support/house.ts'
import { signedIn } from '#support/people.ts'
import { insertProcedureOf } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { sharedData, withoutShared } from '#support/shared.ts'

let town: TestServer
let key = ''
const base = `/${places.stadt}/open311/v2`
const settings = {
  categories: [
    {
      code: 'licht',
      name: 'Beleuchtung',
      office: 'Stadtwerke',
      days: 7,
      keywords: 'Laterne, Lampe',
      group: 'Verkehr',
      question: { label: 'Mast', required: true, options: ['A', 'B'] },
    },
    { code: 'muell', name: 'Müll & Scherben', days: 3 },
  ],
  offices: [],
  photos: 'after',
  nearby: 50,
}
let caller = 0
const ask = (url: string, fields?: Record<string, string>, headers: Record<string, string> = {}) =>
  town.ask({
    method: fields ? 'POST' : 'GET',
    url: base + url,
    remoteAddress: `10.33.0.${++caller & 255}`,
    headers: {
      host: 'portal.example',
      accept: '*/*',
      ...(fields ? { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' } : {}),
      ...headers,
    },
    ...(fields ? { payload: new URLSearchParams(fields).toString() } : {}),
  })
const report = (given: Record<string, string> = {}, headers?: Record<string, string>) =>
  ask(
    '/requests.json',
    { api_key: key, service_code: 'mm-muell', lat: '51.886', long: '8.72', description: 'Scherben auf dem Weg.', ...given },
    headers,
  )
const errorsOf = (text: string) => JSON.parse(text) as { code: number; description: string }[]

before(async () => {
  const modules = ['catalogue', participationDefinition.id]
  town = await testServer({ tenants: { stadt: { modules }, dorf: { modules }, kreis: { modules } } })
  await insertProcedureOf(town, places.stadt, { slug: 'maengel', prefix: 'MM', format: 'issue-report', closes: null, settings })
  await insertProcedureOf(town, places.dorf, {
    slug: 'maengel',
    prefix: 'BD',
    format: 'issue-report',
    closes: null,
    settings,
    moderation: 'before',
  })
  key = await newKey(places.stadt)
})
after(() => town?.close())

/** A key as staff makes it on its page. */
async function newKey(slug: string): Promise<string> {
  const { cookie } = await signedIn(town, { [slug]: ['administrator'] })
  const made = await town.ask({
    method: 'POST',
    url: `/${slug}/intern/open311`,
    headers: {
      host: 'portal.example',
      accept: 'text/html',
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: 'tat=neu&name=App+des+Kreises',
  })
  return /class="alm-code">([\w-]{32})</.exec(made.body)?.[1] ?? ''
}

/** As much of JSON Schema as the published schemas use; whatever else they say is a fault of this reader. */
function faultsIn(value: unknown, schema: Record<string, unknown>, folder: string, at = ''): string[] {
  const object = (one: unknown) => one as Record<string, Record<string, unknown>>
  if (typeof schema.$ref === 'string')
    return faultsIn(value, JSON.parse(readFileSync(path.join(folder, schema.$ref), 'utf8')), folder, at)
  const found: string[] = []
  const say = (what: string) => found.push(`${at}: ${what} (${JSON.stringify(value)})`)
  for (const [word, is] of Object.entries(schema)) {
    if (word === 'type') {
      const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
      if (kind !== is && !(is === 'integer' && Number.isInteger(value))) say(`is ${kind}, not ${is}`)
    } else if (word === 'enum') (is as unknown[]).includes(value) || say('is none of the list')
    else if (word === 'anyOf')
      (is as Record<string, unknown>[]).some((one) => faultsIn(value, one, folder, at).length === 0) || say('fits none')
    else if (word === 'required') for (const name of is as string[]) name in Object(value) || say(`has no ${name}`)
    else if (word === 'properties') {
      for (const [name, inner] of Object.entries(object(is)))
        if (name in Object(value)) found.push(...faultsIn(object(value)[name], inner, folder, `${at}/${name}`))
    } else if (word === 'items')
      found.push(...(value as unknown[]).flatMap((one, i) => faultsIn(one, is as Record<string, unknown>, folder, `${at}/${i}`)))
    else if (word === 'maxLength') String(value).length <= Number(is) || say('is too long')
    else if (word === 'format')
      (is === 'uri' ? URL.canParse(String(value)) : /T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(String(value))) || say(`is no ${is}`)
    else if (!['description', 'minItems', 'uniqueItems'].includes(word)) throw new Error(`unknown word in the schema: ${word}`)
  }
  return found
}

suite('the interface', () => {
  test('answers as the published schemas say', { skip: withoutShared() }, async () => {
    const folder = path.join(sharedData() ?? '', 'open311/schema/georeport-v2')
    const valid = (text: string, name: string) =>
      assert.deepEqual(faultsIn(JSON.parse(text), JSON.parse(readFileSync(path.join(folder, name), 'utf8')), folder), [])
    await report({ description: 'Eins.' })
    await report({ service_code: 'mm-licht', 'attribute[angabe]': 'A', description: 'x'.repeat(4000) })
    await report({ lat: '', long: '', address_string: 'Lindenstraße 12', description: '' })
    valid((await ask('/services.json')).body, 'services.json')
    valid((await ask('/services/mm-licht.json')).body, 'service-definition.json')
    valid((await ask('/services/mm-muell.json')).body, 'service-definition.json')
    const list = await ask('/requests.json?extensions=true')
    assert.ok(list.json<unknown[]>().length >= 3)
    valid(list.body, 'requests.json')
    assert.ok(faultsIn([{ status: 'gone' }], { items: { properties: { status: { enum: ['open'] } } } }, folder).length > 0)
  })

  test('an answer has no word about who reported', async () => {
    const person = {
      email: 'anna.beispiel@post.example',
      first_name: 'Annegret',
      last_name: 'Beispielmann',
      phone: '0521 998877',
      device_id: 'geraet-4711',
      account_id: 'konto-0815',
    }
    const posted = await report({ ...person, description: 'Glas am Spielplatz.' })
    assert.equal(posted.statusCode, 200)
    const id = posted.json<{ service_request_id: string }[]>()[0]?.service_request_id
    for (const form of ['json', 'xml'])
      for (const url of [`/requests.${form}?extensions=true`, `/requests/${id}.${form}?extensions=true`, `/services.${form}`]) {
        const answer = await ask(url)
        assert.equal(answer.statusCode, 200, url)
        for (const word of Object.values(person)) assert.ok(!answer.body.includes(word), `${url} says ${word}`)
      }
  })

  test('asks what it must, in both forms, with the numbers of the standard', async () => {
    const cases: [string, Promise<{ statusCode: number; body: string }>, number, RegExp][] = [
      ['no key', report({ api_key: '' }), 403, /api_key/],
      ['a wrong key', report({ api_key: 'x'.repeat(32) }), 403, /api_key/],
      ['no service', report({ service_code: '' }), 400, /service_code/],
      ['an unknown service', report({ service_code: 'mm-ufo' }), 404, /mm-ufo/],
      ['half a point', report({ long: '' }), 400, /lat/],
      ['no place', report({ lat: '', long: '' }), 400, /address_string/],
      ['a point of nobody', report({ lat: '99', long: '8' }), 400, /lat, long/],
      ['no answer', report({ service_code: 'mm-licht' }), 400, /attribute\[angabe\]/],
      ['a long text', report({ description: 'x'.repeat(4001) }), 400, /description/],
      ['an unknown town', ask('/services.json?jurisdiction_id=nirgendwo'), 404, /nirgendwo/],
      ['an unknown report', ask('/requests/MM-9999.json'), 404, /MM-9999/],
      ['an unknown token', ask('/tokens/nichts.json'), 404, /token/],
      ['a wrong status', ask('/requests.json?status=kaputt'), 400, /status/],
    ]
    for (const [name, answer, status, words] of cases) {
      const { statusCode, body } = await answer
      assert.equal(statusCode, status, name)
      const [error] = errorsOf(body)
      assert.equal(error?.code, status, name)
      assert.match(error?.description ?? '', words, name)
    }
    const xml = await ask('/requests.xml', { service_code: 'mm-muell' })
    assert.equal(xml.statusCode, 403)
    assert.match(String(xml.headers['content-type']), /^text\/xml; charset=utf-8/)
    assert.match(xml.body, /^<\?xml version="1.0" encoding="utf-8"\?>\n<errors><error><code>403<\/code><description>/)
    assert.equal((await ask('/services.yaml')).statusCode, 404)
    const above = (url: string) => town.get(`/${places.kreis}/open311/v2${url}`, { accept: '*/*' })
    assert.equal((await above('/services.json')).statusCode, 400, 'a district stands for several towns')
    assert.equal((await above(`/services.json?jurisdiction_id=${places.dorf}`)).json<unknown[]>().length, 2)
  })

  test('narrows lists by what was asked', async () => {
    const at = (lat: string, description: string) => report({ lat, description })
    await at('51.9', 'Nah.')
    await at('51.95', 'Fern.')
    const found = async (query: string) =>
      (await ask(`/requests.json?${query}`)).json<{ description: string }[]>().map((one) => one.description)
    assert.deepEqual(await found('lat=51.9&long=8.72&radius=100'), ['Nah.'])
    assert.ok((await found('service_code=mm-muell&status=open')).includes('Fern.'))
    assert.deepEqual(await found('status=closed'), [])
    assert.deepEqual(await found('detailed_status=IN_PROCESS'), [])
    assert.deepEqual(await found('service_request_id=MM-0001,XX-0001,quatsch'), await found('service_request_id=MM-0001'))
    assert.deepEqual(await found('updated_after=2099-01-01T00:00:00Z'), [])
    assert.equal((await found('max_requests=2')).length, 2)
    assert.deepEqual(await found('start_date=2020-01-01T00:00:00Z&end_date=2020-02-01T00:00:00Z'), [])
  })

  test('the same key of a program makes one report; a program that was shut out makes none', async () => {
    const other = await newKey(places.stadt)
    const send = (api_key: string) => report({ api_key }, { 'idempotency-key': 'eins' })
    const ids = (await Promise.all([send(key), send(key), send(other)])).map(
      (one) => one.json<{ service_request_id: string }[]>()[0]?.service_request_id,
    )
    assert.equal(ids[0], ids[1])
    assert.notEqual(ids[0], ids[2], 'what one program counts is nothing to another')
    const { cookie } = await signedIn(town, { [places.stadt]: ['administrator'] })
    const page = await town.get(`/${places.stadt}/intern/open311`, { cookie })
    assert.ok(!page.body.includes(other), 'the key is shown once')
    const id = [...page.body.matchAll(/name="id" value="([0-9a-f-]{36})"/g)].at(-1)?.[1] ?? ''
    await town.ask({
      method: 'POST',
      url: `/${places.stadt}/intern/open311`,
      headers: {
        host: 'portal.example',
        cookie,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: `tat=sperren&id=${id}`,
    })
    assert.equal((await report({ api_key: other })).statusCode, 403)
    assert.equal((await report()).statusCode, 200)
  })
})

const client = `
import json, sys, urllib.error, urllib.parse, urllib.request
import xml.etree.ElementTree as ET
start, local, public, key = sys.argv[1:5]
def call(url, form=None):
    # The portal answers under its public name; only the way to it is another one here.
    ask = urllib.request.Request(url.replace(public, local), headers={'Host': public.split('//')[1]})
    body = urllib.parse.urlencode(form).encode() if form else None
    with urllib.request.urlopen(ask, body) as got:
        assert got.headers['Content-Type'].lower() == 'text/xml; charset=utf-8', got.headers['Content-Type']
        return ET.fromstring(got.read())
found = call(start)
endpoint = next(e for e in found.iter('endpoint') if e.findtext('specification') == 'http://wiki.open311.org/GeoReport_v2')
assert 'text/xml' in [f.text for f in endpoint.iter('format')]
api = endpoint.findtext('url')
services = call(api + '/services.xml')
assert services.tag == 'services'
told = []
for service in services.findall('service'):
    code = service.findtext('service_code')
    form = {'api_key': key, 'service_code': code, 'address_string': 'Markt 1', 'description': 'Gemeldet für ' + code + ': 3 < 4 & mehr'}
    if service.findtext('metadata') == 'true':
        definition = call(api + '/services/' + code + '.xml')
        assert definition.tag == 'service_definition' and definition.findtext('service_code') == code
        for attribute in definition.find('attributes').findall('attribute'):
            if attribute.findtext('required') == 'true':
                form['attribute[' + attribute.findtext('code') + ']'] = attribute.find('values').find('value').findtext('key')
    posted = call(api + '/requests.xml', form)
    assert posted.tag == 'service_requests'
    one = posted.find('request')
    number, token = one.findtext('service_request_id'), one.findtext('token')
    assert (number is None) != (token is None), 'a number or a token, never both'
    if token is not None:
        waits = call(api + '/tokens/' + token + '.xml').find('request')
        assert waits.findtext('token') == token
        told.append([code, service.findtext('type'), 'token', waits.findtext('service_request_id') or ''])
        continue
    request = call(api + '/requests/' + number + '.xml').find('request')
    assert request.findtext('description') == form['description'] and request.findtext('service_code') == code
    assert request.findtext('status') == 'open' and request.findtext('requested_datetime').endswith('Z')
    told.append([code, service.findtext('type'), 'number', number == request.findtext('service_request_id')])
try:
    call(api + '/requests/none.xml')
except urllib.error.HTTPError as error:
    told.append(ET.fromstring(error.read()).find('error').findtext('code'))
print(json.dumps(told))
`

suite('a client that knows the standard alone', () => {
  /** Walks the interface of a town. The server answers while it runs, so it is not waited for in one piece. */
  async function walk(slug: string, apiKey: string): Promise<unknown> {
    const address = await town.app.listen({ port: 0, host: '127.0.0.1' }).catch(() => '')
    const local = address || `http://127.0.0.1:${(town.app.server.address() as { port: number }).port}`
    const { publicUrl } = town.house.config
    const child = spawn('/usr/bin/python3', [
      '-c',
      client,
      `${publicUrl}/${slug}/open311/discovery.xml`,
      local,
      publicUrl,
      apiKey,
    ])
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
    assert.equal(err, '')
    return JSON.parse(out)
  }
  async function text(stream: AsyncIterable<Buffer>): Promise<string> {
    let all = ''
    for await (const piece of stream) all += piece
    return all
  }

  test('finds the interface, reports and reads its report', async () => {
    assert.deepEqual(await walk(places.stadt, key), [
      ['mm-licht', 'realtime', 'number', true],
      ['mm-muell', 'realtime', 'number', true],
      '404',
    ])
  })

  test('gets a token where staff looks first', async () => {
    assert.deepEqual(await walk(places.dorf, await newKey(places.dorf)), [
      ['bd-licht', 'batch', 'token', ''],
      ['bd-muell', 'batch', 'token', ''],
      '404',
    ])
  })
})
