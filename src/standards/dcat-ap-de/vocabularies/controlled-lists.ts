import { rows, vocabulary } from './concept.ts'

const eu = 'http://publications.europa.eu/resource/authority/'

/** Who may see the data. Codes: Publications Office, table access-right. */
export const accessRights = vocabulary(
  `${eu}access-right/`,
  rows(`${eu}access-right/`, [
    ['PUBLIC', 'öffentlich', 'public'],
    ['RESTRICTED', 'eingeschränkt', 'restricted'],
    ['NON_PUBLIC', 'nicht öffentlich', 'non-public'],
    ['SENSITIVE', 'sensibel', 'sensitive'],
    ['CONFIDENTIAL', 'vertraulich', 'confidential'],
    ['NORMAL', 'normal', 'normal'],
    ['OP_DATPRO', 'vorläufige Daten', 'provisional data'],
  ]),
  { offen: 'PUBLIC', open: 'PUBLIC', frei: 'PUBLIC', private: 'NON_PUBLIC', nonpublic: 'NON_PUBLIC' },
)

/** How long a distribution is to stay. Codes: Publications Office, table planned-availability. */
export const availabilities = vocabulary(
  `${eu}planned-availability/`,
  rows(`${eu}planned-availability/`, [
    ['AVAILABLE', 'mittelfristig verfügbar', 'available'],
    ['EXPERIMENTAL', 'versuchsweise', 'experimental'],
    ['STABLE', 'dauerhaft verfügbar', 'stable'],
    ['TEMPORARY', 'vorübergehend verfügbar', 'temporary'],
  ]),
)

/** State of a distribution. Codes: Publications Office, table distribution-status; the ADMS names are its forerunners. */
export const distributionStatuses = vocabulary(
  `${eu}distribution-status/`,
  rows(`${eu}distribution-status/`, [
    ['COMPLETED', 'vollständig', 'completed'],
    ['DEPRECATED', 'veraltet', 'deprecated'],
    ['DEVELOP', 'in Arbeit', 'under development'],
    ['WITHDRAWN', 'zurückgezogen', 'withdrawn'],
  ]),
  { UnderDevelopment: 'DEVELOP' },
)

const level = 'http://dcat-ap.de/def/politicalGeocoding/Level/'
/** Political level a dataset covers. Codes: DCAT-AP.de. */
export const geocodingLevels = vocabulary(
  level,
  rows(level, [
    ['international', 'international', 'international'],
    ['european', 'Europäische Union', 'European Union'],
    ['federal', 'Bund', 'federation'],
    ['state', 'Land', 'state'],
    ['administrativeDistrict', 'Kreis', 'district'],
    ['municipality', 'Gemeinde', 'municipality'],
  ]),
  {
    Bundesland: 'state',
    Landkreis: 'administrativeDistrict',
    'Kreisfreie Stadt': 'administrativeDistrict',
    Kommune: 'municipality',
    Stadt: 'municipality',
    europa: 'european',
    national: 'federal',
  },
)

const publisher = 'http://purl.org/adms/publishertype/'
/** Kinds of publishers. Codes: ADMS 1.0. */
export const publisherTypes = vocabulary(
  publisher,
  rows(publisher, [
    ['Academia-ScientificOrganisation', 'Hochschule oder Forschungseinrichtung', 'academia or scientific organisation'],
    ['Company', 'Unternehmen', 'company'],
    ['IndustryConsortium', 'Industrieverbund', 'industry consortium'],
    ['LocalAuthority', 'Kommunale Behörde', 'local authority'],
    ['NationalAuthority', 'Bundesbehörde', 'national authority'],
    ['NonGovernmentalOrganisation', 'Nichtregierungsorganisation', 'non-governmental organisation'],
    ['NonProfitOrganisation', 'Gemeinnützige Organisation', 'non-profit organisation'],
    ['PrivateIndividual(s)', 'Privatpersonen', 'private individuals'],
    ['RegionalAuthority', 'Landesbehörde', 'regional authority'],
    ['StandardisationBody', 'Normungsorganisation', 'standardisation body'],
    ['SupraNationalAuthority', 'Überstaatliche Behörde', 'supra-national authority'],
  ]),
)

const hvd = 'http://data.europa.eu/bna/'
/** The six categories of high-value datasets. Source: Implementing Regulation (EU) 2023/138, annex; IRIs of the Publications Office. */
export const hvdCategories = vocabulary(
  hvd,
  rows(hvd, [
    ['c_ac64a52d', 'Georaum', 'geospatial'],
    ['c_dd313021', 'Erdbeobachtung und Umwelt', 'earth observation and environment'],
    ['c_164e0bf5', 'Meteorologie', 'meteorological'],
    ['c_e1da4e07', 'Statistik', 'statistics'],
    ['c_a9135398', 'Unternehmen und Eigentümerschaft von Unternehmen', 'companies and company ownership'],
    ['c_b79e35eb', 'Mobilität', 'mobility'],
  ]),
)

const spdx = 'http://spdx.org/rdf/terms#checksumAlgorithm_'
/** Checksum algorithms of SPDX 2.x; DCAT-AP.de 1 and 2 had IRIs of their own. */
export const checksumAlgorithms = vocabulary(
  spdx,
  rows(spdx, [
    ['md5', 'MD5', 'MD5'],
    ['sha1', 'SHA-1', 'SHA-1'],
    ['sha256', 'SHA-256', 'SHA-256'],
    ['sha384', 'SHA-384', 'SHA-384'],
    ['sha512', 'SHA-512', 'SHA-512'],
  ]),
  {
    'http://dcat-ap.de/def/hashAlgorithms/md/5': 'md5',
    'http://dcat-ap.de/def/hashAlgorithms/sha/1': 'sha1',
    'http://dcat-ap.de/def/hashAlgorithms/sha/256': 'sha256',
    'http://dcat-ap.de/def/hashAlgorithms/sha/384': 'sha384',
    'http://dcat-ap.de/def/hashAlgorithms/sha/512': 'sha512',
  },
)
