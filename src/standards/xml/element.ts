/** An attribute; `ns` is empty where it has no prefix. */
export interface XmlAttribute {
  readonly ns: string
  readonly name: string
  readonly value: string
}

/** An element of a document, with its name apart from its namespace. */
export interface XmlElement {
  readonly ns: string
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  /** Elements and texts as they follow each other. */
  readonly children: readonly (XmlElement | string)[]
  /** Where it begins and ends in the text that was read. */
  readonly start: number
  readonly end: number
}

/** The elements right below one. */
export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string')

/**
 * All elements that a path of local names leads to: `citation/CI_Citation/title`. A step `*` is any name, `**` any depth. Prefixes differ
 * from server to server and namespaces from version to version; names say enough.
 */
export function allAt(element: XmlElement, path: string): XmlElement[] {
  let found = [element]
  let deep = false
  for (const step of path.split('/')) {
    if (step === '**') {
      deep = true
      continue
    }
    const matches = (one: XmlElement) => step === '*' || one.name === step
    found = found.flatMap((one) => (deep ? below(one).filter(matches) : elementsOf(one).filter(matches)))
    deep = false
  }
  return found
}

function below(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((one) => [one, ...below(one)])
}

/** The first element that a path leads to. */
export const firstAt = (element: XmlElement | undefined, path: string): XmlElement | undefined =>
  element && allAt(element, path)[0]

/** All text within, without the space around it. */
export function textWithin(element: XmlElement | undefined): string {
  const all = (one: XmlElement): string => one.children.map((child) => (typeof child === 'string' ? child : all(child))).join('')
  return element ? all(element).trim() : ''
}

/** An attribute by its local name; empty where there is none. */
export const attributeOf = (element: XmlElement | undefined, name: string): string =>
  element?.attributes.find((one) => one.name === name)?.value.trim() ?? ''
