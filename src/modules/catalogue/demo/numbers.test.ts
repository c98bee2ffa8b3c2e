import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { allDrafts } from './datasets/all.ts'
import { countVotes, divideSeats, type Election, listsOf, sainteLague } from './datasets/elections.ts'
import { constituencies2025 } from './datasets/lindenrode/elections.ts'
import { trees } from './datasets/lindenrode/trees.ts'
import { departments } from './departments.ts'
import type { Row } from './files/table.ts'
import { areas, inside, populationOf, quarters, squareKilometres, streetsOf, type Town } from './geography.ts'

/** The rows of a CSV file, by column name: what a reader of the file would add up. */
function rowsOf(by: string, slug: string, file: string): Record<string, string>[] {
  const draft = allDrafts.find((one) => departments[one.by].tenant === by && one.slug === slug)
  assert.ok(draft && draft.kind !== 'service')
  const found = draft.files.find(({ name }) => name === file)
  assert.ok(found, file)
  const content = found.content()
  const text = typeof content === 'string' ? content : new TextDecoder('windows-1252').decode(content)
  const [head = '', ...lines] = text.trimEnd().split('\r\n')
  const separator = typeof content === 'string' ? ',' : ';'
  const names = head.split(separator)
  return lines.map((line) => Object.fromEntries(line.split(separator).map((cell, at) => [names[at] ?? '', cell])))
}
const sum = (rows: Record<string, string>[], name: string): number => rows.reduce((total, row) => total + Number(row[name]), 0)

describe('the tree register of Lindenrode', () => {
  const rows: readonly Row[] = trees.rows()
  const count = (matches: (kind: string) => boolean): number => rows.filter((row) => matches(String(row[1]))).length

  test('has 12,846 trees in the kinds that the page counts', () => {
    assert.equal(rows.length, 12_846)
    assert.equal(
      count((kind) => /linde$/i.test(kind)),
      3122,
    )
    assert.equal(
      count((kind) => kind === 'Spitzahorn'),
      1934,
    )
    assert.equal(
      count((kind) => kind === 'Stieleiche'),
      1507,
    )
    assert.equal(
      count((kind) => kind === 'Hainbuche'),
      1102,
    )
    assert.equal(
      count((kind) => kind === 'Platane'),
      804,
    )
    const rest = new Set(
      rows
        .map((row) => String(row[1]))
        .filter((kind) => !/linde$/i.test(kind) && !['Spitzahorn', 'Stieleiche', 'Hainbuche', 'Platane'].includes(kind)),
    )
    assert.equal(rest.size, 61)
  })

  test('lacks the planting year of 204 trees and numbers none twice', () => {
    assert.equal(rows.filter((row) => row[3] === undefined).length, 204)
    assert.equal(new Set(rows.map((row) => row[0])).size, rows.length)
  })

  test('begins with the lime trees of the market place', () => {
    assert.deepEqual(rows[0]?.slice(0, 8), [
      'L-00017',
      'Winterlinde',
      'Tilia cordata',
      1962,
      17.5,
      214,
      'Marktplatz',
      '2026-03-12',
    ])
  })
})

describe('numbers that the descriptions promise', () => {
  test('people by Ortsteil and age add up to the town', () => {
    const rows = rowsOf('lindenrode', 'bevoelkerung-nach-ortsteilen', 'bevoelkerung-ortsteile-2025.csv')
    assert.equal(sum(rows, 'insgesamt'), populationOf('lindenrode'))
    assert.equal(sum(rows, 'weiblich') + sum(rows, 'maennlich'), populationOf('lindenrode'))
  })

  test('budgets add up to the planned sums', () => {
    const sides = (rows: Record<string, string>[]) =>
      ['Ertrag', 'Aufwand'].map((side) =>
        sum(
          rows.filter(({ art }) => art === side),
          'ansatz_eur',
        ),
      )
    assert.deepEqual(
      sides(rowsOf('lindenrode', 'haushaltsplan-2027', 'haushaltsplan-2027-entwurf.csv')),
      [128_754_600, 134_205_900],
    )
    assert.deepEqual(sides(rowsOf('kreis-sennewald', 'kreishaushalt-2026', 'kreishaushalt-2026.csv')), [168_412_500, 170_988_300])
  })

  test('695 call-outs, 38 playgrounds, 4,139 pupils', () => {
    assert.equal(sum(rowsOf('lindenrode', 'feuerwehreinsaetze-2025', 'feuerwehreinsaetze-2025.csv'), 'einsaetze'), 695)
    assert.equal(rowsOf('lindenrode', 'spielplaetze', 'spielplaetze_lindenrode.csv').length, 38)
    assert.equal(sum(rowsOf('lindenrode', 'schulen', 'schulen-2026.csv'), 'schueler'), 4139)
  })
})

