import { attributeOf as attributeIn, elementsOf as childrenOf, readXml, textWithin, type XmlElement } from '#standards/xml'

export type { XmlElement }

/** What a document of a request may have: it is small, or no honest client wrote it. */
const limits = { depth: 60, elements: 20_000 }

/** The elements right below one; none below nothing. */
export const elementsOf = (element: XmlElement | undefined): XmlElement[] => (element ? childrenOf(element) : [])

/** The first child element with a local name. */
export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(element).find((one) => one.name === name)

/** The text of an element without the space around it. */
export const textOf = (element: XmlElement | undefined): string => textWithin(element)

/** An attribute, whatever its namespace; undefined where it is missing or empty. */
export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  attributeIn(element, name) || undefined

/** Reads a small document of a request; gives why it cannot. A document type, and with it every entity of one's own, is refused. */
export function readRequestXml(text: string): XmlElement | { readonly fault: string } {
  const read = readXml(text, limits)
  if (read.ok) return read.value
  const { code, line, detail } = read.error
  return { fault: code === 'dtd' ? 'a document type is not allowed here' : `${code} in line ${line}: ${detail}` }
}
