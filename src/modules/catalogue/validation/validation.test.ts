import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { Parser } from 'n3'
import { splitRecords } from '#standards/shacl'
import { installReference } from '../reference/install.ts'
import { validateCommand } from './command.ts'
import { explain } from './explain.ts'
import type { Finding } from './finding.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { openValidator } from './open-validator.ts'
import { propertyFacts } from './property-facts.ts'

const prefixes = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix ex: <https://beispiel.example/> . `
const rules = `${prefixes}
ex:D a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property [ sh:path dct:title ; sh:minCount 1 ] , [ sh:path dct:publisher ; sh:class foaf:Agent ] .
ex:F a sh:NodeShape ; sh:targetClass dcat:Distribution ; sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ] ,
  [ sh:path dct:language ; sh:property [ sh:path skos:inScheme ; sh:hasValue <http://publications.europa.eu/resource/authority/language> ; sh:severity sh:Warning ] ] .
ex:C a sh:NodeShape ; sh:targetClass ex:Checksum ; sh:property [ sh:path ex:value ; sh:minCount 1 ] .`
const dir = mkdtempSync(path.join(tmpdir(), 'allmende-validation-'))
const dataDir = path.join(dir, 'data')
const profile = 'hvd-3.0'
const parts = (turtle: string) => [...splitRecords(new Parser().parse(prefixes + turtle))]
const one = (turtle: string) => parts(turtle)[0] ?? assert.fail()
const good = 'ex:a a dcat:Dataset ; dct:title "A" .'

before(async () => {
  mkdirSync(dir, { recursive: true })
  writeFileSync(path.join(dir, 'rules.ttl'), rules)
  const artefact = {
    id: 'shapes/hvd-3.0.0',
    kind: 'shapes',
    address: undefined,
    mediaType: 'text/turtle',
    licence: 'CC0',
    folder: ['rules.ttl'],
    least: 1,
    mandatory: true,
  } as const
  await installReference({ dataDir, from: dir, artefacts: [artefact] })
})
after(() => rmSync(dir, { recursive: true, force: true }))

test('a thread answers each question with the findings of its record', async () => {
  const validator = openValidator(dataDir)
  const questions = Array.from({ length: 20 }, (_, at) =>
    validator.validate(one(at % 2 ? good : 'ex:b a dcat:Dataset .'), profile),
  )
  const verdicts = await Promise.all(questions)
  await validator.close()
  assert.deepEqual(
    verdicts.map((verdict) => (verdict.ok ? verdict.value.length : -1)),
    Array.from({ length: 20 }, (_, at) => (at % 2 ? 0 : 1)),
  )
})

test('too many questions are refused, and a patient caller is told when to come', async () => {
  const validator = openValidator(dataDir, { queue: 2 })
  const questions = Array.from({ length: 8 }, () => validator.validate(one(good), profile))
  await validator.free()
  const after = validator.validate(one(good), profile)
  const verdicts = await Promise.all([...questions, after])
  await validator.close()
  assert.deepEqual(
    verdicts.map((verdict) => (verdict.ok ? 'ok' : verdict.error.key.split('.').at(-1))),
    ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'busy', 'busy', 'ok'],
  )
})

test('a question that takes too long is given up, the next one is answered by a new thread', async () => {
  const validator = openValidator(dataDir, { timeLimit: 3000 })
  const many = Array.from({ length: 150_000 }, (_, at) => `ex:f${at}`)
  const huge = one(
    `ex:a a dcat:Dataset ; dcat:distribution ${many.join(',')} . ${many.map((file) => `${file} a dcat:Distribution .`).join('\n')}`,
  )
  const [slow, next] = await Promise.all([validator.validate(huge, profile), validator.validate(one(good), profile)])
  await validator.close()
  assert.deepEqual(slow, { ok: false, error: { key: 'catalogue.validation.fault.too-slow', params: { seconds: 3 } } })
  assert.deepEqual(next, { ok: true, value: [] })
})

test('what breaks inside is an answer; after closing there are no questions; missing rules are named', async () => {
  const validator = openValidator(dataDir)
  const broken = await validator.validate(
    { record: 'ex:a', quads: one(good).quads, nodes: 'no map' as unknown as Map<string, string> },
    profile,
  )
  assert.equal(!broken.ok && broken.error.key, 'catalogue.validation.fault.broken')
  assert.ok((await validator.validate(one(good), profile)).ok)
  const missing = await validator.validate(one(good), 'dcat-ap-3.0')
  assert.deepEqual(!missing.ok && missing.error, {
    key: 'catalogue.reference.missing',
    params: { missing: 'shapes/dcat-ap-3.0.1' },
  })
  await validator.close()
  const late = await validator.validate(one(good), profile)
  assert.equal(!late.ok && late.error.key, 'catalogue.validation.fault.closed')
})

test('a thing nobody describes may be of any class where a profile says so, but not a thing described as something else', async () => {
  const validator = openValidator(dataDir)
  const verdict = await validator.validate(
    one('ex:a a dcat:Dataset ; dct:title "A" ; dct:publisher ex:unknown , ex:tree , "Amt" . ex:tree a ex:Tree .'),
    profile,
  )
  await validator.close()
  assert.deepEqual(verdict.ok && verdict.value.map((finding) => finding.value).sort(), ['Amt', 'https://beispiel.example/tree'])
})