describe('elections', () => {
  const election: Election = {
    id: 'test',
    lists: listsOf([40, 30, 20, 10]),
    constituencies: constituencies2025,
    turnout: 0.55,
    seats: 44,
  }

  test('votes of all lists are the valid votes, and nobody votes twice', () => {
    for (const { constituency, voters, byPost, invalid, votes } of countVotes(election)) {
      assert.equal(
        votes.reduce((a, b) => a + b, 0),
        voters - invalid,
      )
      assert.ok(voters < constituency.eligible && byPost < voters)
    }
  })

  test('constituencies stay within 15 % of the mean (KWahlG § 4)', () => {
    const mean = constituencies2025.reduce((total, { eligible }) => total + eligible, 0) / constituencies2025.length
    for (const { eligible } of constituencies2025) assert.ok(Math.abs(eligible / mean - 1) <= 0.15)
  })

  test('nobody has more constituencies than seats', () => {
    const { direct, seats } = divideSeats(election)
    assert.equal(
      direct.reduce((a, b) => a + b, 0),
      22,
    )
    seats.forEach((won, at) => {
      assert.ok(won >= (direct[at] ?? 0))
    })
  })

  test('Sainte-Laguë by hand: 53, 24 and 23 votes share seven seats as 3, 2 and 2', () => {
    assert.deepEqual(sainteLague([53, 24, 23], 7), [3, 2, 2])
  })

  test('the district counts the same people as its places', () => {
    const rows = rowsOf('kreis-sennewald', 'kreistagswahl-2025', 'kreistagswahl-2025.csv')
    const towns = [
      rowsOf('lindenrode', 'kommunalwahl-2025', 'ratswahl-2025-wahlbezirke.csv'),
      rowsOf('auenfeld', 'kommunalwahl-2025', 'ratswahl-2025.csv'),
      rowsOf('steinbrueck', 'kommunalwahl-2025', 'ratswahl-2025.csv'),
    ]
    assert.equal(
      sum(rows, 'wahlberechtigte'),
      towns.reduce((total, one) => total + sum(one, 'wahlberechtigte'), 0),
    )
  })
})

describe('the map', () => {
  test('the three places fill the district without gap or overlap', () => {
    const parts = (['lindenrode', 'auenfeld', 'steinbrueck'] as const).reduce(
      (total, town) => total + squareKilometres(areas[town]),
      0,
    )
    assert.ok(Math.abs(parts - squareKilometres(areas['kreis-sennewald'])) < 0.2)
  })

  test('every Ortsteil has as many streets as it should, and they lie in its town', () => {
    for (const town of ['lindenrode', 'auenfeld', 'steinbrueck'] satisfies Town[]) {
      const streets = streetsOf(town)
      assert.equal(
        streets.length,
        quarters.filter((one) => one.town === town).reduce((total, one) => total + one.streets, 0),
      )
      assert.equal(new Set(streets.map(({ name }) => name)).size, streets.length)
      for (const { from, to, name } of streets)
        assert.ok(inside(from, areas[town]) && inside(to, areas[town]), `${town}: ${name}`)
    }
  })

  test('every point of every table lies in its town or district', () => {
    for (const draft of allDrafts) {
      if (draft.kind === 'service') continue
      const { tenant } = departments[draft.by]
      const ring = areas[tenant === 'stadtwerke-sennewald' ? 'kreis-sennewald' : (tenant as Town)]
      for (const { name, fileType, content } of draft.files) {
        if (fileType !== 'GEOJSON') continue
        const collection: { features: { geometry: { type: string; coordinates: [number, number] } }[] } = JSON.parse(
          String(content()),
        )
        for (const { geometry } of collection.features)
          if (geometry.type === 'Point') assert.ok(inside(geometry.coordinates, ring), `${name} ${geometry.coordinates}`)
      }
    }
  })
})
