import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { titleOf } from '#standards/dcat-ap-de'
import { atWork, editHouse, must, readyDraft, refused, whole } from '#support/editing.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { draftById } from '../../store/draft-store.ts'
import { entryRows } from '../../store/queries/entries.ts'
import { largestSheet, readSheet, writeSheet } from './sheet-file.ts'
import { type Acting, staffDb } from './staff.ts'
import { planSheet, sheetLines, takeSheet } from './take-sheet.ts'

let town: TestHouse
let jana: Acting
const rowsOf = async (text: string) => must(await readSheet(Buffer.from(text)))
const entriesOf = async () =>
  (await entryRows(staffDb(town.house, jana.site), {}, { sort: 'title', descending: false, limit: 100 }, new Date())).rows

/** A ZIP with one entry that unpacks to so many bytes and claims to be small. */
function foldedZip(bytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(bytes))
  const name = Buffer.from('xl/workbook.xml')
  const head = (size: number, signature: number, more: number) => {
    const part = Buffer.alloc(size)
    part.writeUInt32LE(signature, 0)
    part.writeUInt16LE(8, 8 + more)
    part.writeUInt32LE(packed.length, 18 + more)
    part.writeUInt32LE(10, 22 + more)
    part.writeUInt16LE(name.length, 26 + more)
    return part
  }
  const local = Buffer.concat([head(30, 0x04034b50, 0), name, packed])
  const central = Buffer.concat([head(46, 0x02014b50, 2), name])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

suite('metadata as a spreadsheet', () => {
  before(async () => {
    town = await testHouse()
    jana = await atWork(town, places.stadt, { name: 'Jana Albers' })
  })
  after(() => town?.close())

  test('line by line: what becomes of it, which cell is wrong and why; nothing is written before the yes', async () => {
    const rows = await rowsOf(
      'Titel;Beschreibung;Themen;Lizenz;E-Mail der Kontaktstelle;Adresse der Daten;Stand der Daten\n' +
        'Kitas;Alle Kitas;Umwelt;dl-zero-de/2.0;kitas@stadt.example;https://stadt.example/kitas.csv;24.11.2026\n' +
        'Schulen;Alle Schulen;Blödsinn;;jana.albers@stadt.example;javascript:alert(1);gestern\n' +
        ';ohne Titel;;;;;\n',
    )
    const { id, plan } = await planSheet(editHouse(town), jana, rows)
    assert.deepEqual(
      plan.map((one) => [one.line, one.outcome, one.faults.map((fault) => `${fault.head}: ${fault.fault}`)]),
      [
        [2, 'new', []],
        [
          3,
          'faulty',
          [
            'Themen: unknown',
            'Adresse der Daten: not-an-address',
            'E-Mail der Kontaktstelle: personal',
            'Stand der Daten: not-a-date',
          ],
        ],
        [4, 'faulty', ['Titel: missing']],
      ],
    )
    assert.equal((await entriesOf()).length, 0)
    assert.deepEqual(must(await takeSheet(editHouse(town), jana, { id })), { made: 1, changed: 0, faulty: 2 })
    const [entry] = await entriesOf()
    const draft = await draftById(staffDb(town.house, jana.site), entry?.draft ?? '')
    assert.deepEqual([entry?.title, draft?.record.modified, draft?.record.theme.length], ['Kitas', '2026-11-24', 1])
    assert.equal(refused(await takeSheet(editHouse(town), jana, { id })).kind, 'not-found', 'it is taken over once')
  })

  test('out and in again changes nothing, and a changed cell changes only that', async () => {
    await town.publish(places.stadt, [whole('=Bäume & Büsche')])
    const draft = await readyDraft(town, jana, 'Brunnen')
    const file = await writeSheet(sheetLines(editHouse(town), jana, {}))
    const rows = must(await readSheet(file))
    const { plan } = await planSheet(editHouse(town), jana, rows)
    assert.deepEqual([...new Set(plan.map((one) => one.outcome))], ['same'])
    const changed = rows.map((row) =>
      row.cells.Kennung === draft.id ? { ...row, cells: { ...row.cells, Schlagwörter: 'Wasser | Platz' } } : row,
    )
    const second = await planSheet(editHouse(town), jana, changed)
    assert.deepEqual(
      second.plan.flatMap((one) => one.changes.map((change) => [one.title, change.field, change.after])),
      [['Brunnen', 'keyword', ['Wasser', 'Platz']]],
    )
    must(await takeSheet(editHouse(town), jana, { id: second.id }))
    const record = (await draftById(staffDb(town.house, jana.site), draft.id))?.record
    assert.deepEqual(
      record?.keyword.map((one) => one.value),
      ['Wasser', 'Platz'],
    )
  })

  test('a published record is changed as a draft, and what belongs to others is not found', async () => {
    await town.publish(places.stadt, [whole('Radwege')])
    await town.publish(places.dorf, [whole('Feuerwehr')])
    const own = (await town.store(places.stadt).bySlug('radwege'))?.id ?? ''
    const foreign = (await town.store(places.dorf).bySlug('feuerwehr'))?.id ?? ''
    const rows = await rowsOf(`Kennung;Titel\n${own};Radwege und Radstraßen\n${foreign};Meins\n${own};Noch einmal\n`)
    const { id, plan } = await planSheet(editHouse(town), jana, rows)
    assert.deepEqual(
      plan.map((one) => one.faults.map((fault) => fault.fault)),
      [[], ['not-found'], ['twice']],
    )
    must(await takeSheet(editHouse(town), jana, { id }))
    assert.equal(
      titleOf((await town.store(places.stadt).byId(own))?.record ?? whole('')),
      'Radwege',
      'the public sees nothing of it yet',
    )
  })

  test('files that are none, too large or folded are refused', async () => {
    assert.equal(refused(await readSheet(Buffer.from('PK\x03\x04 kaputt'))), 'too-large')
    assert.equal(refused(await readSheet(Buffer.from('a;b\n1;2\n'))), 'no-heads')
    assert.equal(refused(await readSheet(Buffer.from('Titel\n'))), 'empty')
    assert.equal(refused(await readSheet(Buffer.alloc(largestSheet + 1))), 'too-large')
    const bomb = foldedZip(200 * 1024 * 1024)
    assert.ok(bomb.length < largestSheet)
    const before = process.memoryUsage().rss
    assert.equal(refused(await readSheet(bomb)), 'too-large')
    assert.ok(process.memoryUsage().rss - before < 120e6)
    assert.equal(refused(await readSheet(Buffer.from(`Titel\n${'x\n'.repeat(1001)}`))), 'too-many')
  })
})
