// Which values count, by the lists of data.europa.eu's assessment (edp-machine-readable-format, edp-non-proprietary-format, edp-licences;
// read in November 2026). They differ from what an engineer would say: a spreadsheet of Excel is machine-readable there, PDF is neither.
const fileTypes = 'http://publications.europa.eu/resource/authority/file-type/'
const licenceList = 'http://publications.europa.eu/resource/authority/licence/'
const german = 'http://dcat-ap.de/def/licenses/'

const both =
  'CSV GEOJSON ICS JSON JSON_LD KML KMZ NETCDF ODS RDF_N_QUADS RDF_N_TRIPLES RDF_TRIG RDF_TURTLE RDF_XML RSS XML'.split(' ')

/** Codes of file types that programs read. */
export const machineReadable: ReadonlySet<string> = new Set([...both, 'RDFA', 'SHP', 'XLS', 'XLSX'])

/** Codes of file types that belong to nobody. */
export const nonProprietary: ReadonlySet<string> = new Set([
  ...both,
  ...'BMP DBF GZIP HTML JPEG2000 PNG RTF TAR TIFF TSV TXT WMS_SRVC ZIP'.split(' '),
])

const licences = new Set(
  `apache bsd cc-by cc-by-de/3.0 cc-by-nc cc-by-nc-de/3.0 cc-by-nc/4.0 cc-by-nd cc-by-nd/3.0 cc-by-nd/4.0 cc-by-sa cc-by-sa-de/3.0
  cc-by-sa/4.0 cc-by/4.0 cc-zero ccpdm/1.0 dl-by-de/1.0 dl-by-de/2.0 dl-by-nc-de/1.0 dl-zero-de/2.0 gfdl gpl/3.0 mozilla odbl odby odcpddl`.split(
    /\s+/,
  ),
)

/** Whether a licence is on the list: the EU's own, or a German one that the list names. */
export const knownLicence = (iri: string): boolean =>
  iri.startsWith(licenceList) || (iri.startsWith(german) && licences.has(iri.slice(german.length)))

/** Code of an EU file type; undefined for what is none. */
export const codeOf = (iri: string | undefined): string | undefined =>
  iri?.startsWith(fileTypes) ? iri.slice(fileTypes.length) : undefined

/** Media types as IANA writes them. */
export const isMediaType = (iri: string | undefined): boolean =>
  /^https?:\/\/www\.iana\.org\/assignments\/media-types\/[a-z]+\/[^\s/]+$/i.test(iri ?? '')

/** EU list of access rights. */
export const isAccessRight = (iri: string | undefined): boolean =>
  iri?.startsWith('http://publications.europa.eu/resource/authority/access-right/') === true
