import {
  type CatalogueRecord,
  type Dataset,
  type Distribution,
  fileTypes,
  frequencies,
  isSafeLink,
  type LangString,
  licences,
  parseDate,
  say,
  themes,
} from '#standards/dcat-ap-de'
import { newDistribution } from './new-record.ts'
import { isPersonalMailbox } from './person-traces.ts'

/** What is wrong with a cell. The sentence has the text key `catalogue.sheet.fault.<fault>`. */
export type CellFault =
  | 'unknown'
  | 'not-a-date'
  | 'not-an-address'
  | 'not-a-mailbox'
  | 'personal'
  | 'missing'
  | 'too-long'
  | 'several'

export interface SheetColumn {
  readonly id: string
  /** Head of the column in the file, which is German: the file goes from office to office. */
  readonly head: string
  /** The cell of a record. */
  readonly write: (record: CatalogueRecord) => string
  /** The record with the cell in it, or what is wrong. */
  readonly read: (cell: string, record: CatalogueRecord) => CatalogueRecord | CellFault
}

const german = (value: string): LangString[] => [{ value, lang: 'de' }]
/** German texts are replaced, those in other languages stay. */
const withGerman = (texts: readonly LangString[], value: string): LangString[] => [
  ...german(value),
  ...texts.filter((one) => one.lang !== 'de' && one.lang !== ''),
]
const list = (cell: string) => [
  ...new Set(
    cell
      .split(/[|;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]
const firstFile = (record: CatalogueRecord): Distribution | undefined =>
  record.kind === 'service' ? undefined : record.distribution[0]

/** Changes the only file of a dataset; makes one where there is none. */
function withFile(record: CatalogueRecord, change: Partial<Distribution>): CatalogueRecord | CellFault {
  if (record.kind === 'service') return 'unknown'
  if (record.distribution.length > 1) return 'several'
  // What the table does not say is left open, also what the tenant's settings would give.
  const empty: Distribution = { ...newDistribution(record, {}), uri: `${record.uri}#1`, language: [] }
  return { ...record, distribution: [{ ...empty, ...record.distribution[0], ...change }] }
}

function readThemes(cell: string, record: CatalogueRecord): CatalogueRecord | CellFault {
  const found = list(cell).map((word) => themes.find(word))
  if (found.some((one) => one === undefined)) return 'unknown'
  const others = record.theme.filter((iri) => !themes.get(iri))
  return { ...record, theme: [...found.flatMap((one) => one?.iri ?? []), ...others] }
}

function readLicence(cell: string, record: CatalogueRecord): CatalogueRecord | CellFault {
  const license = licences.find(cell)?.iri
  if (!license) return 'unknown'
  if (record.kind === 'service') return { ...record, license }
  return { ...record, distribution: record.distribution.map((one) => ({ ...one, license })) }
}

function readMail(email: string, record: CatalogueRecord): CatalogueRecord | CellFault {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return 'not-a-mailbox'
  if (isPersonalMailbox(email)) return 'personal'
  const [point = {}, ...more] = record.contactPoint
  return { ...record, contactPoint: [{ ...point, email }, ...more] }
}

function readDay(cell: string, record: CatalogueRecord): CatalogueRecord | CellFault {
  const modified = parseDate(cell)
  return modified ? { ...record, modified } : 'not-a-date'
}

const rhythmOf = (record: CatalogueRecord) => (record as Partial<Dataset>).accrualPeriodicity

/** The columns of the spreadsheet, in their order. An empty cell changes nothing. */
export const sheetColumns: readonly SheetColumn[] = [
  {
    id: 'title',
    head: 'Titel',
    write: (one) => say(one.title),
    read: (cell, one) => (cell.length > 300 ? 'too-long' : { ...one, title: withGerman(one.title, cell) }),
  },
  {
    id: 'description',
    head: 'Beschreibung',
    write: (one) => say(one.description),
    read: (cell, one) => (cell.length > 10_000 ? 'too-long' : { ...one, description: withGerman(one.description, cell) }),
  },
  {
    id: 'keywords',
    head: 'Schlagwörter',
    write: (one) => one.keyword.map((word) => word.value).join(' | '),
    read: (cell, one) => ({ ...one, keyword: list(cell).map((value) => ({ value, lang: 'de' })) }),
  },
  {
    id: 'themes',
    head: 'Themen',
    write: (one) => one.theme.flatMap((iri) => themes.get(iri)?.de ?? []).join(' | '),
    read: readThemes,
  },
  // Before the licence, which belongs to it.
  {
    id: 'url',
    head: 'Adresse der Daten',
    write: (one) => firstFile(one)?.accessURL[0] ?? firstFile(one)?.downloadURL[0] ?? '',
    read: (cell, one) => (isSafeLink(cell) && /^https?:/.test(cell) ? withFile(one, { accessURL: [cell] }) : 'not-an-address'),
  },
  {
    id: 'format',
    head: 'Format',
    write: (one) => fileTypes.get(firstFile(one)?.format ?? '')?.code ?? '',
    read: (cell, one) => {
      const format = fileTypes.find(cell)?.iri
      return format ? withFile(one, { format }) : 'unknown'
    },
  },
  {
    id: 'license',
    head: 'Lizenz',
    write: (one) => licences.get(one.license ?? firstFile(one)?.license ?? '')?.code ?? '',
    read: readLicence,
  },
  {
    id: 'contact',
    head: 'Kontaktstelle',
    write: (one) => say(one.contactPoint[0]?.fn ?? []),
    read: (cell, one) => {
      const [point = {}, ...more] = one.contactPoint
      return { ...one, contactPoint: [{ ...point, fn: german(cell) }, ...more] }
    },
  },
  { id: 'email', head: 'E-Mail der Kontaktstelle', write: (one) => one.contactPoint[0]?.email ?? '', read: readMail },
  {
    id: 'rhythm',
    head: 'Aktualisierung',
    write: (one) => frequencies.get(rhythmOf(one) ?? '')?.de ?? '',
    read: (cell, one) => {
      const accrualPeriodicity = frequencies.find(cell)?.iri
      if (!accrualPeriodicity || one.kind === 'service') return 'unknown'
      return { ...one, accrualPeriodicity }
    },
  },
  { id: 'modified', head: 'Stand der Daten', write: (one) => one.modified ?? '', read: readDay },
]

/** Columns that are no part of the record. */
export const idHead = 'Kennung'
export const kindHead = 'Art'
export const officeHead = 'Amt'
export const kindWords: Readonly<Record<CatalogueRecord['kind'], string>> = {
  dataset: 'Datensatz',
  series: 'Datenreihe',
  service: 'Datendienst',
}
/** All heads in the order of the file. */
export const sheetHeads = [idHead, kindHead, ...sheetColumns.map((one) => one.head), officeHead] as const