test('a fault deep inside is put to the distribution or the dataset that a person would open', async () => {
  const validator = openValidator(dataDir)
  const verdict = await validator.validate(
    one(`ex:a a dcat:Dataset ; dct:title "A" ; ex:sum [ a ex:Checksum ] ; dcat:distribution ex:f .
ex:f a dcat:Distribution ; dcat:accessURL ex:x ; ex:meta [ ex:sum [ a ex:Checksum ] ] .`),
    profile,
  )
  await validator.close()
  const places = verdict.ok
    ? verdict.value.map(({ dataset, node, targetType }) => [dataset, node, targetType].map((iri) => iri?.slice(25)).join(' '))
    : []
  assert.deepEqual(places.sort(), ['a a Checksum', 'a f Checksum'])
})

const finding: Finding = {
  dataset: 'https://beispiel.example/a',
  node: 'https://beispiel.example/f',
  target: 'https://beispiel.example/f',
  targetType: 'http://www.w3.org/ns/dcat#Distribution',
  path: 'http://purl.org/dc/terms/license',
  severity: 'Violation',
  shape: 'https://beispiel.example/Shape',
  constraint: 'MinCount',
  value: null,
  valueKind: null,
}

test('a finding in words: what, why, how with an example', () => {
  assert.deepEqual(explain(finding, 'de'), {
    what: 'Distribution: Die Angabe „Lizenz“ fehlt.',
    why: 'Ohne eindeutige Lizenz darf niemand die Daten rechtssicher nutzen. Der Standard schreibt das vor. Datenportale wie GovData können den Eintrag sonst ablehnen.',
    how: 'Tragen Sie „Lizenz“ ein. Beispiel: http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
  })
  assert.equal(
    explain({ ...finding, constraint: 'InScheme', value: 'frei', valueKind: 'literal' }, 'en').how,
    'Choose an entry of the list http://dcat-ap.de/def/licenses. Example: http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
  )
})

test('unknown properties, constraints and classes still give whole sentences', () => {
  const strange = {
    ...finding,
    path: 'https://beispiel.example/p',
    constraint: 'LessThan',
    targetType: null,
    value: 'x'.repeat(500),
    valueKind: 'literal' as const,
  }
  for (const lang of ['de', 'en'] as const)
    for (const text of Object.values(explain(strange, lang))) assert.doesNotMatch(text, /catalogue\.|\{\w+\}|x{121}/)
})

test('both languages have the same texts, and every property with facts has its name', () => {
  assert.deepEqual(Object.keys(de).sort(), Object.keys(en).sort())
  for (const property of Object.keys(propertyFacts))
    assert.ok(`catalogue.validation.property.${property.replace(':', '-')}.name` in de, property)
})

const called = async (...args: string[]) => {
  const lines: string[] = []
  const io = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line), dataDir }
  return { code: await validateCommand(args, io), text: lines.join('\n') }
}
const file = (name: string, content: string) => {
  writeFileSync(path.join(dir, name), content)
  return path.join(dir, name)
}

test('the command: 0 conforms, 1 does not, 2 cannot tell', async () => {
  const clean = file('gut.ttl', prefixes + good)
  const faulty = file(
    'schlecht.ttl',
    `${prefixes} ex:a a dcat:Dataset ; dct:title "A" ; dcat:distribution ex:f . ex:f a dcat:Distribution ; dct:language "de" .`,
  )
  assert.equal((await called(clean, '--profile', profile)).code, 0)
  const { code, text } = await called(faulty, '--profile', profile, '--json')
  assert.equal(code, 1)
  const read = JSON.parse(text)
  assert.equal(read.conforms, false)
  assert.deepEqual(
    read.results.map((r: Record<string, unknown>) => [r.dataset, r.node, r.path, r.severity, r.value, r.shape]),
    [
      [
        'https://beispiel.example/a',
        'https://beispiel.example/f',
        'http://www.w3.org/ns/dcat#accessURL',
        'Violation',
        null,
        'https://beispiel.example/F',
      ],
      [
        'https://beispiel.example/a',
        'https://beispiel.example/f',
        'http://purl.org/dc/terms/language',
        'Warning',
        'de',
        'https://beispiel.example/F',
      ],
    ],
  )
  const plain = await called(faulty, '--profile', profile)
  assert.match(plain.text, /Fehler: Distribution: Die Angabe „Zugangsadresse“ fehlt\./)
  assert.match(plain.text, /entspricht hvd-3\.0 nicht\. Geprüfte Einträge: 1, Fehler: 1, Warnungen: 1, Hinweise: 0\.$/)
})

test('the command: every way not to work has its sentence', async () => {
  for (const [args, words] of [
    [[path.join(dir, 'nirgends.ttl')], /lässt sich nicht öffnen/],
    [[dir], /lässt sich nicht öffnen/],
    [[file('halb.ttl', `${prefixes}\nex:a a dcat:Dataset ; dct:title "A`)], /Zeile|nicht lesbar/],
    [[file('leer.ttl', '')], /enthält keine Metadaten|nicht lesbar/],
    [[file('seite.html', '<!doctype html><html></html>')], /nicht lesbar/],
    [[file('x.ttl', prefixes + good), '--profile', 'irgendwas'], /gibt es nicht/],
    [[], /allmende validate DATEI/],
    [['--unbekannt'], /allmende validate DATEI/],
  ] as const) {
    const { code, text } = await called(...args)
    assert.equal(code, 2, text)
    assert.match(text, words)
  }
})
