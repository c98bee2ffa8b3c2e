import { escapeXml } from '#standards/xml'

const gmd = 'http://www.isotc211.org/2005/gmd'

/** Which records, and how many of them from where on. Positions count from 1. */
export interface RecordsRequest {
  readonly start: number
  readonly count: number
  /** Only those with this keyword. */
  readonly keyword?: string
  /** In the order of their ids, so that nothing slips through between two pages. */
  readonly sorted: boolean
}

/** GetRecords of CSW 2.0.2 (OGC 07-006r1, 10.8) for whole records of ISO 19139, to be sent by POST. */
export function recordsBody({ start, count, keyword, sorted }: RecordsRequest): string {
  const filter = keyword
    ? `<csw:Constraint version="1.1.0"><ogc:Filter><ogc:PropertyIsEqualTo matchCase="false"><ogc:PropertyName>apiso:subject</ogc:PropertyName><ogc:Literal>${escapeXml(keyword)}</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter></csw:Constraint>`
    : ''
  const order = sorted
    ? '<ogc:SortBy><ogc:SortProperty><ogc:PropertyName>apiso:identifier</ogc:PropertyName><ogc:SortOrder>ASC</ogc:SortOrder></ogc:SortProperty></ogc:SortBy>'
    : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<csw:GetRecords xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ogc="http://www.opengis.net/ogc" xmlns:gmd="${gmd}" xmlns:apiso="http://www.opengis.net/cat/csw/apiso/1.0" service="CSW" version="2.0.2" resultType="results" outputFormat="application/xml" outputSchema="${gmd}" startPosition="${start}" maxRecords="${count}"><csw:Query typeNames="gmd:MD_Metadata"><csw:ElementSetName>full</csw:ElementSetName>${filter}${order}</csw:Query></csw:GetRecords>`
}

/** The address with these parameters in place of those of the same name; parameters of CSW know no case. */
function withParameters(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address)
  const names = new Set(Object.keys(parameters).map((name) => name.toLowerCase()))
  for (const name of [...url.searchParams.keys()]) if (names.has(name.toLowerCase())) url.searchParams.delete(name)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

/** The same as an address, for servers that take no POST. */
export const recordsAddress = (address: string, { start, count, keyword, sorted }: RecordsRequest): string =>
  withParameters(address, {
    service: 'CSW',
    version: '2.0.2',
    request: 'GetRecords',
    typeNames: 'gmd:MD_Metadata',
    namespace: `xmlns(gmd=${gmd}),xmlns(apiso=http://www.opengis.net/cat/csw/apiso/1.0)`,
    elementSetName: 'full',
    outputFormat: 'application/xml',
    outputSchema: gmd,
    resultType: 'results',
    startPosition: String(start),
    maxRecords: String(count),
    ...(keyword
      ? {
          constraintLanguage: 'CQL_TEXT',
          constraint_language_version: '1.1.0',
          constraint: `apiso:subject = '${keyword.replaceAll("'", "''")}'`,
        }
      : {}),
    ...(sorted ? { sortBy: 'apiso:identifier:A' } : {}),
  })

export const capabilitiesAddress = (address: string): string =>
  withParameters(address, { service: 'CSW', version: '2.0.2', request: 'GetCapabilities' })

/** A service without the one request its address was written down with. */
export function serviceAddress(address: string): string {
  const url = new URL(address)
  const own =
    /^(?:service|version|acceptversions|request|id|elementsetname|outputschema|outputformat|typenames|resulttype|startposition|maxrecords|constraint.*|namespace|sortby)$/i
  for (const name of [...url.searchParams.keys()]) if (own.test(name)) url.searchParams.delete(name)
  url.hash = ''
  return url.href
}

/** The address of one record at its service. */
export const recordAddress = (service: string, id: string): string =>
  withParameters(service, {
    service: 'CSW',
    version: '2.0.2',
    request: 'GetRecordById',
    elementSetName: 'full',
    outputSchema: gmd,
    id,
  })
