// What CSW, OAI-PMH and data.json answer is valid by the schemas of OGC, ISO, the Open Archives Initiative and DCAT-US,
// as pycsw, ckanext-spatial, pyoai and ckanext-datajson carry them; xmllint and jsonschema judge.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { type DemoServer, demoServer } from '#support/demo-server.ts'
import { runClient } from '#support/foreign-client.ts'
import { fetchFiles, fetchPackages, fetchSource, filesOf, pythonFolder, sourceFolder } from './python-packages.ts'

const [pycsw, spatial, datajson] = ['pycsw==2.6.2', 'ckanext-spatial==2.3.2', 'ckanext-datajson==0.1.29'] as const
const ogc = path.join(filesOf(pycsw), 'pycsw/core/schemas/ogc')
const iso = path.join(filesOf(spatial), 'ckanext/spatial/validation/xml/iso19139eden')
const dcatUs = path.join(filesOf(datajson), 'ckanext/datajson/pod_schema/non-federal-v1.1')
const oai = path.join(sourceFolder, 'pyoai-2.5.0/src/oaipmh/tests/OAI-PMH.xsd')
const gmd = 'http://www.isotc211.org/2005/gmd'

const judgeOfDatasets = `
import json, sys
from jsonschema import Draft4Validator, FormatChecker
catalogue, dataset = (json.load(open(f'{sys.argv[1]}/{name}.json')) for name in ('catalog', 'dataset-non-federal'))
given = json.load(sys.stdin)
catalogue['properties']['dataset'].pop('items')
judge = Draft4Validator(dataset, format_checker=FormatChecker())
faults = [e.message for e in Draft4Validator(catalogue).iter_errors(given)]
faults += [f"{one['title']}: {'/'.join(map(str, e.path))} {e.message}" for one in given['dataset'] for e in judge.iter_errors(one)]
print(json.dumps([len(given['dataset']), faults[:20]]))
`

let portal: DemoServer
let folder = ''

/** A schema that joins these: namespace and file. */
const joined = (parts: Readonly<Record<string, string>>) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:joined">${Object.entries(parts)
    .map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`)
    .join('')}</xs:schema>`

const read = async (address: string): Promise<string> => (await fetch(portal.url + address)).text()

/** What xmllint says against these documents; empty when all are valid. */
async function faults(schema: string, documents: readonly string[]): Promise<string> {
  const files = documents.map((document, n) => {
    const file = path.join(folder, `${n}.xml`)
    writeFileSync(file, document)
    return file
  })
  const said = await runClient('xmllint', ['--nonet', '--noout', '--schema', schema, ...files])
  return said.code === 0 ? '' : said.err.replace(/^.* validates\n/gm, '').slice(0, 3000)
}

