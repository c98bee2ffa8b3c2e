import { isId } from '#kernel/id.ts'
import type { Visit } from '#platform/http'
import { weights } from '#standards/mqa'
import { draftStates } from '../../model/draft.ts'
import type { Entry } from '../../store/draft-tables.ts'
import { type EntryFilter, type EntrySort, fitKeys } from '../../store/queries/entries.ts'

/** Columns beside the title, which is always there. */
export const entryColumns = ['state', 'office', 'responsible', 'quality', 'source', 'kind', 'changed'] as const
export type EntryColumn = (typeof entryColumns)[number]
const usual: readonly EntryColumn[] = ['state', 'office', 'responsible', 'quality', 'changed']

/** What a list of records was asked to show. */
export interface EntriesRequest {
  readonly filter: EntryFilter
  readonly sort: EntrySort
  readonly descending: boolean
  readonly columns: readonly EntryColumn[]
  readonly after: readonly string[] | undefined
  readonly before: readonly string[] | undefined
  readonly picked: boolean
  /** The parameters of the filter as they came, to be handed on. */
  readonly given: Readonly<Record<string, string>>
  /** Filter, order and columns, for addresses. */
  readonly kept: Readonly<Record<string, string | readonly string[]>>
}

export const entryStates = [
  ...draftStates.filter((state) => state !== 'released' && state !== 'discarded'),
  'published',
  'withdrawn',
] as const
const sorts: Readonly<Record<string, EntrySort>> = {
  aufgaben: 'attention',
  titel: 'title',
  geaendert: 'changed',
  stand: 'state',
  qualitaet: 'quality',
}
export const sortName = (sort: EntrySort): string => Object.keys(sorts).find((name) => sorts[name] === sort) ?? 'aufgaben'
export const qualities = ['schlecht', 'mittel', 'gut'] as const
const bounds: Readonly<Record<string, NonNullable<EntryFilter['quality']>>> = {
  schlecht: { below: 50 },
  mittel: { from: 50, below: 84 },
  gut: { from: 84 },
}
/** Keys in an address, and back; undefined for what is none. */
export const writeKeys = (keys: readonly string[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url')
function readKeys(text: string | null, sort: EntrySort): readonly string[] | undefined {
  if (!text || text.length > 1000) return undefined
  try {
    const keys: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    const strings = Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : []
    return fitKeys(sort, strings) ? strings : undefined
  } catch {
    return undefined
  }
}

const plain = (text: string | null) => (text ?? '').replaceAll('\0', '').trim().slice(0, 200)

/** Reads filter, order, page and columns. What makes no sense is left out: a list has no wrong question. */
export function readEntries(visit: Pick<Visit, 'query' | 'actor'>): EntriesRequest {
  const { query } = visit
  const text = plain(query.get('q'))
  const state = entryStates.find((one) => one === query.get('stand'))
  const office = plain(query.get('amt'))
  const person = query.get('person') ?? ''
  const quality = qualities.find((one) => one === query.get('qualitaet'))
  const source = query.get('quelle')
  const overdue = query.get('faellig') === '1'
  const lack = weights.find((one) => one.id === query.get('fehlt'))?.id
  const own = visit.actor.person?.id
  const responsible = person === 'ich' ? own : isId(person) ? person : undefined
  const filter: EntryFilter = {
    ...(text ? { text } : {}),
    ...(state ? { states: [state as Entry['state']] } : {}),
    ...(office ? { office } : {}),
    ...(responsible ? { responsible } : {}),
    ...(quality && bounds[quality] ? { quality: bounds[quality] } : {}),
    ...(source === 'eigen' ? { source: 'own' as const } : source === 'import' ? { source: 'imported' as const } : {}),
    ...(overdue ? { overdue } : {}),
    ...(lack ? { lack } : {}),
  }
  const sort = sorts[query.get('nach-spalte') ?? ''] ?? 'attention'
  const descending = query.get('richtung') === 'ab'
  const chosen = query.getAll('spalte')
  const columns = chosen.length > 0 ? entryColumns.filter((column) => chosen.includes(column)) : usual
  const given = {
    ...(text ? { q: text } : {}),
    ...(state ? { stand: state } : {}),
    ...(office ? { amt: office } : {}),
    ...(responsible ? { person } : {}),
    ...(quality ? { qualitaet: quality } : {}),
    ...(filter.source ? { quelle: source ?? '' } : {}),
    ...(overdue ? { faellig: '1' } : {}),
    ...(lack ? { fehlt: lack } : {}),
  }
  return {
    filter,
    sort,
    descending,
    columns,
    after: readKeys(query.get('nach'), sort),
    before: readKeys(query.get('vor'), sort),
    picked: query.get('auswahl') === 'seite',
    given,
    kept: {
      ...given,
      ...(sort === 'attention' ? {} : { 'nach-spalte': sortName(sort) }),
      ...(descending ? { richtung: 'ab' } : {}),
      ...(chosen.length > 0 ? { spalte: columns } : {}),
    },
  }
}
