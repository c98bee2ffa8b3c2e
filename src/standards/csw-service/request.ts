import {
  attributeOf,
  type Condition,
  childNamed,
  elementsOf,
  FilterFault,
  readCql,
  readFilter,
  readRequestXml,
  textOf,
  type XmlElement,
} from '#standards/ogc-filter'
import { CswFault } from './fault.ts'
import { recordSchemas } from './names.ts'

export const operations = ['GetCapabilities', 'DescribeRecord', 'GetDomain', 'GetRecords', 'GetRecordById'] as const
export type Operation = (typeof operations)[number]

export type ElementSet = 'brief' | 'summary' | 'full'
export type RecordSchema = 'csw' | 'gmd'

export interface SortKey {
  readonly property: string
  readonly descending: boolean
}

/** How records are written. */
export interface Presentation {
  readonly schema: RecordSchema
  readonly set: ElementSet
  /** Only these elements, where a request names them. */
  readonly elements?: readonly string[]
}

/** A request that can be answered. */
export type CswRequest =
  | { readonly operation: 'GetCapabilities'; readonly sections: readonly string[] }
  | { readonly operation: 'DescribeRecord'; readonly types: readonly RecordSchema[] }
  | { readonly operation: 'GetDomain'; readonly parameters: readonly string[]; readonly properties: readonly string[] }
  | ({ readonly operation: 'GetRecordById'; readonly ids: readonly string[] } & Presentation)
  | ({
      readonly operation: 'GetRecords'
      readonly result: 'hits' | 'results' | 'validate'
      readonly requestId?: string
      readonly start: number
      readonly limit: number
      readonly condition?: Condition
      readonly sort: readonly SortKey[]
    } & Presentation)

/** A request as it came, by KVP or by XML: names in lower case, lists joined by commas. */
interface Raw {
  readonly operation: string
  readonly values: ReadonlyMap<string, string>
  readonly condition?: Condition
}

export const usualLimit = 10
export const mostRecords = 500
const mostIds = 200

const listOf = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

/** The part after a prefix: `csw:Record` -> `Record`. */
export const localName = (name: string): string => name.replace(/^.*[:/]/, '')

function readCondition(read: () => Condition | undefined): Condition | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof FilterFault)) throw error
    throw new CswFault('InvalidParameterValue', 'Constraint', `${error.where}: ${error.message}`)
  }
}

const parsed = (text: string): XmlElement => {
  const root = readRequestXml(text)
  if ('fault' in root) throw new CswFault('NoApplicableCode', undefined, `The XML cannot be read: ${root.fault}`)
  return root
}

function fromKvp(query: URLSearchParams): Raw {
  const values = new Map<string, string>()
  for (const [name, value] of query) {
    const key = name.toLowerCase()
    if (values.has(key) && values.get(key) !== value)
      throw new CswFault('InvalidParameterValue', name.slice(0, 60), 'is given more than once')
    values.set(key, value.trim())
  }
  for (const [key, value] of values) if (value === '') values.delete(key)
  const constraint = values.get('constraint')
  const language = values.get('constraintlanguage')?.toUpperCase()
  const operation = values.get('request') ?? ''
  if (constraint === undefined || operation !== 'GetRecords') return { operation, values }
  if (language !== undefined && language !== 'CQL_TEXT' && language !== 'FILTER')
    throw new CswFault('InvalidParameterValue', 'constraintLanguage', 'CQL_TEXT or FILTER')
  const asFilter = language === 'FILTER' || (language === undefined && constraint.startsWith('<'))
  const condition = readCondition(() => (asFilter ? readFilter(parsed(constraint)) : readCql(constraint)))
  return { operation, values, ...(condition ? { condition } : {}) }
}

/** Texts of all children with a name, as one list. */
const joined = (element: XmlElement | undefined, name: string) =>
  elementsOf(element)
    .filter((one) => one.name === name)
    .map(textOf)
    .join(',')

function constraintOf(query: XmlElement | undefined): Condition | undefined {
  const constraint = childNamed(query, 'Constraint')
  const filter = childNamed(constraint, 'Filter')
  const cql = childNamed(constraint, 'CqlText')
  return readCondition(() => (filter ? readFilter(filter) : cql ? readCql(textOf(cql)) : undefined))
}

