export { allAt, attributeOf, elementsOf, firstAt, textWithin, type XmlAttribute, type XmlElement } from './element.ts'
export { escapeXml } from './escape-xml.ts'
export { readXml, type XmlFault, type XmlLimits } from './read-xml.ts'
export { writeXml } from './write-xml.ts'
