import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointsOf } from '#standards/mqa'
import { dataset, distribution } from '#support/text.ts'
import { renderToString } from '#ui/jsx/html.ts'
import { assess } from '../../use-cases/assess-quality.ts'
import { drawArea, drawFeatures } from '../../use-cases/table-preview-map.ts'
import { subjectOf } from './elsewhere.ts'
import { rankOf } from './file-format.ts'
import { nextRelease } from './next-release.ts'
import { Linked, leadOf } from './prose.tsx'
import { safeHref } from './safe-address.ts'

test('the lead ends with a sentence, not with an abbreviation', () => {
  const { lead, rest } = leadOf(
    'Alle Bäume, z. B. Linden, im Gebiet der Stadt Lindenrode nach Nr. 3 der Satzung vom 1. Mai. Weiteres folgt hier.\n\nZweiter Absatz.',
  )
  assert.equal(lead, 'Alle Bäume, z. B. Linden, im Gebiet der Stadt Lindenrode nach Nr. 3 der Satzung vom 1. Mai.')
  assert.equal(rest, 'Weiteres folgt hier.\n\nZweiter Absatz.')
  assert.deepEqual(leadOf(''), { lead: '', rest: '' })
  assert.match(leadOf('wort '.repeat(200)).lead, /wort …$/)
})

test('only web addresses become links', () => {
  for (const bad of [
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    ' https://x',
    'https:x',
    '',
    undefined,
  ])
    assert.equal(safeHref(bad), undefined, bad)
  assert.equal(safeHref('https://a.example/ä?x=1'), 'https://a.example/%C3%A4?x=1')
  const html = renderToString(Linked({ text: 'Siehe (https://a.example/b_(c)), javascript:alert(1) und <img src=x>.' }))
  assert.match(html, /<a href="https:\/\/a\.example\/b_\(c\)" rel="nofollow">/)
  assert.equal(html.match(/<a /g)?.length, 1)
  assert.ok(!html.includes('<img'))
})

test('the next state is expected by the calendar', () => {
  const of = (code: string, modified: string) =>
    nextRelease(
      dataset('x', { modified, accrualPeriodicity: `http://publications.europa.eu/resource/authority/frequency/${code}` }),
    )
  assert.equal(of('QUARTERLY', '2026-11-01'), '2027-02-01')
  assert.equal(of('MONTHLY', '2026-01-31'), '2026-02-28')
  assert.equal(of('ANNUAL', '2024-02-29'), '2025-02-28')
  assert.equal(of('WEEKLY', '2026-12-30'), '2027-01-06')
  assert.equal(of('IRREG', '2026-12-30'), undefined)
})

test('the subject of a title is what remains without places, years and fillers', () => {
  assert.deepEqual(subjectOf('Baumkataster der Stadt Lindenrode 2026', ['Stadt Lindenrode']), ['baumkataster'])
  assert.deepEqual(subjectOf('Daten 2026', []), [])
})

test('points by dimension add up to those of the assessment', () => {
  const record = dataset('x', {
    keyword: [{ value: 'a', lang: 'de' }],
    distribution: [distribution({ uri: 'https://a.example/1', license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0' })],
  })
  for (const findings of [undefined, [], [{ severity: 'Violation' as const, path: 'p', constraint: 'c' }]]) {
    const quality = assess(record, { now: new Date('2026-11-22'), findings })
    const points = pointsOf(record, { violations: quality.violations }).filter((one) => one.earned !== undefined)
    assert.equal(
      points.reduce((sum, one) => sum + one.weight, 0),
      quality.best,
    )
    assert.equal(
      points.reduce((sum, one) => sum + (one.earned ? one.weight : 0), 0),
      quality.score,
    )
  }
})

test('a table comes before a map service, a file before an address', () => {
  const of = (code: string, given = {}) =>
    rankOf(
      distribution({
        uri: 'https://a.example/1',
        format: `http://publications.europa.eu/resource/authority/file-type/${code}`,
        ...given,
      }),
    )
  const file = { downloadURL: ['https://a.example/f'] }
  assert.ok(of('CSV', file) < of('WMS_SRVC', file))
  assert.ok(of('PDF', file) < of('CSV', { downloadURL: [], accessURL: ['https://a.example/p'] }))
})

test('features of every kind are drawn, broken ones are left out', () => {
  const map = drawFeatures(
    [
      { geometry: { type: 'Point', coordinates: [8, 51] } },
      { geometry: { type: 'Point', coordinates: [8.00000001, 51] } },
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [8, 51],
            [8.1, 51.1],
          ],
        },
      },
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [8, 51],
              [8.1, 51],
              [8.1, 51.1],
              [8, 51],
            ],
          ],
        },
      },
      { geometry: { type: 'Point', coordinates: ['x', null] } },
      { geometry: null },
    ],
    undefined,
  )
  assert.equal(map?.features, 6)
  assert.deepEqual(map?.kinds, ['point', 'line', 'area'])
  assert.equal(map?.drawing.dots.match(/M/g)?.length, 1)
  assert.match(map?.drawing.areas ?? '', /^M[\d L]+z$/)
  assert.equal(drawFeatures([{ geometry: null }], undefined), undefined)
})

test('an area is drawn over the next larger outline, and over none if there is none', () => {
  const square = (size: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [0, 0],
        [size, 0],
        [size, size],
        [0, size],
        [0, 0],
      ],
    ],
  })
  assert.ok(drawArea([0, 0, 1, 1], [square(1), square(3)])?.ground)
  assert.equal(drawArea([0, 0, 1, 1], [square(1)]), undefined)
  assert.match(drawArea([1, 1, 1, 1], [square(3)])?.dots ?? '', /^M/)
})
