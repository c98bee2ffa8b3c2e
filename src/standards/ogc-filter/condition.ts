/** How a property is compared with a value. */
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>='

/** A pattern taken apart: literal text, any number of signs, one sign. */
export type PatternPart = string | { readonly wild: 'any' | 'one' }

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

/** A condition of a query, whether it was written as OGC Filter or as CQL. Properties stand as they were written. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare'
      readonly property: string
      readonly op: Comparison
      readonly value: string
      /** Only where the query says that capitals do not matter. */
      readonly caseless: boolean
    }
  | { readonly kind: 'like'; readonly property: string; readonly pattern: readonly PatternPart[] }
  | { readonly kind: 'null'; readonly property: string }
  | { readonly kind: 'box'; readonly property: string; readonly box: Box }
  | { readonly kind: 'ids'; readonly ids: readonly string[] }

/** Why a query cannot be read: `where` names the element or word. */
export class FilterFault extends Error {
  readonly where: string
  constructor(where: string, message: string) {
    super(message)
    this.where = where
  }
}

/** How deep conditions may be nested, and how many there may be. */
export const mostDepth = 20
export const mostConditions = 200

/** Takes a pattern apart by its own signs. */
export function readPattern(text: string, signs: { any: string; one: string; escape: string }): PatternPart[] {
  const parts: PatternPart[] = []
  let literal = ''
  const end = () => {
    if (literal !== '') parts.push(literal)
    literal = ''
  }
  for (let at = 0; at < text.length; ) {
    if (signs.escape !== '' && text.startsWith(signs.escape, at) && at + signs.escape.length < text.length) {
      at += signs.escape.length
      literal += text[at++]
    } else if (signs.any !== '' && text.startsWith(signs.any, at)) {
      end()
      parts.push({ wild: 'any' })
      at += signs.any.length
    } else if (signs.one !== '' && text.startsWith(signs.one, at)) {
      end()
      parts.push({ wild: 'one' })
      at += signs.one.length
    } else literal += text[at++]
  }
  end()
  return parts
}

/** A box from two corners; refused when it is none on this earth. */
export function readBox(where: string, corners: readonly number[]): Box {
  const [west, south, east, north] = corners
  if (west === undefined || south === undefined || east === undefined || north === undefined || corners.length !== 4)
    throw new FilterFault(where, 'four numbers in degrees are wanted')
  if (corners.some((one) => !Number.isFinite(one)) || west < -180 || east > 180 || south < -90 || north > 90)
    throw new FilterFault(where, 'the box lies outside the world: degrees (WGS 84) are wanted')
  if (west > east || south > north) throw new FilterFault(where, 'the lower corner stands first')
  return [west, south, east, north]
}

/** Whether a reference system counts north before east; undefined where it is none in degrees that is known here. */
export function northFirst(system: string | undefined): boolean | undefined {
  if (system === undefined || system === '') return false
  const name = system.toLowerCase()
  if (/crs:?84$/.test(name) || /^epsg:4326$/.test(name) || /epsg\.xml#4326$/.test(name)) return false
  return /^urn:(?:x-)?ogc:def:crs:epsg:[\d.]*:4326$/.test(name) || /\/def\/crs\/epsg\/[\d.]+\/4326$/.test(name) ? true : undefined
}
