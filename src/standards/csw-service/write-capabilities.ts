import { xmlText } from '#standards/atom'
import { filterOperators } from '#standards/ogc-filter'
import { declared, recordSchemas } from './names.ts'
import { operations } from './request.ts'

/** Who answers, and where. */
export interface ServiceFacts {
  readonly address: string
  readonly title: string
  readonly abstract: string
  readonly keywords: readonly string[]
  readonly provider: string
  readonly site: string
  readonly email?: string
  /** Names of properties that queries may use. */
  readonly queryables: readonly string[]
  readonly isoQueryables: readonly string[]
}

const values = (element: 'Parameter' | 'Constraint', name: string, list: readonly string[]) =>
  `<ows:${element} name="${name}">${list.map((one) => `<ows:Value>${xmlText(one)}</ows:Value>`).join('')}</ows:${element}>`

const schemas = Object.values(recordSchemas).map((one) => one.schema)
const types = Object.values(recordSchemas).map((one) => one.type)
const formats = values('Parameter', 'outputFormat', ['application/xml'])
const sets = values('Parameter', 'ElementSetName', ['brief', 'summary', 'full'])
const outputs = values('Parameter', 'outputSchema', schemas)

const parametersOf = (operation: (typeof operations)[number], facts: ServiceFacts): string => {
  switch (operation) {
    case 'GetCapabilities':
      return values('Parameter', 'sections', [
        'ServiceIdentification',
        'ServiceProvider',
        'OperationsMetadata',
        'Filter_Capabilities',
      ])
    case 'DescribeRecord':
      return `${values('Parameter', 'typeName', types)}${formats}${values('Parameter', 'schemaLanguage', ['http://www.w3.org/XML/Schema'])}`
    case 'GetDomain':
      return values('Parameter', 'ParameterName', [
        ...['GetRecords.outputSchema', 'GetRecords.ElementSetName', 'GetRecords.resultType', 'GetRecords.typeNames'],
      ])
    case 'GetRecordById':
      return `${outputs}${formats}${sets}`
    case 'GetRecords':
      return `${values('Parameter', 'typeNames', types)}${values('Parameter', 'resultType', ['hits', 'results', 'validate'])}${outputs}${formats}${sets}${values('Parameter', 'CONSTRAINTLANGUAGE', ['CQL_TEXT', 'FILTER'])}${values('Constraint', 'SupportedDublinCoreQueryables', facts.queryables)}${values('Constraint', 'SupportedISOQueryables', facts.isoQueryables)}`
  }
}

function operationXml(operation: (typeof operations)[number], facts: ServiceFacts): string {
  const address = xmlText(facts.address)
  const encoding = values('Constraint', 'PostEncoding', ['XML'])
  return `<ows:Operation name="${operation}"><ows:DCP><ows:HTTP><ows:Get xlink:type="simple" xlink:href="${address}"/><ows:Post xlink:type="simple" xlink:href="${address}">${encoding}</ows:Post></ows:HTTP></ows:DCP>${parametersOf(operation, facts)}</ows:Operation>\n`
}

const identification = (facts: ServiceFacts) =>
  `<ows:ServiceIdentification><ows:Title>${xmlText(facts.title)}</ows:Title><ows:Abstract>${xmlText(facts.abstract)}</ows:Abstract><ows:Keywords>${facts.keywords.map((one) => `<ows:Keyword>${xmlText(one)}</ows:Keyword>`).join('')}</ows:Keywords><ows:ServiceType codeSpace="OGC">CSW</ows:ServiceType><ows:ServiceTypeVersion>2.0.2</ows:ServiceTypeVersion><ows:Fees>NONE</ows:Fees><ows:AccessConstraints>NONE</ows:AccessConstraints></ows:ServiceIdentification>\n`

const provider = (facts: ServiceFacts) =>
  `<ows:ServiceProvider><ows:ProviderName>${xmlText(facts.provider)}</ows:ProviderName><ows:ProviderSite xlink:type="simple" xlink:href="${xmlText(facts.site)}"/><ows:ServiceContact><ows:ContactInfo>${facts.email ? `<ows:Address><ows:ElectronicMailAddress>${xmlText(facts.email)}</ows:ElectronicMailAddress></ows:Address>` : ''}<ows:OnlineResource xlink:type="simple" xlink:href="${xmlText(facts.site)}"/></ows:ContactInfo><ows:Role>pointOfContact</ows:Role></ows:ServiceContact></ows:ServiceProvider>\n`

const filters = `<ogc:Filter_Capabilities><ogc:Spatial_Capabilities><ogc:GeometryOperands><ogc:GeometryOperand>gml:Envelope</ogc:GeometryOperand></ogc:GeometryOperands><ogc:SpatialOperators>${filterOperators.spatial.map((name) => `<ogc:SpatialOperator name="${name}"/>`).join('')}</ogc:SpatialOperators></ogc:Spatial_Capabilities><ogc:Scalar_Capabilities><ogc:LogicalOperators/><ogc:ComparisonOperators>${filterOperators.comparison.map((name) => `<ogc:ComparisonOperator>${name}</ogc:ComparisonOperator>`).join('')}</ogc:ComparisonOperators></ogc:Scalar_Capabilities><ogc:Id_Capabilities><ogc:EID/><ogc:FID/></ogc:Id_Capabilities></ogc:Filter_Capabilities>\n`

/** What the service can do; only some sections, where they are named. Filter capabilities come in any case, as the standard wants it. */
export function writeCapabilities(facts: ServiceFacts, sections: readonly string[]): string {
  const wanted = (name: string) =>
    sections.length === 0 || sections.some((one) => one === 'All' || one.toLowerCase() === name.toLowerCase())
  const common = `${values('Parameter', 'service', ['CSW'])}${values('Parameter', 'version', ['2.0.2'])}${values('Constraint', 'PostEncoding', ['XML'])}`
  return `<?xml version="1.0" encoding="UTF-8"?>
<csw:Capabilities${declared('csw', 'ows', 'ogc', 'gml', 'xlink', 'xsi')} version="2.0.2" xsi:schemaLocation="http://www.opengis.net/cat/csw/2.0.2 http://schemas.opengis.net/csw/2.0.2/CSW-discovery.xsd">
${wanted('ServiceIdentification') ? identification(facts) : ''}${wanted('ServiceProvider') ? provider(facts) : ''}${
  wanted('OperationsMetadata')
    ? `<ows:OperationsMetadata>\n${operations.map((one) => operationXml(one, facts)).join('')}${common}</ows:OperationsMetadata>\n`
    : ''
}${filters}</csw:Capabilities>
`
}
