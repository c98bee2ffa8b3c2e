/** One official artefact: where it is published, what it is, and where it lies in a folder of collected material. */
export interface Artefact {
  readonly id: string
  readonly kind: 'shapes' | 'vocabulary' | 'municipalities' | 'boundaries'
  /** Official address; undefined where the source publishes no form that we can read. */
  readonly address: string | undefined
  readonly mediaType: string
  readonly licence: string
  /** Places in a folder that was filled by hand, tried together: what is there is joined. */
  readonly folder: readonly string[]
  /** Least number of triples, rows or features; less means that something else was delivered. */
  readonly least: number
  /** Without a mandatory one the installation counts as failed. */
  readonly mandatory: boolean
  /** For vocabularies: the IRI of the list; everything below it is an entry. */
  readonly scheme?: string
}

const govdata = 'https://raw.githubusercontent.com/GovDataOfficial/DCAT-AP.de-SHACL-Validation/master/validator/resources'
const semic = 'https://raw.githubusercontent.com/SEMICeu/DCAT-AP/master/releases'
const turtle = 'text/turtle'
const rdfXml = 'application/rdf+xml'

const shapes = (id: string, address: string, place: string, least: number, licence = 'CC BY 4.0'): Artefact => ({
  id: `shapes/${id}`,
  kind: 'shapes',
  address,
  mediaType: turtle,
  licence,
  folder: [place],
  least,
  mandatory: true,
})

const german = (id: string, file: string, least: number, licence?: string) =>
  shapes(id, `${govdata}/${file}`, `shacl/dcat-ap-de/${file}`, least, licence)

/** EU lists are served in many forms; which one is asked for with Accept. */
const list = (id: string, folder: readonly string[], least: number, more: Partial<Artefact> = {}): Artefact => ({
  id: `vocabulary/${id}`,
  kind: 'vocabulary',
  address: `https://publications.europa.eu/resource/authority/${id}`,
  mediaType: rdfXml,
  licence: 'CC BY 4.0',
  folder,
  least,
  mandatory: true,
  scheme: `http://publications.europa.eu/resource/authority/${id}`,
  ...more,
})

const wfs = (layer: string) =>
  `https://sgx.geodatenzentrum.de/wfs_vg250?service=WFS&version=2.0.0&request=GetFeature&typeNames=vg250:${layer}&outputFormat=application/json&srsName=EPSG:4326&filter=${encodeURIComponent(
    '<Filter><PropertyIsLike wildCard="*" singleChar="?" escapeChar="!"><ValueReference>ars</ValueReference><Literal>05*</Literal></PropertyIsLike></Filter>',
  )}`

const boundaries = (id: string, layer: string, place: string, least: number): Artefact => ({
  id: `boundaries/${id}`,
  kind: 'boundaries',
  address: wfs(layer),
  mediaType: 'application/json',
  licence: 'dl-de/by-2-0, © GeoBasis-DE / BKG',
  folder: [place],
  least,
  mandatory: true,
})

