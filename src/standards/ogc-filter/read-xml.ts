import { DOMParser } from '@xmldom/xmldom'

const deepest = 60

/** The children of an element that are elements. */
export const elementsOf = (element: Element | undefined): Element[] =>
  Array.from(element?.childNodes ?? []).filter((one): one is Element => one.nodeType === 1)

/** The first child element with a local name. */
export const childNamed = (element: Element | undefined, name: string): Element | undefined =>
  elementsOf(element).find((one) => one.localName === name)

/** The text of an element without the space around it. */
export const textOf = (element: Element | undefined): string => element?.textContent?.trim() ?? ''

/** An attribute, whatever its namespace; undefined where it is missing or empty. */
export const attributeOf = (element: Element | undefined, name: string): string | undefined =>
  Array.from(element?.attributes ?? [])
    .find((one) => one.localName === name && one.value !== '')
    ?.value.trim()

/** Opening tags less closing ones, at their highest: without a tree, so that no depth can harm whoever builds one. */
function depthOf(text: string): number {
  let [depth, most] = [0, 0]
  for (const [, close, empty] of text.matchAll(/<(\/?)[^!?<>][^<>]*?(\/?)>/g)) {
    depth += close ? -1 : empty ? 0 : 1
    most = Math.max(most, depth)
  }
  return most
}

/** Reads a small document of a request; gives why it cannot. A document type, and with it every entity of one's own, is refused. */
export function readRequestXml(text: string): Element | { readonly fault: string } {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return { fault: 'a document type is not allowed here' }
  if (depthOf(text) > deepest) return { fault: `elements lie deeper than ${deepest}` }
  let fault: string | undefined
  const tell = (message: string) => {
    fault ??= message.replace(/\s+/g, ' ').slice(0, 200)
  }
  try {
    const document = new DOMParser({ errorHandler: { warning: () => {}, error: tell, fatalError: tell } }).parseFromString(
      text.replace(/^\uFEFF/, '').trim(),
      'text/xml',
    )
    const root = document?.documentElement
    return fault === undefined && root ? root : { fault: fault ?? 'no element' }
  } catch (error) {
    return { fault: fault ?? String(error instanceof Error ? error.message : error).slice(0, 200) }
  }
}
