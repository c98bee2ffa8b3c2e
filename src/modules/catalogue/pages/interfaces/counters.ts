import type { Params, Query, Route } from '#kernel/route.ts'
import type { Visit } from '#platform/http'
import { machineAddresses as machine } from './machine-addresses.ts'

/** What the examples of a counter speak of. */
export interface CounterSample {
  /** A word that finds something. */
  readonly word: string
  /** Id of a dataset, where there is one. */
  readonly id?: string
}

export interface CounterAddress {
  readonly route: Route
  readonly params?: Params
  readonly query?: Query
  /** Text key of what it gives. */
  readonly gives: string
}

/** An interface that answers by a standard of others, as its help page shows it. */
export interface Counter {
  readonly id: string
  /** Text keys below `catalogue.counters.<id>.rule`. */
  readonly rules: readonly string[]
  addresses(sample: CounterSample, now: Date): readonly CounterAddress[]
  /** Title and text of the examples; `at` gives full addresses. */
  examples(
    sample: CounterSample,
    at: (route: Route, params?: Params) => string,
  ): readonly (readonly [title: string, text: string])[]
}

const ago = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)
const plain = (text: string) => text.replaceAll('"', '').replaceAll("'", '')

const ckan: Counter = {
  id: 'ckan',
  rules: ['walk', 'query', 'names', 'tables', 'old', 'limit', 'write', 'files', 'drafts', 'law'],
  addresses: ({ word, id }, now) => [
    { route: machine.ckan, params: { action: 'package_search' }, query: { q: word }, gives: 'search' },
    {
      route: machine.ckan,
      params: { action: 'package_search' },
      query: { fq: `metadata_modified:[${ago(now, 30)}T00:00:00Z TO *]`, sort: 'id asc', rows: 100 },
      gives: 'filter',
    },
    ...(id ? [{ route: machine.ckan, params: { action: 'package_show' }, query: { id }, gives: 'show' }] : []),
    { route: machine.ckan, params: { action: 'package_list' }, gives: 'list' },
    { route: machine.ckan, params: { action: 'organization_list' }, query: { all_fields: 'true' }, gives: 'organizations' },
    { route: machine.ckan, params: { action: 'help_show' }, query: { name: 'package_search' }, gives: 'help' },
  ],
  examples: ({ word }, at) => {
    const search = at(machine.ckan, { action: 'package_search' })
    const root = search.replace('/api/3/action/package_search', '')
    return [
      ['curl', `curl -G ${search} --data-urlencode "q=${plain(word)}" -d rows=5`],
      [
        'Python (ckanapi)',
        `from ckanapi import RemoteCKAN\nportal = RemoteCKAN("${root}")\nprint(portal.action.package_search(q="${plain(word)}", rows=5)["count"])`,
      ],
      ['R (ckanr)', `ckanr::package_search(q = "${plain(word)}", rows = 5, url = "${root}")$count`],
      [
        'Python (ckanapi), package_patch',
        `from ckanapi import RemoteCKAN\nportal = RemoteCKAN("${root}", apikey="alm_...")\nanswer = portal.action.package_patch(id="trinkbrunnen", notes="...", lawfulness={"personal-data": "none", "third-party-rights": "none", "trade-secrets": "none"})\nprint(answer["state"], answer.get("allmende"))`,
      ],
      [
        'curl, resource_create',
        `curl -H "Authorization: alm_..." -F package_id=trinkbrunnen -F name=Standorte -F 'lawfulness={"personal-data": "none", "third-party-rights": "none", "trade-secrets": "none"}' -F upload=@standorte.csv ${root}/api/3/action/resource_create`,
      ],
      ['ckanapi', `ckanapi dump datasets --all -r ${root} -O datasets.jsonl`],
    ]
  },
}

const ogc: Counter = {
  id: 'ogc',
  rules: ['q', 'all', 'time', 'pages', 'faults'],
  addresses: ({ word }) => [
    { route: machine.ogc, gives: 'landing' },
    { route: machine.ogcConformance, gives: 'conformance' },
    { route: machine.ogcCollection, gives: 'collection' },
    { route: machine.ogcItems, query: { q: word }, gives: 'q' },
    { route: machine.ogcItems, query: { bbox: '5.8,50.3,9.5,52.6', limit: 20 }, gives: 'box' },
    { route: machine.ogcItems, query: { datetime: '2025-01-01/2025-12-31', sortby: '-updated' }, gives: 'time' },
    { route: machine.ogcApi, gives: 'api' },
  ],
  examples: ({ word }, at) => [
    ['curl', `curl -G ${at(machine.ogcItems)} -d f=json --data-urlencode "q=${plain(word)}"`],
    [
      'Python (OWSLib)',
      `from owslib.ogcapi.records import Records\ncatalogue = Records("${at(machine.ogc)}")\nprint(catalogue.collection_items("datasets", q="${plain(word)}")["numberMatched"])`,
    ],
    ['R', `jsonlite::fromJSON("${at(machine.ogcItems)}?f=json&limit=100")$features$properties$title`],
    ['QGIS', at(machine.ogc)],
  ],
}

