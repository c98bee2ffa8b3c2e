// ckanapi, the client of CKAN's own makers, reads the portal as if it were CKAN.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { type ReachablePortal, reachablePortal, runClient } from '#support/foreign-client.ts'
import { places } from '#support/house.ts'
import { programKey } from '#support/people.ts'
import { dataset } from '#support/text.ts'
import { fetchPackages, pythonFolder } from './python-packages.ts'

const script = `
import json, sys
from ckanapi import RemoteCKAN, NotFound, NotAuthorized, ValidationError, SearchQueryError
site = RemoteCKAN(sys.argv[1], user_agent='judge')
act = site.action
found = act.package_search(q='Datensatz', fq='organization:ahornstadt', rows=5, sort='metadata_modified desc')
names = act.package_list()
one = act.package_show(id=names[0])
def fault(call):
    try: call()
    except Exception as error: return type(error).__name__
print(json.dumps({
  'count': found['count'], 'results': len(found['results']), 'names': len(names), 'same': act.package_show(id=one['id'])['name'] == names[0],
  'get': RemoteCKAN(sys.argv[1], get_only=True).action.package_search(fq='tags:x')['count'],
  'organizations': act.organization_list(all_fields=True)[0]['is_organization'], 'version': act.status_show()['ckan_version'],
  'faults': [fault(lambda: act.package_show(id='nowhere')), fault(lambda: act.package_show()), fault(lambda: act.package_create(name='x')),
             fault(lambda: act.package_search(fq='colour:red'))],
}))
`

const writing = `
import json, sys
from ckanapi import RemoteCKAN, NotFound, NotAuthorized, ValidationError
site = RemoteCKAN(sys.argv[1], apikey=sys.argv[2], user_agent='judge')
act = site.action
law = {'personal-data': 'none', 'third-party-rights': 'none', 'trade-secrets': 'none'}
one = act.package_create(name='brunnen', title='Brunnen', notes='Alle Brunnen der Stadt mit Ort, Betriebszeit und Zustand, gepflegt vom Grünflächenamt.', owner_org='ahornstadt',
  license_id='http://dcat-ap.de/def/licenses/cc-zero', tags=[{'name': 'Wasser'}], extras=[{'key': 'contact_email', 'value': 'daten@ahornstadt.example'}, {'key': 'contact_name', 'value': 'Amt'}],
  resources=[{'url': 'https://daten.example/brunnen.csv', 'format': 'CSV', 'name': 'Liste'}], lawfulness=law)
def fault(call):
    try: call()
    except Exception as error: return type(error).__name__
again = fault(lambda: act.package_create(name='brunnen'))
patched = act.package_patch(id=one['id'], title='Brunnen der Stadt', lawfulness=law)
resource = act.resource_create(package_id=one['id'], url='https://daten.example/brunnen.json', format='JSON', lawfulness=law)
shown = act.package_show(id='brunnen')
act.package_delete(id='brunnen')
print(json.dumps([one['state'], again, patched['title'], resource['format'], len(shown['resources']), fault(lambda: act.package_show(id='brunnen')),
  fault(lambda: RemoteCKAN(sys.argv[1], apikey='x').action.package_create(name='y'))]))
`

suite('ckanapi', () => {
  let portal: ReachablePortal
  before(async () => {
    const fault = fetchPackages('ckanapi==4.11')
    if (fault) throw new Error(fault)
    portal = await reachablePortal()
    await portal.publish(
      places.stadt,
      Array.from({ length: 230 }, (_, n) => dataset(`Datensatz ${n}`)),
    )
    await portal.follow()
  })
  after(() => portal?.close())

  test('asks, lists, shows, and names each fault as CKAN means it', async () => {
    const said = await runClient('python3', ['-c', script, portal.url], { env: { PYTHONPATH: pythonFolder } })
    assert.equal(said.code, 0, said.err)
    assert.deepEqual(JSON.parse(said.out), {
      count: 230,
      results: 5,
      names: 230,
      same: true,
      get: 0,
      organizations: true,
      version: '2.11.0',
      faults: ['NotFound', 'ValidationError', 'NotAuthorized', 'SearchQueryError'],
    })
  })

  test('writes with a key: creates, changes, adds a resource, withdraws', async () => {
    const { token } = await programKey(portal, ['administrator'], ['catalogue/edit', 'catalogue/release', 'catalogue/withdraw'])
    const said = await runClient('python3', ['-c', writing, `${portal.url}/${places.stadt}`, token], {
      env: { PYTHONPATH: pythonFolder },
    })
    assert.equal(said.code, 0, said.err)
    assert.deepEqual(JSON.parse(said.out), [
      'active',
      'ValidationError',
      'Brunnen der Stadt',
      'JSON',
      2,
      'NotFound',
      'NotAuthorized',
    ])
  })

  test('dumps every dataset and every organization', async () => {
    for (const [what, count] of [
      ['datasets', 230],
      ['organizations', 4],
    ] as const) {
      const said = await runClient(`${pythonFolder}/bin/ckanapi`, ['dump', what, '--all', '-r', portal.url, '-q'], {
        env: { PYTHONPATH: pythonFolder, PATH: `${pythonFolder}/bin:${process.env.PATH}` },
      })
      const lines = said.out.trim().split('\n').filter(Boolean)
      assert.equal(lines.length, count, said.err.slice(-600))
    }
  })
})
