import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readRequestQuery, readW3cMoment, w3cMoment, writeOpen311 } from './index.ts'

const now = new Date('2026-11-26T20:00:00Z')
const asked = (text: string) => readRequestQuery(new URLSearchParams(text), now)
const faults = (text: string) => {
  const read = asked(text)
  return read.ok ? [] : read.error.map(({ code, description }) => `${code} ${description.split(' ')[0]}`)
}

suite('GeoReport v2', () => {
  test('moments have a zone, or they are none', () => {
    assert.equal(w3cMoment(new Date('2026-11-26T20:00:00.789Z')), '2026-11-26T20:00:00Z')
    assert.equal(readW3cMoment('2026-11-26T21:00:00+01:00')?.toISOString(), '2026-11-26T20:00:00.000Z')
    assert.equal(
      readW3cMoment('2026-11-26T21:00:00 01:00')?.toISOString(),
      '2026-11-26T20:00:00.000Z',
      'a plus that became a space',
    )
    for (const none of ['2026-11-26', '2026-11-26T21:00:00', '2026-02-31T00:00:00Z', 'yesterday', ''])
      assert.equal(readW3cMoment(none), undefined, none)
  })

  test('without dates the last 90 days are asked for; a longer span is refused', () => {
    const usual = asked('')
    assert.ok(usual.ok)
    assert.deepEqual([usual.value.until, usual.value.most], [now, 1000])
    assert.equal(usual.value.from.toISOString(), '2026-08-28T20:00:00.000Z')
    const since = asked('start_date=2026-01-01T00:00:00Z')
    assert.equal(since.ok && since.value.until.toISOString(), '2026-04-01T00:00:00.000Z')
    assert.deepEqual(faults('start_date=2026-01-01T00:00:00Z&end_date=2026-07-01T00:00:00Z'), ['400 start_date'])
    assert.deepEqual(faults('start_date=2026-05-01T00:00:00Z&end_date=2026-04-01T00:00:00Z'), ['400 start_date'])
  })

  test('what cannot be read is named; an empty argument is none', () => {
    assert.deepEqual(faults('status=open,closed&service_code=&start_date=&lat='), [])
    assert.deepEqual(faults('status=done'), ['400 status'])
    assert.deepEqual(faults('detailed_status=RECEIVED,GONE'), ['400 detailed_status'])
    assert.deepEqual(faults('lat=51&long=8'), ['400 lat,'])
    assert.deepEqual(faults('lat=51&long=8&radius=90000'), ['400 radius'])
    assert.deepEqual(faults('end_date=heute&max_requests=0'), ['400 end_date', '400 max_requests'])
    const list = asked('service_request_id=MM-0001,%20MM-0002&service_request_id=MM-0001')
    assert.deepEqual(list.ok && list.value.ids, ['MM-0001', 'MM-0002'])
  })

  test('XML has names around lists, JSON has none; text cannot leave its element', () => {
    const error = { code: 400, description: 'a <b> & "c"\u0000 ]]>' }
    assert.equal(
      writeOpen311('xml', 'errors', [error]),
      '<?xml version="1.0" encoding="utf-8"?>\n<errors><error><code>400</code><description>a &lt;b&gt; &amp; &quot;c&quot; ]]&gt;</description></error></errors>\n',
    )
    assert.equal(writeOpen311('json', 'errors', [{ code: 400, description: 'x' }]), '[{"code":400,"description":"x"}]')
    assert.match(
      writeOpen311('xml', 'service_definition', {
        service_code: 'x',
        attributes: [{ order: 1, values: [{ key: 'a', name: 'A' }] }],
      }),
      /<attributes><attribute><order>1<\/order><values><value><key>a<\/key><name>A<\/name><\/value><\/values><\/attribute><\/attributes>/,
    )
    assert.match(writeOpen311('xml', 'service_requests', []), /<service_requests\/>/)
    assert.match(writeOpen311('xml', 'x', { lat: null, address: '' }), /<x><lat\/><address\/><\/x>/)
  })
})
