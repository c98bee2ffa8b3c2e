// The real catalogues of GovData's dashboard, as they came: what the official rules find before any repair.
import assert from 'node:assert/strict'
import path from 'node:path'
import { before, test } from 'node:test'
import { explain, type Judge, openValidator, type Profile } from '#catalogue'
import { splitRecords } from '#standards/shacl'
import { withoutShared } from '#support/shared.ts'
import { findings, openJudge, readFile, referenceData, testCases } from './shacl-material.ts'

const skip = withoutShared()
const files = [
  'brandenburg-catalog-original-input.rdf',
  'rostock-catalog-original-input.rdf',
  'brandenburg-catalog-dataset-extracted.rdf',
  'rostock-catalog-dataset-extracted.rdf',
]
type Counts = readonly [records: number, violations: number, warnings: number, infos: number]

/** Records, then findings by severity; a shared agent or contact counts with each record that refers to it. */
const expected: Readonly<Record<string, Partial<Record<Profile, Counts>>>> = {
  'brandenburg-catalog-original-input.rdf': {
    'dcat-ap.de-3.0': [119, 1276, 148, 0],
    'dcat-ap.de-2.0-conventions': [119, 1339, 535, 110],
    'dcat-ap-3.0': [119, 1390, 0, 0],
  },
  'rostock-catalog-original-input.rdf': {
    'dcat-ap.de-3.0': [101, 3537, 2588, 0],
    'dcat-ap.de-2.0-conventions': [101, 3951, 873, 0],
    'dcat-ap-3.0': [101, 2671, 0, 0],
  },
  'brandenburg-catalog-dataset-extracted.rdf': {
    'dcat-ap.de-3.0': [1, 14, 2, 0],
    'dcat-ap.de-2.0-conventions': [1, 14, 7, 1],
    'dcat-ap-3.0': [1, 14, 0, 0],
  },
  'rostock-catalog-dataset-extracted.rdf': {
    'dcat-ap.de-3.0': [1, 33, 24, 0],
    'dcat-ap.de-2.0-conventions': [1, 37, 8, 0],
    'dcat-ap-3.0': [1, 25, 0, 0],
  },
}

let dataDir = ''
let judge: Judge
before(async () => {
  if (skip) return
  dataDir = await referenceData()
  judge = openJudge(dataDir)
})

for (const file of files)
  test(`${file} before repair`, { skip }, async () => {
    const quads = await readFile(path.join(testCases(), 'dashboard', file))
    const records = [...splitRecords(quads)].filter((part) => part.record !== undefined).length
    const counted: Partial<Record<Profile, Counts>> = {}
    for (const profile of ['dcat-ap.de-3.0', 'dcat-ap.de-2.0-conventions', 'dcat-ap-3.0'] as const) {
      const found = await findings(judge, quads, profile)
      const count = (severity: string) => found.filter((finding) => finding.severity === severity).length
      counted[profile] = [records, count('Violation'), count('Warning'), count('Info')]
      const kinds = new Map(
        found.map((one) => [[one.path, one.constraint, one.valueKind, one.severity, one.targetType].join(), one]),
      )
      for (const finding of kinds.values())
        for (const text of [...Object.values(explain(finding, 'de')), ...Object.values(explain(finding, 'en'))])
          assert.doesNotMatch(text, /catalogue\.|\{\w+\}|undefined/)
    }
    assert.deepEqual(counted, expected[file])
  })

test('the thread gives the same findings as the judge in this thread', { skip }, async () => {
  const quads = await readFile(path.join(testCases(), 'dashboard', 'brandenburg-catalog-dataset-extracted.rdf'))
  const validator = openValidator(dataDir)
  const verdicts = await Promise.all([...splitRecords(quads)].map((part) => validator.validate(part, 'dcat-ap.de-3.0')))
  await validator.close()
  const found = verdicts.flatMap((verdict) => (verdict.ok ? verdict.value : []))
  assert.deepEqual(found, await findings(judge, quads, 'dcat-ap.de-3.0'))
})
