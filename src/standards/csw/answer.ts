import { allAt, attributeOf, elementsOf, firstAt, textWithin, type XmlElement } from '#standards/xml'

/** What a server said instead of an answer (OGC 06-121r3, 8). */
export interface OwsException {
  /** exceptionCode, with its locator where there is one. */
  readonly code: string
  readonly text: string
}

/** Where a service takes GetRecords. */
export interface Capabilities {
  readonly title: string
  /** Who runs it. */
  readonly provider: string
  readonly get?: string
  readonly post?: string
}

/** A page of records. */
export interface RecordsPage {
  readonly records: readonly XmlElement[]
  /** numberOfRecordsMatched; undefined where the server does not say. */
  readonly matched: number | undefined
  /** numberOfRecordsReturned by its own word. */
  readonly returned: number | undefined
  /** nextRecord: 0 at the end, undefined where the server does not say. */
  readonly next: number | undefined
}

/** The fault that an answer is; undefined for an answer that is none. Old servers write ServiceExceptionReport. */
export function exceptionOf(root: XmlElement): OwsException | undefined {
  if (root.name === 'ExceptionReport') {
    const all = allAt(root, 'Exception')
    const code = all.map((one) => [attributeOf(one, 'exceptionCode'), attributeOf(one, 'locator')].filter(Boolean).join(': '))
    const text = all.flatMap((one) => allAt(one, 'ExceptionText').map(textWithin))
    return { code: code.join(', ').slice(0, 200), text: text.filter(Boolean).join(' ').slice(0, 500) }
  }
  if (root.name !== 'ServiceExceptionReport') return undefined
  const one = firstAt(root, 'ServiceException')
  return { code: attributeOf(one, 'code').slice(0, 200), text: textWithin(one).slice(0, 500) }
}

/** What a service says about itself; undefined for what is no description of a catalogue service. */
export function readCapabilities(root: XmlElement): Capabilities | undefined {
  if (root.name !== 'Capabilities') return undefined
  const operation = allAt(root, 'OperationsMetadata/Operation').find((one) => attributeOf(one, 'name') === 'GetRecords')
  if (!operation) return undefined
  const post = allAt(operation, 'DCP/HTTP/Post')
  // Some take SOAP at one address and plain XML at another.
  const plain = post.find((one) => allAt(one, 'Constraint/**/Value').some((value) => textWithin(value).toUpperCase() === 'XML'))
  const [get, posted] = [firstAt(operation, 'DCP/HTTP/Get'), plain ?? post[0]].map((one) => attributeOf(one, 'href'))
  return {
    title: textWithin(firstAt(root, 'ServiceIdentification/Title')),
    provider: textWithin(firstAt(root, 'ServiceProvider/ProviderName')),
    ...(get ? { get } : {}),
    ...(posted ? { post: posted } : {}),
  }
}

const count = (element: XmlElement, name: string): number | undefined => {
  const written = attributeOf(element, name)
  return /^\d{1,9}$/.test(written) ? Number(written) : undefined
}

/** The records of a GetRecords or GetRecordById; undefined for what is neither. */
export function readRecords(root: XmlElement): RecordsPage | undefined {
  if (root.name === 'GetRecordByIdResponse')
    return { records: elementsOf(root), matched: undefined, returned: undefined, next: 0 }
  const results = root.name === 'GetRecordsResponse' ? firstAt(root, 'SearchResults') : undefined
  if (!results) return undefined
  return {
    records: elementsOf(results),
    matched: count(results, 'numberOfRecordsMatched'),
    returned: count(results, 'numberOfRecordsReturned'),
    next: count(results, 'nextRecord'),
  }
}
