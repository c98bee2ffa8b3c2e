/** Endings of files that may be handed in, and what their content begins with where that can be told. Nothing that a browser would run. */
const kinds: Readonly<Record<string, (head: Buffer) => boolean>> = {
  csv: isText,
  tsv: isText,
  txt: isText,
  json: isText,
  geojson: isText,
  xml: isText,
  gml: isText,
  kml: isText,
  rdf: isText,
  ttl: isText,
  ics: isText,
  pdf: (head) => head.subarray(0, 1024).includes('%PDF-'),
  zip: isZip,
  xlsx: isZip,
  ods: isZip,
  kmz: isZip,
  gpkg: (head) => head.subarray(0, 15).toString('latin1') === 'SQLite format 3',
  parquet: (head) => head.subarray(0, 4).toString('latin1') === 'PAR1',
}

/** Endings in the order in which they are named to people. */
export const endings: readonly string[] = Object.keys(kinds)

/** `Bäume.CSV` -> `csv`; '' where there is none. */
export const endingOf = (name: string): string => /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

function isZip(head: Buffer): boolean {
  return head.subarray(0, 2).toString('latin1') === 'PK'
}

/** Text has no zero bytes, but for UTF-16 with its mark, and is no page that a browser would run. */
function isText(head: Buffer): boolean {
  const marked = head.length >= 2 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
  if (!marked && head.includes(0)) return false
  return !/^\s*(?:<!doctype html|<html|<script|<svg)/i.test(head.subarray(0, 512).toString('latin1'))
}

/** What is wrong with a file, by its name and the first bytes of it; undefined when it may be handed in. */
export function uploadFault(name: string, head: Buffer): 'type' | 'content' | undefined {
  const fits = kinds[endingOf(name)]
  if (!fits) return 'type'
  return fits(head) ? undefined : 'content'
}
