// The official test cases of GovData's SHACL validation: nodes named P.. must be clean, nodes named F.. must be caught.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import type { Judge, Profile } from '#catalogue'
import { withoutShared } from '#support/shared.ts'
import { findings, openJudge, readFile, referenceData, testCases } from './shacl-material.ts'

const skip = withoutShared()
const folders: ReadonlyArray<readonly [folder: string, profile: Profile]> = [
  ['v2.0_shapes', 'dcat-ap.de-2.0'],
  ['v2.0_shapes/konventionen', 'dcat-ap.de-2.0-conventions'],
  ['v3.0_shapes', 'dcat-ap.de-3.0'],
]

/** Cases that the official shapes themselves do not decide as their names say. */
const exceptions: Readonly<Record<string, string>> = {
  'konv32.ttl F01-no_dct_format':
    'the convention asks for values from the list, but its shape has no sh:minCount: a missing dct:format breaks no rule',
  'dcat-ap-foaf_agent.ttl P01-working_full':
    'the case is about cardinality and invents a dct:type; the shapes find the invented value outside the list, and we put that to the agent who has it',
}

let judge: Judge
before(async () => {
  if (!skip) judge = openJudge(await referenceData())
})

for (const [folder, profile] of folders)
  test(`${folder} with ${profile}: every P is clean, every F is caught`, { skip }, async () => {
    const dir = path.join(testCases(), folder)
    const wrong: string[] = []
    let cases = 0
    for (const file of readdirSync(dir).filter((name) => name.endsWith('.ttl'))) {
      const quads = await readFile(path.join(dir, file))
      const guilty = new Set(
        (await findings(judge, quads, profile)).filter((f) => f.severity === 'Violation').flatMap((f) => [f.node, f.target]),
      )
      const nodes = new Set(quads.map(({ subject }) => subject.value).filter((iri) => /[/#][PF]\d\d[^/]*$/.test(iri)))
      for (const node of nodes) {
        cases++
        const name = `${file} ${node.replace(/.*[/#]/, '')}`
        const mustFail = /[/#]F\d\d[^/]*$/.test(node)
        if (guilty.has(node) !== mustFail && !exceptions[name]) wrong.push(name)
        if (guilty.has(node) === mustFail && exceptions[name]) wrong.push(`${name} is no exception any more`)
      }
    }
    assert.deepEqual(wrong, [])
    assert.equal(cases, { 'v2.0_shapes': 6, 'v2.0_shapes/konventionen': 14, 'v3.0_shapes': 0 }[folder])
  })

test('the complete example of 3.0 passes, the one with deprecated properties is warned for each of them', { skip }, async () => {
  const dir = path.join(testCases(), 'v3.0_shapes')
  const clean = await findings(judge, await readFile(path.join(dir, 'quicktest.ttl')), 'dcat-ap.de-3.0')
  assert.deepEqual(clean, [])
  const old = await findings(judge, await readFile(path.join(dir, 'deprecated.ttl')), 'dcat-ap.de-3.0')
  assert.deepEqual([...new Set(old.map((finding) => finding.severity))], ['Warning'])
  assert.deepEqual(
    [...new Set(old.filter((f) => /Deprecated/.test(f.shape)).map((f) => f.path?.replace(/.*[/#]/, '')))].sort(),
    'algorithm geocodingDescription hasVersion isVersionOf legalBasis maintainer originator politicalGeocodingURI qualityProcessURI versionInfo'.split(
      ' ',
    ),
  )
})
