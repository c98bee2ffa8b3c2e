import type { RecordFilter } from '#catalogue'
import { isIdInAnyCase } from '#kernel/id.ts'
import type { Site } from '#kernel/site.ts'
import { parseSolrDate, type SolrCondition } from '#standards/ckan'
import { findFormat, licences } from '#standards/dcat-ap-de'
import { CkanRefusal } from './answers.ts'

/** The facets that only the index knows. */
export type IndexFacet = 'theme' | 'format' | 'licence' | 'keyword'

/** A search taken apart: what words and facets ask the index, what the table can tell, and how they are joined. */
export type Plan =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Plan[] }
  | { readonly kind: 'not'; readonly part: Plan }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'facet'; readonly facet: IndexFacet; readonly values: readonly string[] }
  | { readonly kind: 'tenants'; readonly ids: readonly string[] }
  | { readonly kind: 'table'; readonly filter: RecordFilter }

export interface PlanPlace {
  readonly organizations: readonly Site[]
  readonly now: Date
  /** The filter for a package name. */
  readonly named: (name: string) => RecordFilter
}

const nothing: Plan = { kind: 'any', parts: [] }
const everything: Plan = { kind: 'all', parts: [] }
const refuse = (message: string) => new CkanRefusal({ kind: 'query', message })

/** Text fields of CKAN and the word before the colon in our own questions. */
const words: Readonly<Record<string, string>> = {
  text: '',
  title: 'titel:',
  title_string: 'titel:',
  notes: 'beschreibung:',
  author: 'herausgeber:',
  maintainer: 'herausgeber:',
  publisher: 'herausgeber:',
  publisher_name: 'herausgeber:',
  extras_publisher_name: 'herausgeber:',
}
/** What is the same for everything that can be seen here; another value finds nothing. */
const constants: Readonly<Record<string, readonly string[]>> = {
  state: ['active'],
  private: ['false'],
  capacity: ['public'],
  permission_labels: ['public'],
  entity_type: ['package'],
  type: ['dataset'],
  dataset_type: ['dataset'],
}
const dates: Readonly<Record<string, 'changed' | 'created'>> = {
  metadata_modified: 'changed',
  metadata_created: 'created',
}
const others = ['organization', 'owner_org', 'groups', 'tags', 'license_id', 'res_format', 'id', 'name']
/** Fields that a query may name. */
export const knownFields = [...others, ...Object.keys(dates), ...Object.keys(words), ...Object.keys(constants)].sort()

const unquoted = (text: string) => text.replaceAll('"', ' ').trim()

/** Words for the index: a phrase stays one. */
function wordsOf(before: string, value: string, phrase: boolean): Plan {
  const plain = unquoted(value)
  if (plain === '' || plain === '*') return everything
  if (phrase) return { kind: 'words', text: `${before}"${plain}"` }
  // A value is a word; a sign at its beginning or a colon within it would mean something else there.
  const single = plain.replace(/^[-+]+/, '').replaceAll(':', ' ')
  return { kind: 'words', text: before ? `${before}${single}` : single }
}

function termOf(field: string, value: string, phrase: boolean, place: PlanPlace): Plan {
  if (field === '*' || (field === '' && value === '*')) return everything
  if (field === '') return wordsOf('', value, phrase)
  const before = Object.hasOwn(words, field) ? words[field] : undefined
  if (before !== undefined) return wordsOf(before, value, phrase)
  const constant = Object.hasOwn(constants, field) ? constants[field] : undefined
  if (constant) return constant.includes(value) || value === '*' ? everything : nothing
  if (Object.hasOwn(dates, field))
    return dateOf(field, { from: value, to: value, withoutFrom: false, withoutTo: false }, place.now)
  if (value === '*') return everything
  switch (field) {
    case 'organization':
    case 'owner_org':
      return {
        kind: 'tenants',
        ids: place.organizations.filter((site) => site.slug === value || site.id === value.toLowerCase()).map((site) => site.id),
      }
    case 'groups':
      return { kind: 'facet', facet: 'theme', values: [value.toLowerCase()] }
    case 'tags':
      return { kind: 'facet', facet: 'keyword', values: [value] }
    case 'license_id':
      return { kind: 'facet', facet: 'licence', values: [licences.find(value)?.code ?? value] }
    case 'res_format':
      return { kind: 'facet', facet: 'format', values: [findFormat(value)?.code ?? value] }
    case 'id':
      return isIdInAnyCase(value) ? { kind: 'table', filter: { ids: [value.toLowerCase()] } } : nothing
    case 'name':
      return { kind: 'table', filter: place.named(value) }
    default:
      throw refuse(`the field ${field.slice(0, 60)} is not known here; known are ${knownFields.join(', ')}`)
  }
}

type Range = Pick<Extract<SolrCondition, { kind: 'range' }>, 'from' | 'to' | 'withoutFrom' | 'withoutTo'>

function dateOf(field: string, range: Range, now: Date): Plan {
  const read = (text: string | undefined) => {
    if (text === undefined) return undefined
    const date = parseSolrDate(text, now)
    if (!date) throw refuse(`${field}: ${text.slice(0, 60)} is no date; write 2026-11-26T00:00:00Z or NOW-7DAYS`)
    return date
  }
  const from = read(range.from)
  const to = read(range.to)
  const { withoutFrom, withoutTo } = range
  const span = { ...(from ? { from } : {}), ...(to ? { to } : {}), withoutFrom, withoutTo }
  return { kind: 'table', filter: dates[field] === 'created' ? { created: span } : { changed: span } }
}

/** Joins values of the same facet, and tenants: one question instead of several. */
function merged(parts: readonly Plan[]): Plan {
  const facets = new Map<IndexFacet, string[]>()
  const tenants: string[] = []
  const rest: Plan[] = []
  for (const part of parts) {
    if (part.kind === 'facet') facets.set(part.facet, [...(facets.get(part.facet) ?? []), ...part.values])
    else if (part.kind === 'tenants') tenants.push(...part.ids)
    else rest.push(part)
  }
  const joined: Plan[] = [
    ...[...facets].map(([facet, values]): Plan => ({ kind: 'facet', facet, values: [...new Set(values)] })),
    ...(parts.some((part) => part.kind === 'tenants') ? [{ kind: 'tenants' as const, ids: [...new Set(tenants)] }] : []),
    ...rest,
  ]
  const [only] = joined
  return joined.length === 1 && only ? only : { kind: 'any', parts: joined }
}

/** What a query means here; throws a refusal that says what is not supported. */
export function planOf(condition: SolrCondition, place: PlanPlace): Plan {
  switch (condition.kind) {
    case 'all':
      return { kind: 'all', parts: condition.parts.map((part) => planOf(part, place)) }
    case 'any':
      return merged(condition.parts.map((part) => planOf(part, place)))
    case 'not':
      return { kind: 'not', part: planOf(condition.part, place) }
    case 'value':
      return termOf(condition.field, condition.value, condition.phrase, place)
    case 'range': {
      if (condition.from === undefined && condition.to === undefined) return everything
      if (!Object.hasOwn(dates, condition.field))
        throw refuse(`a range is possible for ${Object.keys(dates).join(' and ')}, not for ${condition.field || 'words'}`)
      return dateOf(condition.field, condition, place.now)
    }
  }
}

/** The parts that must all hold, on one level. */
export const flat = (plan: Plan): readonly Plan[] => (plan.kind === 'all' ? plan.parts.flatMap(flat) : [plan])
