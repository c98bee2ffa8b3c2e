import { allAt, attributeOf, elementsOf, firstAt, textWithin, type XmlElement } from '#standards/xml'

/** An answer of a repository, whatever the verb. */
export interface OaiAnswer {
  readonly root: XmlElement
  /** When the repository answered, by its own clock; undefined where it writes no moment. */
  readonly date: Date | undefined
  /** Codes and words of the protocol's faults (3.6), in their order. */
  readonly faults: readonly { readonly code: string; readonly text: string }[]
}

/** What a repository says about itself. */
export interface OaiIdentity {
  readonly name: string
  /** Whether it knows days only, or seconds. */
  readonly granularity: 'day' | 'second'
}

export interface OaiFormat {
  readonly prefix: string
  /** Namespace of what it gives. */
  readonly space: string
}

export interface OaiRecord {
  readonly identifier: string
  readonly deleted: boolean
  /** The one element within `metadata`; undefined where there is none. */
  readonly metadata: XmlElement | undefined
}

/** A page of ListRecords. */
export interface OaiPage {
  readonly records: readonly OaiRecord[]
  /** How to ask for the next; undefined at the end. */
  readonly token: string | undefined
  /** completeListSize, with the deleted ones; undefined where it is not said. */
  readonly size: number | undefined
}

/** Reads the frame of an answer; undefined for what is none. */
export function readOaiAnswer(root: XmlElement): OaiAnswer | undefined {
  if (root.name !== 'OAI-PMH') return undefined
  const moment = Date.parse(textWithin(firstAt(root, 'responseDate')))
  return {
    root,
    date: Number.isNaN(moment) ? undefined : new Date(moment),
    faults: allAt(root, 'error').map((one) => ({ code: attributeOf(one, 'code'), text: textWithin(one).slice(0, 300) })),
  }
}

export function readIdentity({ root }: OaiAnswer): OaiIdentity | undefined {
  const one = firstAt(root, 'Identify')
  return (
    one && {
      name: textWithin(firstAt(one, 'repositoryName')).replace(/\s+/g, ' ').slice(0, 300),
      granularity: /T/i.test(textWithin(firstAt(one, 'granularity'))) ? 'second' : 'day',
    }
  )
}

export const readFormats = ({ root }: OaiAnswer): OaiFormat[] =>
  allAt(root, 'ListMetadataFormats/metadataFormat').map((one) => ({
    prefix: textWithin(firstAt(one, 'metadataPrefix')),
    space: textWithin(firstAt(one, 'metadataNamespace')),
  }))

/** Reads a page of records; undefined for an answer to something else. */
export function readRecordPage({ root }: OaiAnswer): OaiPage | undefined {
  const list = firstAt(root, 'ListRecords')
  if (!list) return undefined
  const token = firstAt(list, 'resumptionToken')
  const size = attributeOf(token, 'completeListSize')
  return {
    records: allAt(list, 'record').map((one) => {
      const header = firstAt(one, 'header')
      const metadata = firstAt(one, 'metadata')
      return {
        identifier: textWithin(firstAt(header, 'identifier')),
        deleted: attributeOf(header, 'status').toLowerCase() === 'deleted',
        metadata: metadata && elementsOf(metadata)[0],
      }
    }),
    token: textWithin(token) || undefined,
    size: /^\d{1,9}$/.test(size) ? Number(size) : undefined,
  }
}