function fromXml(text: string): Raw {
  const root = parsed(text)
  const values = new Map<string, string>()
  for (const one of root.attributes) if (one.value !== '') values.set(one.name.toLowerCase(), one.value.trim())
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') values.set(name, value)
  }
  const query = childNamed(root, 'Query')
  put('typenames', attributeOf(query, 'typeNames')?.replaceAll(/\s+/g, ','))
  for (const holder of [root, query]) {
    put('elementsetname', textOf(childNamed(holder, 'ElementSetName')))
    put('elementname', joined(holder, 'ElementName'))
  }
  put('id', joined(root, 'Id'))
  put('typename', joined(root, 'TypeName'))
  put('parametername', joined(root, 'ParameterName'))
  put('propertyname', joined(root, 'PropertyName'))
  put('responsehandler', joined(root, 'ResponseHandler'))
  put('acceptversions', joined(childNamed(root, 'AcceptVersions'), 'Version'))
  put('sections', joined(childNamed(root, 'Sections'), 'Section'))
  const sorts = elementsOf(childNamed(query, 'SortBy')).filter((one) => one.name === 'SortProperty')
  put(
    'sortby',
    sorts
      .map((one) => {
        const order = textOf(childNamed(one, 'SortOrder')).toUpperCase()
        return `${textOf(childNamed(one, 'PropertyName'))}:${order === 'DESC' || order === 'D' ? 'D' : 'A'}`
      })
      .join(','),
  )
  const condition = constraintOf(query)
  return { operation: root.name, values, ...(condition ? { condition } : {}) }
}

function countOf(raw: Raw, name: string, usual: number, least: number): number {
  const text = raw.values.get(name.toLowerCase())
  if (text === undefined) return usual
  if (!/^\d{1,9}$/.test(text) || Number(text) < least)
    throw new CswFault('InvalidParameterValue', name, `a whole number from ${least}`)
  return Number(text)
}

function oneOf<T extends string>(raw: Raw, name: string, known: readonly T[], usual: T): T {
  const text = raw.values.get(name.toLowerCase())
  if (text === undefined) return usual
  const found = known.find((one) => one === text.toLowerCase())
  if (!found) throw new CswFault('InvalidParameterValue', name, `one of ${known.join(', ')}`)
  return found
}

function schemaOf(raw: Raw, usual: RecordSchema = 'csw'): RecordSchema {
  const text = raw.values.get('outputschema')
  if (text === undefined) return usual
  const found = (['csw', 'gmd'] as const).find(
    (name) => recordSchemas[name].schema === text || name === text.toLowerCase() || `${name}:` === text.toLowerCase(),
  )
  if (found) return found
  // Older clients name the type, or ask for the application profile in this way.
  if (/^(?:csw:Record|OGCCORE)$/i.test(text)) return 'csw'
  if (/^(?:csw:IsoRecord|gmd:MD_Metadata)$/i.test(text)) return 'gmd'
  throw new CswFault(
    'InvalidParameterValue',
    'outputSchema',
    `one of ${Object.values(recordSchemas)
      .map((one) => one.schema)
      .join(', ')}`,
  )
}

/** Types that a request names; undefined where it names none. */
function typesOf(raw: Raw, name: string): RecordSchema[] {
  return listOf(raw.values.get(name.toLowerCase())).map((type) => {
    const local = localName(type)
    if (/^(?:Record|BriefRecord|SummaryRecord)$/.test(local)) return 'csw'
    if (local === 'MD_Metadata') return 'gmd'
    throw new CswFault('InvalidParameterValue', name, `csw:Record or gmd:MD_Metadata, not ${type.slice(0, 60)}`)
  })
}

function checkFormat(raw: Raw): void {
  const format = raw.values.get('outputformat')
  if (format !== undefined && !/^(?:application|text)\/xml(?:\s*;.*)?$/i.test(format))
    throw new CswFault('InvalidParameterValue', 'outputFormat', 'application/xml')
}

function presentationOf(raw: Raw, usual: ElementSet): Presentation {
  checkFormat(raw)
  const elements = listOf(raw.values.get('elementname')).map(localName)
  if (elements.length > 0 && raw.values.has('elementsetname'))
    throw new CswFault('InvalidParameterValue', 'ElementName', 'ElementSetName and ElementName exclude each other')
  return {
    schema: schemaOf(raw),
    set: oneOf(raw, 'ElementSetName', ['brief', 'summary', 'full'], elements.length > 0 ? 'full' : usual),
    ...(elements.length > 0 ? { elements } : {}),
  }
}

