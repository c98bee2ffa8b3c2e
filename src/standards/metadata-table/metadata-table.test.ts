import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { must } from '#kernel/result.ts'
import { publisherOf, titleOf } from '#standards/dcat-ap-de'
import { newWorkbook } from '#standards/xlsx'
import { entryToRecord } from './entry-to-record.ts'
import { tableFields } from './fields.ts'
import { readMetadataTable } from './read-table.ts'
import { templateCsv, templateXlsx } from './template.ts'

async function read(text: string | Buffer, columns: Record<string, string> = {}) {
  const table = await readMetadataTable(typeof text === 'string' ? Buffer.from(text) : text, columns)
  assert.ok(table.ok, 'a table')
  return table.value
}
const recordOf = (entry: Parameters<typeof entryToRecord>[0]) => entryToRecord(entry, 'https://daten.example/x')

suite('a table of metadata', () => {
  test('as a town writes it: windows-1252, semicolons, a title above the heads, a file a line', async () => {
    const text = `Offene Daten der Gemeinde;;;;
;;;;
Datensatz-ID;Name des Datensatzes;Veröffentlichende Stelle;Download-Link;Dateiformat
B1;Bäume;Bauamt;https://daten.example/b.csv;CSV
B1;;;https://daten.example/b.geojson;GeoJSON
W1;Wahlergebnisse;Wahlamt;https://daten.example/w.csv;CSV
`
    const { entries } = await read(Buffer.from(text, 'latin1'))
    assert.deepEqual(
      entries.map((one) => [one.id, one.lines.map(({ line }) => line)]),
      [
        ['B1', [4, 5]],
        ['W1', [6]],
      ],
    )
    const { record, faults } = recordOf(must(entries[0], 'an entry'))
    assert.ok(record && record.kind === 'dataset')
    assert.deepEqual([titleOf(record), publisherOf(record), record.distribution.length], ['Bäume', 'Bauamt', 2])
    assert.deepEqual(faults, [])
  })

  test('a cell that cannot be understood is named by line and column, and the rest comes', async () => {
    const { entries } = await read(
      'Kennung;Titel;Beschreibung;Stand;E-Mail;Datei\nA;Alpha;"über\nzwei Zeilen";heute;amt@stadt.example;https://daten.example/a.csv\nB;Beta;gut;31.12.2025;niemand;https://daten.example/b.csv\nB;Gamma;;;;liegt im Rathaus\n',
    )
    const [a, b] = entries.map(recordOf)
    assert.deepEqual(a?.faults, [{ line: 2, head: 'Stand', value: 'heute' }])
    assert.equal(b?.record?.modified, '2025-12-31')
    assert.deepEqual(
      b?.faults.map(({ line, head }) => [line, head]),
      [
        [4, 'E-Mail'],
        [5, 'Titel'],
        [5, 'Datei'],
      ],
    )
  })

  test('heads that nobody knows are named; staff says what they mean, or that they are left out', async () => {
    const text = 'Kennung;Titel;Was es ist;Aktenzeichen\n1;Bäume;Alle Bäume;41-2\n'
    assert.deepEqual((await read(text)).entries[0]?.unknown, ['Was es ist', 'Aktenzeichen'])
    const { entries } = await read(text, { 'Was es ist': 'description', Aktenzeichen: '' })
    assert.deepEqual(entries[0]?.unknown, [])
    assert.equal(recordOf(must(entries[0], 'an entry')).record?.description[0]?.value, 'Alle Bäume')
  })

  test('a workbook is read like a CSV', async () => {
    const book = await newWorkbook()
    const sheet = book.addWorksheet('Daten')
    sheet.addRow(['Titel', 'Datei', 'Stand'])
    sheet.addRow(['Bäume', 'https://daten.example/b.csv', new Date('2026-10-01T00:00:00Z')])
    const { entries } = await read(Buffer.from(await book.xlsx.writeBuffer()))
    assert.deepEqual([entries[0]?.id, recordOf(must(entries[0], 'an entry')).record?.modified], ['Bäume', '2026-10-01'])
  })

  test('the template is understood, every column of it, without a fault', async () => {
    for (const file of [Buffer.from(templateCsv()), await templateXlsx()]) {
      const { entries, heads } = await read(file)
      assert.deepEqual(
        heads.map((one) => one.field),
        tableFields.map((one) => one.id),
      )
      assert.equal(entries.length, 1)
      const { record, kept, faults } = recordOf(must(entries[0], 'an entry'))
      assert.ok(record && record.kind === 'dataset')
      assert.equal(record.distribution.length, 2)
      assert.deepEqual([kept, faults], [[], []])
    }
  })

  test('what is no table says so', async () => {
    const why = async (content: Buffer) => {
      const table = await readMetadataTable(content)
      return table.ok ? 'read' : table.error
    }
    assert.equal(await why(Buffer.from('Ein Brief an das Amt.\nMit freundlichen Grüßen\n')), 'no-head')
    assert.equal(await why(Buffer.from([0x89, 0x50, 0, 0, 1, 2])), 'unreadable')
    assert.equal(await why(Buffer.from('Kennung;Titel;Beschreibung;Datei\n1;A;x;https://a.example\n2;B')), 'cut-off')
  })
})
