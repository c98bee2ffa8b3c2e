import { CsvError, parse } from 'csv-parse/sync'
import { fail, ok, type Result } from '#kernel/result.ts'
import { withoutUmlauts } from '#kernel/slug.ts'

/** One row of the hand-labelled list of datasets of NRW municipalities (Bertelsmann Stiftung, Musterdatenkatalog, CC0). */
export interface LabelledRow {
  /** Line of the file at which the row ends, counted from 1. */
  line: number
  title: string
  description: string
  identifier: string
  /** As the town wrote it: a name, a short form or an IRI. */
  licence: string
  /** Names of themes, as the town wrote them. */
  themes: readonly string[]
  modified: string
  town: string
  /** Empty where the list has none. */
  landingPage: string
  /** `Abfallwirtschaft - Abfallkalender`; empty for the few rows without a label. */
  model: string
  modelTheme: string
  modelName: string
}

/** What is wrong with a list, and where. */
export interface LabelledFault {
  line: number
  message: string
}

const needed = ['dct:title', 'MUSTERDATENSATZ', 'dct:identifier', 'ORG']

function rowOf(record: Readonly<Record<string, string>>, line: number): LabelledRow {
  const cell = (name: string): string => (record[name] ?? '').trim()
  const page = cell('dcat:landingPage')
  return {
    line,
    title: cell('dct:title'),
    description: cell('dct:description'),
    identifier: cell('dct:identifier'),
    licence: cell('dcat:Distribution.dct:license'),
    // Several themes are joined by a bare comma; a comma before a space belongs to the name ("Bildung, Kultur und Sport").
    themes: cell('dcat:theme')
      .split(/,(?! )/)
      .map((theme) => theme.trim())
      .filter(Boolean),
    modified: cell('updated_at'),
    town: cell('ORG'),
    // The list has ".../nan" where there was no page.
    landingPage: page.endsWith('/nan') ? '' : page,
    model: cell('MUSTERDATENSATZ'),
    modelTheme: cell('THEMA'),
    modelName: cell('BEZEICHNUNG'),
  }
}

/** Reads the list; quoted fields may hold commas, quotes and line breaks. Fails with the line of the first fault. */
export function labelledRows(csvText: string): Result<LabelledRow[], LabelledFault> {
  try {
    const records: { record: Record<string, string>; info: { lines: number } }[] = parse(csvText, {
      columns: true,
      bom: true,
      info: true,
      skipEmptyLines: true,
    })
    const header = records[0]?.record ?? {}
    const missing = needed.filter((name) => !(name in header))
    if (missing.length) return fail({ line: 1, message: `columns missing: ${missing.join(', ')}` })
    return ok(records.map(({ record, info }) => rowOf(record, info.lines)))
  } catch (error) {
    if (error instanceof CsvError)
      return fail({ line: typeof error.lines === 'number' ? error.lines : 0, message: error.message })
    throw error
  }
}

const dct = 'http://purl.org/dc/terms/'
const dcat = 'http://www.w3.org/ns/dcat#'
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const skos = 'http://www.w3.org/2004/02/skos/core#'
const foaf = 'http://xmlns.com/foaf/0.1/'
const xsd = 'http://www.w3.org/2001/XMLSchema#'

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const text = (value: string, suffix = ''): string =>
  `"${value.replace(/[\\"\n\r\t]/g, (sign) => escapes[sign] ?? sign)}"${suffix}`
// What may not stand in an IRI is percent-encoded, as N-Triples demands.
const iri = (value: string): string => `<${value.replace(/[\p{Cc}\s<>"{}|^`\\]/gu, (sign) => encodeURIComponent(sign))}>`
const textOrIri = (value: string): string => (/^https?:\/\//.test(value) ? iri(value) : text(value))

const camel = (name: string): string =>
  withoutUmlauts(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')

/** IRI of a model dataset, formed as the Musterdatenkatalog forms its own: `.../gruenflaechen/baumbestandBaumkataster`. */
export const modelIri = (theme: string, name: string): string =>
  `https://musterdatenkatalog.de/def/musterdatensatz/${camel(theme)}/${camel(name)}`

function triplesOf(row: LabelledRow, subject: string): string[] {
  const dataset = iri(subject)
  const distribution = iri(`${subject}#distribution`)
  const publisher = iri(`${subject}#publisher`)
  const line = (s: string, p: string, o: string): string => `${s} <${p}> ${o} .`
  const page = row.landingPage ? iri(row.landingPage) : undefined
  const model = row.model ? iri(modelIri(row.modelTheme, row.modelName)) : undefined
  return [
    line(dataset, rdfType, iri(`${dcat}Dataset`)),
    line(dataset, `${dct}identifier`, text(row.identifier)),
    line(dataset, `${dct}title`, text(row.title, '@de')),
    ...(row.description ? [line(dataset, `${dct}description`, text(row.description, '@de'))] : []),
    ...(row.modified ? [line(dataset, `${dct}modified`, text(row.modified, `^^<${xsd}dateTime>`))] : []),
    ...row.themes.map((theme) => line(dataset, `${dcat}theme`, textOrIri(theme))),
    line(dataset, `${dct}publisher`, publisher),
    line(publisher, rdfType, iri(`${foaf}Organization`)),
    line(publisher, `${foaf}name`, text(row.town, '@de')),
    ...(page ? [line(dataset, `${dcat}landingPage`, page)] : []),
    ...(model
      ? [
          line(dataset, `${dct}references`, model),
          line(model, rdfType, iri(`${skos}Concept`)),
          line(model, `${skos}prefLabel`, text(row.model, '@de')),
        ]
      : []),
    line(dataset, `${dcat}distribution`, distribution),
    line(distribution, rdfType, iri(`${dcat}Distribution`)),
    ...(page ? [line(distribution, `${dcat}accessURL`, page)] : []),
    ...(row.licence ? [line(distribution, `${dct}license`, textOrIri(row.licence))] : []),
  ]
}

/**
 * The list as N-Triples (which is Turtle), one document per town, for the ordinary import: licences and themes stay the
 * words they are, so that its repairs map them. The label becomes `dct:references` to the concept with its `skos:prefLabel`.
 * An identifier that occurs twice gets `-2`, so that no row is lost.
 */
export function labelledRowsAsTurtle(
  csvText: string,
  base = 'https://datensaetze-nrw.example/',
): Result<Map<string, string>, LabelledFault> {
  const rows = labelledRows(csvText)
  if (!rows.ok) return rows
  const seen = new Map<string, number>()
  const lines = new Map<string, string[]>()
  for (const row of rows.value) {
    const times = (seen.get(row.identifier) ?? 0) + 1
    seen.set(row.identifier, times)
    const id = encodeURIComponent(row.identifier || `zeile-${row.line}`)
    const own = lines.get(row.town) ?? []
    own.push(...triplesOf(row, `${base}${id}${times > 1 ? `-${times}` : ''}`))
    lines.set(row.town, own)
  }
  return ok(new Map([...lines].map(([town, triples]) => [town, `${triples.join('\n')}\n`])))
}