const csw: Counter = {
  id: 'csw',
  rules: ['words', 'fields', 'box', 'pages', 'iso', 'faults'],
  addresses: ({ word, id }) => {
    const asked = { service: 'CSW', version: '2.0.2' }
    const list = { ...asked, request: 'GetRecords', typeNames: 'csw:Record', resultType: 'results' }
    return [
      { route: machine.csw, query: { service: 'CSW', request: 'GetCapabilities' }, gives: 'capabilities' },
      {
        route: machine.csw,
        query: { ...list, constraintLanguage: 'CQL_TEXT', constraint: `AnyText LIKE '%${plain(word)}%'` },
        gives: 'search',
      },
      {
        route: machine.csw,
        query: { ...list, constraintLanguage: 'CQL_TEXT', constraint: 'BBOX(ows:BoundingBox, 5.8, 50.3, 9.5, 52.6)' },
        gives: 'box',
      },
      { route: machine.csw, query: { ...list, elementSetName: 'full', sortBy: 'dct:modified:D' }, gives: 'newest' },
      ...(id
        ? [
            {
              route: machine.csw,
              query: { ...asked, request: 'GetRecordById', outputSchema: 'http://www.isotc211.org/2005/gmd', id },
              gives: 'iso',
            },
          ]
        : []),
    ]
  },
  examples: ({ word }, at) => [
    ['QGIS', at(machine.csw)],
    [
      'Python (OWSLib)',
      `from owslib.csw import CatalogueServiceWeb\ncatalogue = CatalogueServiceWeb("${at(machine.csw)}")\ncatalogue.getrecords2(cql="AnyText LIKE '%${plain(word)}%'", esn="full", maxrecords=20)\nfor record in catalogue.records.values():\n    print(record.title)`,
    ],
    [
      'curl',
      `curl -G ${at(machine.csw)} -d service=CSW -d version=2.0.2 -d request=GetRecords -d typeNames=csw:Record -d resultType=results --data-urlencode "constraint=AnyText LIKE '%${plain(word)}%'"`,
    ],
  ],
}

const oai: Counter = {
  id: 'oai',
  rules: ['walk', 'since', 'deleted', 'sets'],
  addresses: (_sample, now) => [
    { route: machine.oai, query: { verb: 'Identify' }, gives: 'identify' },
    { route: machine.oai, query: { verb: 'ListMetadataFormats' }, gives: 'formats' },
    { route: machine.oai, query: { verb: 'ListSets' }, gives: 'sets' },
    { route: machine.oai, query: { verb: 'ListRecords', metadataPrefix: 'oai_dc' }, gives: 'records' },
    { route: machine.oai, query: { verb: 'ListRecords', metadataPrefix: 'dcat', from: ago(now, 30) }, gives: 'dcat' },
  ],
  examples: (_sample, at) => [
    ['curl', `curl "${at(machine.oai)}?verb=ListRecords&metadataPrefix=oai_dc"`],
    [
      'Python (sickle)',
      `from sickle import Sickle\nfor record in Sickle("${at(machine.oai)}").ListRecords(metadataPrefix="oai_dc", ignore_deleted=True):\n    print(record.metadata["title"])`,
    ],
    ['R (oai)', `oai::list_records("${at(machine.oai)}", prefix = "oai_dc")`],
  ],
}

const datajson: Counter = {
  id: 'datajson',
  rules: ['size', 'whole'],
  addresses: ({ id }) => [
    { route: machine.dataJson, gives: 'whole' },
    { route: machine.metastore, gives: 'items' },
    ...(id ? [{ route: machine.metastoreItem, params: { id }, gives: 'one' }] : []),
  ],
  examples: (_sample, at) => [
    ['curl', `curl --compressed ${at(machine.dataJson)} -o data.json`],
    ['Python', `import requests; print(len(requests.get("${at(machine.dataJson)}").json()["dataset"]))`],
    ['R', `nrow(jsonlite::fromJSON("${at(machine.dataJson)}")$dataset)`],
  ],
}

const changes: Counter = {
  id: 'changes',
  rules: ['next', 'state', 'order', 'gone'],
  addresses: (_sample, now) => [
    { route: machine.changes, gives: 'all' },
    { route: machine.changes, query: { since: ago(now, 30) }, gives: 'since' },
  ],
  examples: (_sample, at) => [
    ['curl', `curl ${at(machine.changes)}`],
    [
      'Python',
      `import requests\naddress = "${at(machine.changes)}"\nwhile True:\n    page = requests.get(address).json()\n    for change in page["changes"]:\n        print(change["kind"], change["page"])\n    address = page["next"]\n    if not page["more"]:\n        break`,
    ],
  ],
}

