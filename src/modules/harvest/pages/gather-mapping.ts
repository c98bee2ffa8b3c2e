import { fileTypes, findFormat, licences, themes } from '#standards/dcat-ap-de'
import { isTableField, tableFields } from '#standards/metadata-table'
import { type HarvestHouse, staffDb } from '../house.ts'
import { nameKey } from '../model/identity.ts'
import { type MappedKind, type Mapping, mappedKinds, type Source } from '../model/source.ts'
import { runsOf } from '../store/run-store.ts'
import { suggestedValue } from '../use-cases/suggest-value.ts'
import { possibleTargets, suggestedTarget } from '../use-cases/target-of.ts'
import { leftOut } from './left-out.ts'
import type { Mappable, MappingPage } from './mapping-view.tsx'

const lists = { license: licences, theme: themes, format: fileTypes }
const isIn: Readonly<Record<MappedKind, (iri: string) => boolean>> = {
  license: (iri) => licences.get(iri) !== undefined,
  theme: (iri) => themes.get(iri) !== undefined,
  format: (iri) => fileTypes.get(iri) !== undefined || findFormat(iri) !== undefined,
  column: (field) => field === leftOut || isTableField(field),
}

const suggestionFor = (kind: MappedKind, value: string): string =>
  kind === 'column'
    ? (suggestedValue(
        value,
        tableFields.map(({ id, de, en }) => ({ iri: id, code: id, de, en })),
      )?.iri ?? '')
    : (suggestedValue(value, lists[kind].concepts)?.iri ?? '')

/** Publishers and unknown values of the newest run that got so far, together with those that have a meaning already. */
export async function gatherMapping(house: HarvestHouse, source: Source): Promise<MappingPage> {
  const runs = await runsOf(staffDb(house, source.tenant), source.tenant, source.id, 200)
  const { publishers = [], unknown = [] } = runs.find((run) => run.summary.publishers !== undefined)?.summary ?? {}
  const { mapping } = source
  const values = (kind: MappedKind): Mappable[] => {
    const seen = new Map(unknown.filter((one) => one.kind === kind).map((one) => [one.value, one.count]))
    // A value with a meaning is unknown no longer; it stays here so that the meaning can be changed.
    for (const value of Object.keys(mapping.values[kind])) if (!seen.has(value)) seen.set(value, 0)
    return [...seen].map(([value, count]) => ({
      value,
      count,
      now: kind === 'column' && mapping.values.column[value] === '' ? leftOut : (mapping.values[kind][value] ?? ''),
      suggested: suggestionFor(kind, value),
    }))
  }
  return {
    source,
    targets: possibleTargets(house, source.tenant),
    publishers: publishers.map(({ name, count }) => ({
      value: name,
      count,
      now: mapping.publishers[nameKey(name)] ?? '',
      suggested: mapping.publishers[nameKey(name)] === undefined ? (suggestedTarget(house, source.tenant, name)?.slug ?? '') : '',
    })),
    values: { license: values('license'), theme: values('theme'), format: values('format'), column: values('column') },
  }
}

/** The meanings that the form gave; what is in no list, or no tenant that may be filled, is left out. */
export function readMapping(house: HarvestHouse, source: Source, form: URLSearchParams): Mapping {
  const slugs = new Set(possibleTargets(house, source.tenant).map((site) => site.slug))
  const publishers: Record<string, string> = {}
  const values: Record<MappedKind, Record<string, string>> = { license: {}, theme: {}, format: {}, column: {} }
  for (const [name, meaning] of [...form].slice(0, 1000)) {
    const dot = name.indexOf('.')
    const [kind, value] = [name.slice(0, dot), name.slice(dot + 1)]
    if (kind === 'publisher') {
      // An empty meaning is kept, too: somebody decided against the suggestion.
      if (meaning === '' || slugs.has(meaning)) publishers[nameKey(value)] = meaning
    } else {
      const known = mappedKinds.find((one) => one === kind)
      if (known && value && isIn[known](meaning)) values[known][value] = known === 'column' && meaning === leftOut ? '' : meaning
    }
  }
  return { publishers, values }
}
