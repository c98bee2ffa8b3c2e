import type { Quad, Term } from '@rdfjs/types'
import { blank, canonicalLabels, shorten, termKey, triple } from '#standards/rdf'
import { Decoder } from './decode.ts'
import type { CatalogueHead, CatalogueRecord, Distribution } from './model.ts'
import { classes, distributionRows, headRows, links, type Row, recordRows } from './property-table.ts'
import type { Kept } from './reading.ts'
import { isSafeLink } from './values.ts'

/** Order of code units, the same on every machine. */
export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The graph with blank nodes named by content and triples in a fixed order, so that the same source always gives the same record. */
function canonical(quads: readonly Quad[]): Quad[] {
  const labels = canonicalLabels(quads)
  const swap = (term: Term): Term => (term.termType === 'BlankNode' ? blank(labels.get(term.value) ?? term.value) : term)
  const renamed = quads.map((quad) => triple(swap(quad.subject), quad.predicate.value, swap(quad.object)))
  return renamed
    .map((quad) => [`${quad.subject.value} ${quad.predicate.value} ${termKey(quad.object)}`, quad] as const)
    .sort(([a], [b]) => compare(a, b))
    .map(([, quad]) => quad)
}

/** Reads a mended graph into a record. */
export function decodeRecord(
  uri: string,
  kind: CatalogueRecord['kind'],
  distributions: readonly string[],
  quads: readonly Quad[],
): { record: CatalogueRecord; kept: Kept[] } {
  const decoder = new Decoder(canonical(quads))
  decoder.claim(uri, links.type, classes[kind])
  const fields = decoder.fields(uri, recordRows(kind))
  const kept = keptOf(uri, decoder, fields)
  const parts = distributions.map((part) => {
    decoder.claim(uri, links.distribution, part)
    decoder.claim(part, links.type, classes.distribution)
    const own = decoder.fields(part, distributionRows)
    kept.push(...keptOf(uri, decoder, own))
    return { uri: part, ...own }
  })
  const { own, of } = decoder.extra(uri, distributions)
  sortThemes(fields)
  const distribution = parts.map((part) => ({ ...part, extra: of.get(part.uri) ?? [] }) as unknown as Distribution)
  const record = { kind, uri, ...fields, ...(kind === 'service' ? {} : { distribution }), extra: own }
  return { record: record as unknown as CatalogueRecord, kept }
}

/** EU themes come first because they are read first. */
function sortThemes(fields: Record<string, unknown>): void {
  const theme = fields.theme as string[] | undefined
  if (theme) fields.theme = theme.toSorted((a, b) => Number(isEuTheme(b)) - Number(isEuTheme(a)))
}
const isEuTheme = (value: string) => value.startsWith('http://publications.europa.eu/resource/authority/data-theme/')

function reasonOf(row: Row, term: Term, fields: Record<string, unknown>): Kept['reason'] {
  if (term.termType === 'Literal' && term.value.trim() === '') return 'empty'
  if (term.termType === 'NamedNode' && !isSafeLink(term.value)) return 'unsafe-link'
  return !row.many && fields[row.field] !== undefined ? 'more-than-one' : 'not-understood'
}

function keptOf(record: string, decoder: Decoder, fields: Record<string, unknown>): Kept[] {
  return decoder.misfits.splice(0).map(({ row, term }) => ({
    record,
    property: shorten(row.predicate),
    value: term.termType === 'BlankNode' ? '[ ]' : term.value.slice(0, 500),
    reason: reasonOf(row, term, fields),
  }))
}

/** Reads a mended graph into the head of a catalogue. */
export function decodeHead(uri: string, quads: readonly Quad[]): { head: CatalogueHead; kept: Kept[] } {
  const decoder = new Decoder(canonical(quads))
  decoder.claim(uri, links.type, classes.catalog)
  const fields = decoder.fields(uri, headRows)
  const kept = keptOf(uri, decoder, fields)
  return { head: { uri, ...fields, extra: decoder.extra(uri, []).own } as unknown as CatalogueHead, kept }
}
