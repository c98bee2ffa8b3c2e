import { xmlText } from '#standards/atom'
import { declared, discovery, spaces } from './names.ts'
import type { ElementSet, RecordSchema } from './request.ts'

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const moment = (now: Date) => `${now.toISOString().slice(0, 19)}Z`

/** How many records there are, and which of them come. */
export interface FoundPart {
  readonly now: Date
  readonly requestId?: string
  readonly matched: number
  readonly returned: number
  /** Counts from 1; 0 where nothing follows. */
  readonly next: number
  readonly set: ElementSet
  readonly schema: string
}

/** Everything of an answer to GetRecords that stands before the records; `resultsEnd` ends it. */
export const resultsStart = (found: FoundPart): string =>
  `${head}<csw:GetRecordsResponse${declared('csw', 'dc', 'dct', 'ows', 'xsi')} version="2.0.2" ${discovery}>
${found.requestId === undefined ? '' : `<csw:RequestId>${xmlText(found.requestId)}</csw:RequestId>\n`}<csw:SearchStatus timestamp="${moment(found.now)}"/>
<csw:SearchResults numberOfRecordsMatched="${found.matched}" numberOfRecordsReturned="${found.returned}" nextRecord="${found.next}" recordSchema="${found.schema}" elementSet="${found.set}">
`
export const resultsEnd = '</csw:SearchResults>\n</csw:GetRecordsResponse>\n'

/** The same for GetRecordById. */
export const byIdStart = `${head}<csw:GetRecordByIdResponse${declared('csw', 'dc', 'dct', 'ows', 'xsi')} ${discovery}>\n`
export const byIdEnd = '</csw:GetRecordByIdResponse>\n'

/** That a request was read and would be answered. */
export const writeAcknowledgement = (now: Date, requestId: string | undefined): string =>
  `${head}<csw:Acknowledgement${declared('csw', 'xsi')} timeStamp="${moment(now)}" ${discovery}><csw:EchoedRequest/>${requestId === undefined ? '' : `<csw:RequestId>${xmlText(requestId)}</csw:RequestId>`}</csw:Acknowledgement>\n`

/** Values that a parameter or a property can have; without a list the property is known, but its values are not given. */
export interface DomainAnswer {
  readonly kind: 'ParameterName' | 'PropertyName'
  readonly name: string
  readonly values?: readonly string[]
}

export const writeDomain = (domains: readonly DomainAnswer[]): string =>
  `${head}<csw:GetDomainResponse${declared('csw', 'xsi')} ${discovery}>${domains
    .map(
      ({ kind, name, values }) =>
        `<csw:DomainValues type="csw:Record"><csw:${kind}>${xmlText(name)}</csw:${kind}>${
          values
            ? `<csw:ListOfValues>${values.map((one) => `<csw:Value>${xmlText(one)}</csw:Value>`).join('')}</csw:ListOfValues>`
            : ''
        }</csw:DomainValues>`,
    )
    .join('')}</csw:GetDomainResponse>\n`

const elements: Readonly<Record<RecordSchema, { space: string; parent: string; content: string }>> = {
  csw: {
    space: spaces.csw,
    parent: 'http://schemas.opengis.net/csw/2.0.2/record.xsd',
    content: `<xs:include schemaLocation="http://schemas.opengis.net/csw/2.0.2/record.xsd"/>`,
  },
  gmd: {
    space: 'http://www.isotc211.org/2005/gmd',
    parent: 'http://schemas.opengis.net/iso/19139/20070417/gmd/gmd.xsd',
    content: `<xs:include schemaLocation="http://schemas.opengis.net/iso/19139/20070417/gmd/gmd.xsd"/>`,
  },
}

/** The schemas of the types of records: each as a schema that takes in the published one. */
export const writeDescription = (types: readonly RecordSchema[]): string =>
  `${head}<csw:DescribeRecordResponse${declared('csw', 'xsi')} ${discovery}>${[...new Set(types)]
    .map((type) => {
      const { space, parent, content } = elements[type]
      return `<csw:SchemaComponent schemaLanguage="http://www.w3.org/XML/Schema" targetNamespace="${space}" parentSchema="${parent}"><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${space}" elementFormDefault="qualified">${content}</xs:schema></csw:SchemaComponent>`
    })
    .join('')}</csw:DescribeRecordResponse>\n`
