export { type Box, type Comparison, type Condition, FilterFault, type PatternPart } from './condition.ts'
export { readCql } from './read-cql.ts'
export { filterOperators, readFilter } from './read-filter.ts'
export { attributeOf, childNamed, elementsOf, readRequestXml, textOf, type XmlElement } from './read-xml.ts'
