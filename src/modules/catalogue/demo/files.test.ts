import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { parse } from 'csv-parse/sync'
import { allDrafts } from './datasets/all.ts'
import { type DemoFile, makeFile } from './demo.ts'
import { encodeWindows1252 } from './files/csv.ts'

const files: { file: DemoFile; slug: string }[] = allDrafts.flatMap((draft) =>
  draft.kind === 'service' ? [] : draft.files.map((file) => ({ file, slug: draft.slug })),
)
const ofType = (type: string) => files.filter(({ file }) => file.fileType === type)
const bytesOf = (file: DemoFile): Buffer => Buffer.from(makeFile(file).bytes)

describe('files can be read by others', () => {
  test('CSV: the header names the explained columns, every row has as many cells', () => {
    assert.ok(ofType('CSV').length > 50)
    for (const { file } of ofType('CSV')) {
      const text = new TextDecoder(file.encoding, { fatal: true }).decode(bytesOf(file))
      const rows: string[][] = parse(text, { delimiter: file.encoding === 'windows-1252' ? ';' : ',' })
      assert.deepEqual(
        rows[0],
        file.columns?.map(({ name }) => name),
        file.name,
      )
      assert.ok(rows.length > 1, file.name)
    }
  })

  test('CSV of departments: decimal comma and German days', () => {
    const original = ofType('CSV').find(({ file }) => file.name === 'baumkataster-original.csv')
    assert.ok(original)
    const line = bytesOf(original.file).toString('latin1').split('\r\n')[1]
    assert.match(line ?? '', /^L-00017;Winterlinde;Tilia cordata;1962;17,5;214;Marktplatz;12\.03\.2026;/)
  })

  test('JSON and GeoJSON parse', () => {
    for (const { file } of [...ofType('JSON'), ...ofType('GEOJSON')]) {
      const value: { type?: string; features?: unknown[] } | unknown[] = JSON.parse(bytesOf(file).toString())
      assert.ok(Array.isArray(value) ? value.length : value.type === 'FeatureCollection' && value.features?.length, file.name)
    }
  })

  test('calendars: every event begins, ends, has its own UID, and no line is longer than 75 octets', () => {
    for (const { file } of ofType('ICS')) {
      const lines = bytesOf(file).toString('latin1').split('\r\n')
      const uids = lines.filter((line) => line.startsWith('UID:'))
      assert.ok(uids.length > 10 && new Set(uids).size === uids.length, file.name)
      assert.equal(lines.filter((line) => line === 'END:VEVENT').length, uids.length)
      assert.ok(
        lines.every((line) => line.length <= 75),
        file.name,
      )
    }
  })

  test('PDF: the cross-reference table points at the objects', () => {
    for (const { file } of ofType('PDF')) {
      const text = bytesOf(file).toString('latin1')
      const start = Number(/startxref\n(\d+)/.exec(text)?.[1])
      const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset))
      assert.ok(offsets.length > 5)
      offsets.forEach((offset, at) => {
        assert.ok(text.startsWith(`${at + 1} 0 obj`, offset), `${file.name} object ${at + 1}`)
      })
    }
  })

  test('XLSX is a ZIP whose directory names the sheets', () => {
    for (const { file } of ofType('XLSX')) {
      const bytes = bytesOf(file)
      const end = bytes.length - 22
      assert.equal(bytes.readUInt32LE(end), 0x06054b50, file.name)
      const directory = bytes.subarray(bytes.readUInt32LE(end + 16), end).toString('latin1')
      assert.match(directory, /xl\/worksheets\/sheet1\.xml/)
    }
  })
})

test('all columns of all tables are explained, but for the one table that is left so on purpose', () => {
  const unexplained = files.filter(
    ({ file }) =>
      ['CSV', 'XLSX', 'GEOJSON', 'JSON', 'XML'].includes(file.fileType) && !file.columns?.every(({ meaning }) => meaning !== ''),
  )
  assert.deepEqual(
    unexplained.map(({ slug }) => slug),
    ['zaehlung-schulwege-2024'],
  )
})

test('no file holds a mail address outside .example', () => {
  for (const { file } of files) {
    if (file.fileType === 'XLSX') continue
    for (const mail of bytesOf(file)
      .toString('latin1')
      .replaceAll('\r\n ', '')
      .match(/[\w.+-]+@[a-z][\w.-]+/g) ?? [])
      assert.match(mail, /\.example$/, file.name)
  }
})

test('windows-1252 refuses what it cannot say', () => {
  assert.throws(() => encodeWindows1252('Łódź'), /not in windows-1252/)
  assert.deepEqual([...encodeWindows1252('€ü')], [0x80, 0xfc])
})

test('a second run gives the same bytes', async () => {
  // A worker has its own module graph, so nothing that was made here is remembered there.
  const script = `
    const { parentPort, workerData } = require('node:worker_threads')
    import(workerData).then(({ demoDatasets, makeFile }) => {
      const entries = demoDatasets({ recordUri: (t, s) => t + s, fileUrl: (t, s, f) => t + s + f })
      parentPort.postMessage(entries.flatMap(({ files }) => files.map((file) => makeFile(file).sha256)))
    })`
  const hashes = await new Promise<string[]>((resolve, reject) => {
    const worker = new Worker(script, { eval: true, workerData: import.meta.url.replace('files.test', 'demo') })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  assert.deepEqual(
    hashes,
    files.map(({ file }) => makeFile(file).sha256),
  )
})
