import { DOMParser } from '@xmldom/xmldom'

/** Namespaces of SAML 2.0 and of XML signatures. */
export const saml = 'urn:oasis:names:tc:SAML:2.0:assertion'
export const samlp = 'urn:oasis:names:tc:SAML:2.0:protocol'
export const dsig = 'http://www.w3.org/2000/09/xmldsig#'

/**
 * Reads a document; undefined for what is none, and for what no honest service writes: a document type (entities), comments (they split
 * names in two, depending on who reads) and processing instructions.
 */
export function readXml(text: string): Element | undefined {
  const content = text.replace(/^\uFEFF?<\?xml [^>]*\?>/, '')
  if (/<[!?]/.test(content)) return undefined
  let sound = true
  const fault = () => {
    sound = false
  }
  try {
    const document = new DOMParser({ errorHandler: { warning: fault, error: fault, fatalError: fault } }).parseFromString(
      content,
      'text/xml',
    )
    return sound ? (document?.documentElement ?? undefined) : undefined
  } catch {
    return undefined
  }
}

/** The children of an element with a name. */
export function childrenOf(element: Element | undefined, namespace: string, name: string): Element[] {
  return Array.from(element?.childNodes ?? []).filter(
    (one): one is Element =>
      one.nodeType === 1 && (one as Element).namespaceURI === namespace && (one as Element).localName === name,
  )
}

/** The only child with a name; undefined where there are none or several. */
export function onlyChild(element: Element | undefined, namespace: string, ...path: string[]): Element | undefined {
  const [name, ...rest] = path
  if (!name) return element
  const [one, second] = childrenOf(element, namespace, name)
  return one && !second ? onlyChild(one, namespace, ...rest) : undefined
}

export const textOf = (element: Element | undefined): string => element?.textContent?.trim() ?? ''

// SHA-1 collides; anything else that the library knows is a hash of the SHA-2 family.
const signedWell =
  /^http:\/\/www\.w3\.org\/(?:2001\/04\/xmldsig-more#rsa-sha(?:256|384|512)|2007\/05\/xmldsig-more#sha(?:256|384|512)-rsa-MGF1)$/
const digestedWell = /^http:\/\/www\.w3\.org\/2001\/04\/(?:xmlenc#sha(?:256|512)|xmldsig-more#sha384)$/

/** Whether an element carries one signature of its own, made with methods that hold today. Whether it is right is for the library to say. */
export function isSignedWell(element: Element | undefined): boolean {
  const info = onlyChild(element, dsig, 'Signature', 'SignedInfo')
  const method = onlyChild(info, dsig, 'SignatureMethod')?.getAttribute('Algorithm') ?? ''
  const digest = onlyChild(info, dsig, 'Reference', 'DigestMethod')?.getAttribute('Algorithm') ?? ''
  return signedWell.test(method) && digestedWell.test(digest)
}