/** Everything that `reference install` brings in. */
export const artefacts: readonly Artefact[] = [
  german('dcat-ap-de-3.0/overlay', 'v3.0/shapes/dcat-ap-SHACL-DE.ttl', 500, 'CC0'),
  german('dcat-ap-de-3.0/additions', 'v3.0/shapes/dcat-ap-spec-german-additions.ttl', 100, 'CC0'),
  german('dcat-ap-de-3.0/deprecated', 'v3.0/shapes/dcat-ap-de-deprecated.ttl', 40, 'CC0'),
  german('dcat-ap-de-3.0/vocabularies', 'v3.0/shapes/dcat-ap-de-controlledvocabularies.ttl', 100, 'CC0'),
  german('dcat-ap-de-2.0/additions', 'v2.0/shapes/dcat-ap-spec-german-additions.ttl', 300),
  german('dcat-ap-de-2.0/messages', 'v2.0/shapes/dcat-ap-spec-german-messages.ttl', 50),
  german('dcat-ap-de-2.0/deprecated', 'v2.0/shapes/dcat-ap-de-deprecated.ttl', 20),
  german('dcat-ap-de-2.0/conventions', 'v2.0/shapes/dcat-ap-konventionen.ttl', 100),
  shapes(
    'dcat-ap-2.1.1',
    `${semic}/2.1.1/dcat-ap_2.1.1_shacl_shapes.ttl`,
    'shacl/dcat-ap/2.1.1/dcat-ap_2.1.1_shacl_shapes.ttl',
    300,
  ),
  shapes('dcat-ap-3.0.0', `${semic}/3.0.0/shacl/dcat-ap-SHACL.ttl`, 'shacl/dcat-ap/3.0.0/dcat-ap-SHACL.ttl', 1000),
  shapes('dcat-ap-3.0.1', `${semic}/3.0.1/shacl/dcat-ap-SHACL.ttl`, 'shacl/dcat-ap/3.0.1/dcat-ap-SHACL.ttl', 1000),
  shapes('hvd-3.0.0', `${semic}/3.0.0-hvd/shacl/hvd-SHACL.ttl`, 'shacl/hvd-3.0.0/hvd-SHACL.ttl', 300),
  list('file-type', ['vocab/berlin/filetypes-skos-ap-act.ttl', 'vocab/fdk/filetypes-sparql-result.ttl'], 300),
  list('data-theme', ['vocab/berlin/data-theme-skos-ap-act.ttl', 'vocab/fdk/data-theme-sparql-result.ttl'], 26),
  list('frequency', ['vocab/fdk/frequencies-sparql-result.ttl'], 60),
  list('access-right', ['vocab/mqa/access-right-skos.rdf', 'vocab/fdk/access-right-sparql-result.ttl'], 12),
  list('planned-availability', ['vocab/fdk/planned-availability-sparql-result.ttl'], 8),
  list('language', ['vocab/fdk/languages-skos.rdf', 'vocab/fdk/language-sparql-result.ttl'], 6),
  list('licence', ['vocab/fdk/licences-sparql-result.ttl', 'vocab/piveau/licences-skos.rdf'], 100),
  list('dataset-type', ['vocab/fdk/dataset-types-sparql-result.ttl'], 40),
  list('distribution-status', ['vocab/fdk/distribution-status-sparql-result.ttl'], 8),
  list('publishertype', ['vocab/fdk/adms-publisher-type.ttl'], 20, {
    address: 'https://raw.githubusercontent.com/SEMICeu/ADMS-AP/master/purl.org/ADMS_SKOS_v1.00.rdf',
    scheme: 'http://purl.org/adms/publishertype/1.0',
    mandatory: false,
  }),
  list('hvd-category', ['vocab/hvd/hvd_scheme.ttl', 'vocab/fdk/high-value-categories.ttl'], 180, {
    address: 'https://data.europa.eu/bna/asd487ae75',
    scheme: 'http://data.europa.eu/bna/asd487ae75',
  }),
  list('dcat-ap-de-licences', ['shacl/dcat-ap-de/dashboard-live/shapes/dcat-ap-de-licenses-open.rdf'], 200, {
    address: 'https://www.dcat-ap.de/def/licenses/20210721.rdf',
    scheme: 'http://dcat-ap.de/def/licenses',
    licence: 'CC BY 4.0, GovData',
  }),
  list('dcat-ap-de-contributors', ['shacl/dcat-ap-de/dashboard-live/shapes/dcat-ap-de-contributors.rdf'], 300, {
    address: 'https://www.dcat-ap.de/def/contributors/20240606.rdf',
    scheme: 'http://dcat-ap.de/def/contributors',
    licence: 'CC BY 4.0, GovData',
  }),
  list('dcat-ap-de-geocoding-level', [], 6, {
    address: 'https://www.dcat-ap.de/def/politicalGeocoding/Level/1_0.rdf',
    scheme: 'http://dcat-ap.de/def/politicalGeocoding/Level',
    licence: 'CC BY 4.0, GovData',
    mandatory: false,
  }),
  {
    id: 'municipalities',
    kind: 'municipalities',
    // Destatis publishes the table as a spreadsheet only. Without it names and keys are taken from the boundaries, without population.
    address: undefined,
    mediaType: 'text/csv',
    licence: 'dl-de/by-2-0, © Statistisches Bundesamt',
    folder: ['geo/nrw_gemeinden_destatis_gv.csv'],
    least: 449,
    mandatory: false,
  },
  boundaries('gemeinden', 'vg250_gem', 'geo/nrw_gemeinden_vg5000_2021.geojson', 396),
  boundaries('kreise', 'vg250_krs', 'geo/nrw_kreise_vg5000_2021.geojson', 53),
]