function sortOf(raw: Raw): SortKey[] {
  return listOf(raw.values.get('sortby')).map((one) => {
    const [, property = one, order = 'A'] = /^(.*?)(?::([AD])|\s+(asc|desc))?$/i.exec(one) ?? []
    return { property, descending: order.toUpperCase() === 'D' || /\sdesc$/i.test(one) }
  })
}

function getRecords(raw: Raw): CswRequest {
  typesOf(raw, 'typeNames')
  if (raw.values.has('responsehandler'))
    throw new CswFault('NoApplicableCode', 'responseHandler', 'answers are given at once, not sent elsewhere')
  const requestId = raw.values.get('requestid')
  return {
    operation: 'GetRecords',
    ...presentationOf(raw, 'summary'),
    result: oneOf(raw, 'resultType', ['hits', 'results', 'validate'], 'hits'),
    ...(requestId === undefined ? {} : { requestId: requestId.slice(0, 200) }),
    start: Math.max(1, countOf(raw, 'startPosition', 1, 0)),
    limit: Math.min(mostRecords, countOf(raw, 'maxRecords', usualLimit, 0)),
    ...(raw.condition ? { condition: raw.condition } : {}),
    sort: sortOf(raw),
  }
}

function getRecordById(raw: Raw): CswRequest {
  const ids = listOf(raw.values.get('id'))
  if (ids.length === 0) throw new CswFault('MissingParameterValue', 'Id', 'is missing')
  if (ids.length > mostIds) throw new CswFault('InvalidParameterValue', 'Id', `at most ${mostIds}`)
  return { operation: 'GetRecordById', ids, ...presentationOf(raw, 'summary') }
}

function checked(raw: Raw): CswRequest {
  const { operation, values } = raw
  if (operation === '') throw new CswFault('MissingParameterValue', 'request', `one of ${operations.join(', ')}`)
  const service = values.get('service')
  if (service === undefined) throw new CswFault('MissingParameterValue', 'service', 'CSW')
  if (service !== 'CSW' && !service.endsWith('/cat/csw')) throw new CswFault('InvalidParameterValue', 'service', 'CSW')
  if (operation === 'GetCapabilities') {
    const versions = listOf(values.get('acceptversions'))
    if (versions.length > 0 && !versions.includes('2.0.2'))
      throw new CswFault('VersionNegotiationFailed', undefined, 'Only version 2.0.2 is spoken here')
    return { operation, sections: listOf(values.get('sections')) }
  }
  if (['Transaction', 'Harvest'].includes(operation))
    throw new CswFault('OperationNotSupported', operation, 'This catalogue is read only')
  const known = operations.find((one) => one === operation)
  if (!known) throw new CswFault('InvalidParameterValue', 'request', `one of ${operations.join(', ')}`)
  const version = values.get('version')
  if (version === undefined) throw new CswFault('MissingParameterValue', 'version', '2.0.2')
  if (version !== '2.0.2') throw new CswFault('InvalidParameterValue', 'version', '2.0.2')
  if (known === 'GetRecords') return getRecords(raw)
  if (known === 'GetRecordById') return getRecordById(raw)
  if (known === 'GetDomain') {
    const [parameters, properties] = [listOf(values.get('parametername')), listOf(values.get('propertyname'))]
    if (parameters.length + properties.length === 0)
      throw new CswFault('MissingParameterValue', 'ParameterName', 'ParameterName or PropertyName is missing')
    return { operation: 'GetDomain', parameters: parameters.slice(0, 20), properties: properties.slice(0, 20) }
  }
  checkFormat(raw)
  const types = typesOf(raw, 'typeName')
  return { operation: 'DescribeRecord', types: types.length > 0 ? types : ['csw', 'gmd'] }
}

/** Reads a request: names and values of an address or a form, or an XML document. Throws a CswFault. */
export const readCswRequest = (given: URLSearchParams | string): CswRequest =>
  checked(typeof given === 'string' ? fromXml(given) : fromKvp(given))