suite('official schemas', { timeout: 300_000 }, () => {
  before(async () => {
    const fault =
      fetchFiles(pycsw) ??
      fetchFiles(spatial) ??
      fetchFiles(datajson) ??
      fetchSource('pyoai', '2.5.0') ??
      fetchPackages('jsonschema==4.26.0')
    if (fault) throw new Error(fault)
    portal = await demoServer()
    folder = mkdtempSync(path.join(tmpdir(), 'official-schemas-'))
    const parts = {
      'csw.xsd': { 'http://www.opengis.net/cat/csw/2.0.2': `${ogc}/csw/2.0.2/CSW-discovery.xsd` },
      'ows.xsd': { 'http://www.opengis.net/ows': `${ogc}/ows/1.0.0/owsAll.xsd` },
      'iso.xsd': {
        [gmd]: `${iso}/gmd/gmd.xsd`,
        'http://www.isotc211.org/2005/gmx': `${iso}/gmx/gmx.xsd`,
        'http://www.isotc211.org/2005/srv': `${iso}/srv/srv.xsd`,
      },
    }
    for (const [name, imported] of Object.entries(parts)) writeFileSync(path.join(folder, name), joined(imported))
  })
  after(async () => {
    await portal?.stop()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  test('CSW 2.0.2: every answer, and a refusal', async () => {
    const csw = (query: string) => read(`/csw?service=CSW&version=2.0.2&${query}`)
    const records = (more: string) => csw(`request=GetRecords&typeNames=csw:Record&maxRecords=100&${more}`)
    const answers = await Promise.all([
      csw('request=GetCapabilities'),
      csw('request=DescribeRecord'),
      csw('request=GetDomain&propertyName=dc:title'),
      records('resultType=hits'),
      ...['brief', 'summary', 'full'].map((set) => records(`resultType=results&elementSetName=${set}`)),
    ])
    assert.equal(await faults(path.join(folder, 'csw.xsd'), answers), '')
    const refused = await csw('request=GetRecords&typeNames=csw:Nothing')
    assert.match(refused, /ExceptionReport/)
    assert.equal(await faults(path.join(folder, 'ows.xsd'), [refused]), '')
  })

  test('ISO 19139: every record of the demonstration, services too', async (t) => {
    const documents: string[] = []
    for (let start = 1; start > 0; ) {
      const page = await read(
        `/csw?service=CSW&version=2.0.2&request=GetRecords&typeNames=gmd:MD_Metadata&outputSchema=${gmd}&resultType=results&elementSetName=full&maxRecords=100&startPosition=${start}`,
      )
      documents.push(...(page.match(/<gmd:MD_Metadata .*?<\/gmd:MD_Metadata>/gs) ?? []))
      start = Number(/nextRecord="(\d+)"/.exec(page)?.[1] ?? 0)
    }
    const services = documents.filter((one) => one.includes('<srv:SV_ServiceIdentification')).length
    t.diagnostic(`${documents.length} records, ${services} of them services`)
    assert.ok(documents.length >= 50 && services > 0)
    const schema = path.join(folder, 'iso.xsd')
    assert.equal(await faults(schema, documents), '')
    const broken = documents[0]?.replace(/<gmd:contact>.*?<\/gmd:contact>/s, '') ?? ''
    assert.match(await faults(schema, [broken]), /contact/, 'the judge can say no')
  })

  test('OAI-PMH 2.0: all six verbs and each kind of error', async () => {
    const asked = (query: string) => read(`/oai?${query}`)
    const first = await asked('verb=ListIdentifiers&metadataPrefix=oai_dc')
    const identifier = /<identifier>([^<]+)/.exec(first)?.[1] ?? ''
    const token = /<resumptionToken[^>]*>([^<]+)/.exec(first)?.[1] ?? ''
    const answers = await Promise.all(
      [
        'verb=Identify',
        'verb=ListMetadataFormats',
        `verb=ListMetadataFormats&identifier=${identifier}`,
        'verb=ListSets',
        'verb=ListRecords&metadataPrefix=oai_dc',
        'verb=ListRecords&metadataPrefix=dcat',
        `verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`,
        `verb=ListIdentifiers&resumptionToken=${encodeURIComponent(token)}`,
        'verb=Nothing',
        'verb=ListRecords&resumptionToken=x',
        'verb=ListRecords&metadataPrefix=marc21',
        'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:nowhere:1',
        'verb=ListIdentifiers&metadataPrefix=oai_dc&until=2001-01-01',
      ].map(asked),
    )
    const errors = answers.flatMap((one) => /<error code="(\w+)"/.exec(one)?.[1] ?? [])
    assert.deepEqual(errors, ['badVerb', 'badResumptionToken', 'cannotDisseminateFormat', 'idDoesNotExist', 'noRecordsMatch'])
    assert.equal(await faults(oai, [first, ...answers]), '')
    assert.notEqual(await faults(oai, [first.replace('<responseDate>', '<responseDate>x')]), '', 'the judge can say no')
  })

  test('DCAT-US 1.1: data.json of the demonstration, as those who are no federal agency write it', async (t) => {
    const whole = await read('/data.json')
    const judged = async (input: string) => {
      const said = await runClient('python3', ['-c', judgeOfDatasets, dcatUs], { input, env: { PYTHONPATH: pythonFolder } })
      assert.equal(said.code, 0, said.err)
      return JSON.parse(said.out) as [number, string[]]
    }
    const [count, faults] = await judged(whole)
    t.diagnostic(`${count} datasets`)
    assert.ok(count >= 50)
    assert.deepEqual(faults, [])
    const [, said] = await judged(whole.replaceAll('"accessLevel":"public"', '"accessLevel":"offen"'))
    assert.match(said[0] ?? '', /accessLevel/, 'the judge can say no')
  })
})
