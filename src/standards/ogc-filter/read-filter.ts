import {
  type Box,
  type Comparison,
  type Condition,
  FilterFault,
  mostConditions,
  mostDepth,
  northFirst,
  readBox,
  readPattern,
} from './condition.ts'
import { attributeOf, childNamed, elementsOf, textOf, type XmlElement } from './read-xml.ts'

const comparisons: Readonly<Record<string, Comparison>> = {
  PropertyIsEqualTo: '=',
  PropertyIsNotEqualTo: '<>',
  PropertyIsLessThan: '<',
  PropertyIsLessThanOrEqualTo: '<=',
  PropertyIsLessThanEqualTo: '<=',
  PropertyIsGreaterThan: '>',
  PropertyIsGreaterThanOrEqualTo: '>=',
  PropertyIsGreaterThanEqualTo: '>=',
}

/** Operators that a filter may use, as capabilities name them. */
export const filterOperators = {
  comparison: [
    'EqualTo',
    'NotEqualTo',
    'LessThan',
    'LessThanEqualTo',
    'GreaterThan',
    'GreaterThanEqualTo',
    'Like',
    'Between',
    'NullCheck',
  ],
  spatial: ['BBOX', 'Intersects'],
} as const

const propertyOf = (element: XmlElement): string => {
  const name = textOf(childNamed(element, 'PropertyName'))
  if (name === '') throw new FilterFault(element.name, 'PropertyName is missing')
  return name
}

function literalOf(element: XmlElement | undefined, where: string): string {
  const literal = element?.name === 'Literal' ? element : childNamed(element, 'Literal')
  if (!literal) throw new FilterFault(where, 'Literal is missing')
  return textOf(literal)
}

const numbersOf = (text: string) =>
  text
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number)

/** An Envelope of GML 3, or a Box of GML 2. */
function boxOf(element: XmlElement): Box {
  const where = element.name
  const shape = elementsOf(element).find((one) => ['Envelope', 'Box'].includes(one.name))
  if (!shape) throw new FilterFault(where, 'an Envelope is wanted')
  const system = attributeOf(shape, 'srsName')
  const turned = northFirst(system)
  if (turned === undefined)
    throw new FilterFault(where, `the reference system ${system?.slice(0, 80)} is not known here: EPSG:4326 is`)
  const corners = childNamed(shape, 'lowerCorner')
    ? [...numbersOf(textOf(childNamed(shape, 'lowerCorner'))), ...numbersOf(textOf(childNamed(shape, 'upperCorner')))]
    : numbersOf(textOf(childNamed(shape, 'coordinates')))
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = corners
  return readBox(where, corners.length !== 4 ? corners : turned ? [b, a, d, c] : [a, b, c, d])
}

function likeOf(element: XmlElement): Condition {
  const sign = (...names: string[]) => names.map((name) => attributeOf(element, name)).find((one) => one !== undefined)
  return {
    kind: 'like',
    property: propertyOf(element),
    pattern: readPattern(literalOf(element, element.name), {
      any: sign('wildCard') ?? '%',
      one: sign('singleChar') ?? '_',
      escape: sign('escapeChar', 'escape') ?? '\\',
    }),
  }
}

function betweenOf(element: XmlElement): Condition {
  const property = propertyOf(element)
  const bound = (name: string, op: Comparison): Condition => ({
    kind: 'compare',
    property,
    op,
    value: literalOf(childNamed(element, name), name),
    caseless: false,
  })
  return { kind: 'and', parts: [bound('LowerBoundary', '>='), bound('UpperBoundary', '<=')] }
}

function conditionOf(element: XmlElement, depth: number, count: { left: number }): Condition {
  const name = element.name
  if (depth > mostDepth) throw new FilterFault(name, `conditions lie deeper than ${mostDepth}`)
  if (--count.left < 0) throw new FilterFault(name, `more than ${mostConditions} conditions`)
  if (name === 'And' || name === 'Or')
    return {
      kind: name === 'And' ? 'and' : 'or',
      parts: elementsOf(element).map((one) => conditionOf(one, depth + 1, count)),
    }
  if (name === 'Not') {
    const [part] = elementsOf(element)
    if (!part) throw new FilterFault(name, 'a condition is missing')
    return { kind: 'not', part: conditionOf(part, depth + 1, count) }
  }
  if (name === 'PropertyIsLike') return likeOf(element)
  if (name === 'PropertyIsNull') return { kind: 'null', property: propertyOf(element) }
  if (name === 'PropertyIsBetween') return betweenOf(element)
  if (name === 'BBOX' || name === 'Intersects') return { kind: 'box', property: propertyOf(element), box: boxOf(element) }
  const op = Object.hasOwn(comparisons, name) ? comparisons[name] : undefined
  if (!op) throw new FilterFault(name, `the operator ${name.slice(0, 60)} is not offered here`)
  return {
    kind: 'compare',
    property: propertyOf(element),
    op,
    value: literalOf(element, name),
    caseless: attributeOf(element, 'matchCase') === 'false',
  }
}

/** Reads an `ogc:Filter` (1.0 or 1.1); throws a FilterFault. Several conditions side by side must all hold; an empty filter is none. */
export function readFilter(filter: XmlElement): Condition | undefined {
  const count = { left: mostConditions }
  const parts: Condition[] = []
  const ids: string[] = []
  for (const one of elementsOf(filter)) {
    if (['FeatureId', 'GmlObjectId'].includes(one.name)) ids.push(attributeOf(one, 'fid') ?? attributeOf(one, 'id') ?? '')
    else parts.push(conditionOf(one, 1, count))
  }
  if (ids.length > 0) parts.push({ kind: 'ids', ids })
  const [only] = parts
  return parts.length > 1 ? { kind: 'and', parts } : only
}
