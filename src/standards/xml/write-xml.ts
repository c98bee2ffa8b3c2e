import type { XmlElement } from './element.ts'
import { escapeXml } from './escape-xml.ts'

const xmlSpace = 'http://www.w3.org/XML/1998/namespace'

/** Writes an element as a document of its own: its namespaces come along, wherever they were declared. */
export function writeXml(root: XmlElement): string {
  const prefixes = new Map<string, string>([[xmlSpace, 'xml']])
  const named = (ns: string, name: string): string => {
    if (ns === '') return name
    const prefix = prefixes.get(ns) ?? `n${prefixes.size}`
    prefixes.set(ns, prefix)
    return `${prefix}:${name}`
  }
  const attributesOf = (one: XmlElement) =>
    one.attributes.map(({ ns, name, value }) => ` ${named(ns, name)}="${escapeXml(value).replaceAll('\n', '&#10;')}"`).join('')
  const contentOf = (one: XmlElement) =>
    one.children.map((child) => (typeof child === 'string' ? escapeXml(child) : written(child))).join('')
  function written(one: XmlElement): string {
    const name = named(one.ns, one.name)
    const attributes = attributesOf(one)
    return `<${name}${attributes}>${contentOf(one)}</${name}>`
  }
  const name = named(root.ns, root.name)
  const [attributes, content] = [attributesOf(root), contentOf(root)]
  const spaces = [...prefixes].flatMap(([ns, prefix]) => (prefix === 'xml' ? [] : [` xmlns:${prefix}="${escapeXml(ns)}"`]))
  return `<${name}${spaces.join('')}${attributes}>${content}</${name}>`
}
