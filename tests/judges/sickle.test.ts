// sickle, a harvester for OAI-PMH, walks through all pages.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { type ReachablePortal, reachablePortal, runClient } from '#support/foreign-client.ts'
import { places } from '#support/house.ts'
import { dataset } from '#support/text.ts'
import { fetchPackages, pythonFolder } from './python-packages.ts'

const script = `
import json, sys
from sickle import Sickle
from sickle.oaiexceptions import NoRecordsMatch
site = Sickle(sys.argv[1])
records = list(site.ListRecords(metadataPrefix='oai_dc'))
def none():
    try: site.ListIdentifiers(metadataPrefix='oai_dc', until='2001-01-01')
    except NoRecordsMatch: return True
print(json.dumps([site.Identify().granularity, len(records), len({r.header.identifier for r in records}), sum(r.deleted for r in records),
  bool(records[0].metadata['title']), len(list(site.ListIdentifiers(metadataPrefix='dcat', set='tenant:ahornstadt'))), len(list(site.ListMetadataFormats())), none()]))
`

suite('sickle', () => {
  let portal: ReachablePortal
  before(async () => {
    const fault = fetchPackages('sickle==0.7.0')
    if (fault) throw new Error(fault)
    portal = await reachablePortal()
    await portal.publish(
      places.stadt,
      Array.from({ length: 230 }, (_, n) => dataset(`Datensatz ${n}`)),
    )
    await portal.publish(places.dorf, [dataset('Im Dorf')])
    const { id = '' } = (await portal.store(places.dorf).bySlug('im-dorf')) ?? {}
    await portal.store(places.dorf).withdraw(id, 'Fehler')
  })
  after(() => portal?.close())
  test('every record once, the withdrawn one as deleted', async () => {
    const said = await runClient('python3', ['-c', script, `${portal.url}/oai`], { env: { PYTHONPATH: pythonFolder } })
    assert.equal(said.code, 0, said.err)
    assert.deepEqual(JSON.parse(said.out), ['YYYY-MM-DDThh:mm:ssZ', 231, 231, 1, true, 230, 2, true])
  })
})
