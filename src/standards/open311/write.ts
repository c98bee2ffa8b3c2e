export type Open311Format = 'xml' | 'json'

/** `services.xml` or `MM-0007.json`: what is asked, and in which form. Undefined for what has no form of ours. */
export function readFile(file: string): { readonly name: string; readonly format: Open311Format } | undefined {
  const found = /^(.+)\.(xml|json)$/.exec(file)
  return found?.[1] ? { name: found[1], format: found[2] as Open311Format } : undefined
}

/** The media type of a form. */
export const typeOf = (format: Open311Format): string =>
  format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8'

/** How the entries of a list are called in XML. */
const entries: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  media_urls: 'media_url',
  endpoints: 'endpoint',
  formats: 'format',
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text of an element; what XML 1.0 does not know as a character is left out. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

function element(name: string, value: unknown): string {
  if (value === undefined) return ''
  if (value === null || value === '') return `<${name}/>`
  if (Array.isArray(value)) {
    const entry = entries[name] ?? 'item'
    return value.length === 0 ? `<${name}/>` : `<${name}>${value.map((one) => element(entry, one)).join('')}</${name}>`
  }
  if (typeof value === 'object')
    return `<${name}>${Object.entries(value)
      .map(([key, one]) => element(key, one))
      .join('')}</${name}>`
  return `<${name}>${escaped(String(value))}</${name}>`
}

/** Any answer in either form; `root` is its element in XML (`services`). JSON has lists without a name around them, as the standard wants. */
export const writeOpen311 = (format: Open311Format, root: string, value: unknown): string =>
  format === 'xml' ? `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n` : JSON.stringify(value)
