type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Names that stand for keywords or whose values are IRIs, as the contexts of the document say. */
interface Names {
  readonly ids: ReadonlySet<string>
  readonly types: ReadonlySet<string>
  readonly links: ReadonlySet<string>
}

const start: Names = { ids: new Set(['@id']), types: new Set(['@type']), links: new Set() }

function learn(context: Json, names: Names): Names {
  if (Array.isArray(context)) return context.reduce<Names>((known, each) => learn(each, known), names)
  if (typeof context !== 'object' || context === null) return names
  const [ids, types, links] = [new Set(names.ids), new Set(names.types), new Set(names.links)]
  for (const [term, definition] of Object.entries(context)) {
    const inner = typeof definition === 'object' && definition !== null && !Array.isArray(definition) ? definition : undefined
    const target = inner ? inner['@id'] : definition
    if (target === '@id') ids.add(term)
    else if (target === '@type') types.add(term)
    else if (inner?.['@type'] === '@id') links.add(term)
    else links.delete(term)
  }
  return { ids, types, links }
}

const forbidden = /[\s<>"{}|\\^`[\]]/g
const encode = (value: string) => value.trim().replace(forbidden, (char) => encodeURIComponent(char))
/** The parser drops triples with such IRIs without a word. */
const withValidIri = (value: Json): Json => {
  if (typeof value === 'string') return encode(value)
  return Array.isArray(value) ? value.map(withValidIri) : value
}

/**
 * Puts context, id and type of every object before its other members, as the streaming profile of JSON-LD asks. Without it the
 * parser has to keep every member until the end and takes time by the square of the size.
 */
export function arrange(value: Json, names: Names = start): Json {
  if (Array.isArray(value)) return value.map((each) => arrange(each, names))
  if (typeof value !== 'object' || value === null || '@value' in value) return value
  const context = value['@context']
  const known = context === undefined ? names : learn(context, names)
  const rank = (key: string) => (key === '@context' ? 0 : known.ids.has(key) ? 1 : known.types.has(key) ? 2 : 3)
  const members = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b))
  return Object.fromEntries(
    members.map(([key, member]) => {
      if (key === '@context' || known.types.has(key)) return [key, member]
      return [key, known.ids.has(key) || known.links.has(key) ? withValidIri(arrange(member, known)) : arrange(member, known)]
    }),
  )
}
