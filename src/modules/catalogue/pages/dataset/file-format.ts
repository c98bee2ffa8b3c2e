import { type Distribution, fileTypes } from '#standards/dcat-ap-de'

/** What a format is good for; the text key is `catalogue.format.<use>`. */
export type FormatUse =
  | 'table'
  | 'spreadsheet'
  | 'map'
  | 'mapservice'
  | 'featureservice'
  | 'api'
  | 'program'
  | 'linked'
  | 'read'
  | 'page'
  | 'archive'
  | 'image'
  | 'calendar'
  | 'database'
  | 'feed'
  | 'unknown'

const uses: Readonly<Record<FormatUse, string>> = {
  table: 'CSV TSV TAB DBF',
  spreadsheet: 'XLSX XLS ODS XLSM XLSB',
  map: 'GEOJSON GPKG KML KMZ SHP GML GDB MIF_MID TOPOJSON GPX DXF DWG LAS LAZ GEOTIFF CITYGML',
  mapservice: 'WMS_SRVC WMTS_SRVC',
  featureservice: 'WFS_SRVC WCS_SRVC OGC_API_FEATURES',
  api: 'REST API SPARQLQ ODATA OPENAPI',
  program: 'JSON XML JSON_LINES YAML NDJSON SCHEMA_XML GTFS NETCDF PARQUET SDMX',
  linked: 'RDF RDF_XML RDF_TURTLE RDF_N_TRIPLES JSON_LD RDF_TRIG RDF_N_QUADS RDFA',
  read: 'PDF DOC DOCX ODT RTF TXT PPT PPTX MD',
  page: 'HTML XHTML HTML5',
  archive: 'ZIP TAR TAR_GZ GZIP RAR 7Z BZIP2 XZ',
  image: 'JPEG PNG TIFF GIF SVG BMP',
  calendar: 'ICS',
  database: 'SQL MDB SQLITE',
  feed: 'RSS ATOM',
  unknown: '',
}
const useOfCode = new Map(
  Object.entries(uses).flatMap(([use, codes]) =>
    codes
      .split(' ')
      .filter((code) => code !== '')
      .map((code) => [code, use as FormatUse] as const),
  ),
)

/** The code of the EU list, or what stands at the end of a foreign IRI; undefined where the format is not named. */
export const formatCode = (iri: string | undefined): string | undefined =>
  iri ? (fileTypes.get(iri)?.code ?? iri.replace(/^.*[/#]/, '')) : undefined

const spoken: Readonly<Record<string, string>> = {
  GEOJSON: 'GeoJSON',
  JSON_LD: 'JSON-LD',
  RDF_XML: 'RDF/XML',
  RDF_TURTLE: 'Turtle',
  WMS_SRVC: 'WMS',
  WFS_SRVC: 'WFS',
  WCS_SRVC: 'WCS',
  WMTS_SRVC: 'WMTS',
  GPKG: 'GeoPackage',
  SHP: 'Shapefile',
  ICS: 'iCal',
  RDF_N_TRIPLES: 'N-Triples',
  TOPOJSON: 'TopoJSON',
  GEOTIFF: 'GeoTIFF',
  REST: 'REST-API',
  OGC_API_FEATURES: 'OGC API Features',
  SPARQLQ: 'SPARQL',
}

/** The short name people use: `CSV`, `GeoJSON`, `WMS`. */
export const formatName = (iri: string | undefined): string | undefined => {
  const code = formatCode(iri)
  return code && (spoken[code] ?? (code.length <= 12 ? code : (fileTypes.get(iri ?? '')?.de ?? code)))
}

/** What a format is good for. */
export const formatUse = (iri: string | undefined): FormatUse => useOfCode.get(formatCode(iri) ?? '') ?? 'unknown'

// What most people can open, first; what is only read, last.
const order: readonly FormatUse[] = [
  'table',
  'spreadsheet',
  'map',
  'calendar',
  'program',
  'database',
  'linked',
  'archive',
  'featureservice',
  'api',
  'feed',
  'mapservice',
  'image',
  'read',
  'unknown',
  'page',
]

/** Whether a distribution is an interface and not a file. */
export const isService = (one: Distribution): boolean =>
  one.accessService.length > 0 || ['mapservice', 'featureservice', 'api'].includes(formatUse(one.format))

/** Smaller is better: files before interfaces, then by format. */
export function rankOf(one: Distribution): number {
  const reachable = one.downloadURL.length > 0 ? 0 : 100
  return reachable + (isService(one) ? 50 : 0) + order.indexOf(formatUse(one.format))
}