const pythonCheck = `import base64, hashlib, hmac, time

def genuine(secret, headers, body):
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = headers["webhook-id"] + "." + headers["webhook-timestamp"] + "." + body
    wanted = "v1," + base64.b64encode(hmac.new(key, signed.encode(), hashlib.sha256).digest()).decode()
    recent = abs(time.time() - int(headers["webhook-timestamp"])) < 300
    return recent and any(hmac.compare_digest(wanted, one) for one in headers["webhook-signature"].split(" "))`

const nodeCheck = `import { createHmac, timingSafeEqual } from 'node:crypto'

export function genuine(secret, headers, body) {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signed = headers['webhook-id'] + '.' + headers['webhook-timestamp'] + '.' + body
  const wanted = Buffer.from('v1,' + createHmac('sha256', key).update(signed).digest('base64'))
  const recent = Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp'])) < 300
  const given = headers['webhook-signature'].split(' ').map((one) => Buffer.from(one))
  return recent && given.some((one) => one.length === wanted.length && timingSafeEqual(one, wanted))
}`

const shellCheck = `# SECRET, ID, TIMESTAMP: the secret and the two headers; body.json: the body, byte for byte
key=$(printf '%s' "\${SECRET#whsec_}" | base64 -d | xxd -p -c 256)
(printf '%s.%s.' "$ID" "$TIMESTAMP"; cat body.json) | openssl dgst -sha256 -mac HMAC -macopt hexkey:$key -binary | base64`

const message = (at: (route: Route, params?: Params) => string, id: string): string => {
  const feed = at(machine.changes)
  const portal = feed.replace('/api/v1/changes', '')
  const dataset = at(machine.dataset, { id })
  const change = {
    kind: 'updated',
    id,
    uri: `${portal}/daten/baumkataster#datensatz`,
    tenant: 'lindenrode',
    page: `${portal}/daten/baumkataster`,
    dataset,
    changedAt: '2026-11-24T09:30:00.000000Z',
  }
  return JSON.stringify(
    { type: 'catalogue.changed', timestamp: change.changedAt, data: { portal, feed, changes: [change] } },
    undefined,
    2,
  )
}

const webhooks: Counter = {
  id: 'webhooks',
  rules: ['who', 'signed', 'answer', 'order', 'again', 'thin', 'feed'],
  addresses: (_sample, now) => [{ route: machine.changes, query: { since: ago(now, 30) }, gives: 'feed' }],
  examples: ({ id }, at) => [
    ['JSON', message(at, id ?? '0b8a6c1e-3a55-4c0e-9a51-3f1f0c9a7d20')],
    ['Python', pythonCheck],
    ['Node', nodeCheck],
    ['curl, openssl', shellCheck],
  ],
}

const countQuery =
  'PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/> SELECT ?publisher (COUNT(?d) AS ?n) { ?d a dcat:Dataset ; dct:publisher ?publisher } GROUP BY ?publisher ORDER BY DESC(?n)'
const listQuery =
  'PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/> SELECT ?title ?url { ?d dct:title ?title ; dcat:distribution/dcat:accessURL ?url } LIMIT 50'

const sparql: Counter = {
  id: 'sparql',
  rules: ['view', 'limits', 'fresh', 'refused'],
  addresses: () => [
    { route: machine.sparql, query: { query: countQuery }, gives: 'count' },
    { route: machine.sparql, query: { query: listQuery }, gives: 'list' },
    {
      route: machine.sparql,
      query: { query: 'PREFIX dcat: <http://www.w3.org/ns/dcat#> ASK { ?d a dcat:Dataset }' },
      gives: 'ask',
    },
  ],
  examples: (_sample, at) => [
    ['curl', `curl -G ${at(machine.sparql)} -H "Accept: text/csv" --data-urlencode 'query=${listQuery}'`],
    [
      'Python (rdflib)',
      `from rdflib import Graph\nfrom rdflib.plugins.stores.sparqlstore import SPARQLStore\ngraph = Graph(SPARQLStore("${at(machine.sparql)}"))\nfor row in graph.query("${listQuery}"):\n    print(row.title, row.url)`,
    ],
    [
      'R',
      `jsonlite::fromJSON(paste0("${at(machine.sparql)}?query=", URLencode("${listQuery}", reserved = TRUE)))$results$bindings`,
    ],
  ],
}

/** Every counter with a help page, in the order of the list. */
export const counters: readonly Counter[] = [ckan, ogc, csw, oai, datajson, changes, webhooks, sparql]

/** The counter at an address. */
export const counterOf = (visit: Visit): Counter | undefined => counters.find(({ id }) => id === visit.params.counter)
