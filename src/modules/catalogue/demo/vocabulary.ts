const eu = 'http://publications.europa.eu/resource/authority'

/** Licences by the names that people use (list of DCAT-AP.de). */
export const licences = {
  by: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
  zero: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
  'cc-by': 'http://dcat-ap.de/def/licenses/cc-by/4.0',
  cc0: 'http://dcat-ap.de/def/licenses/cc-zero',
} as const

/** EU data themes. */
export const themeOf = (code: Theme): string => `${eu}/data-theme/${code}`
export type Theme = 'AGRI' | 'ECON' | 'EDUC' | 'ENER' | 'ENVI' | 'GOVE' | 'HEAL' | 'JUST' | 'REGI' | 'SOCI' | 'TECH' | 'TRAN'

/** EU frequencies. */
export const frequencyOf = (code: Frequency): string => `${eu}/frequency/${code}`
export type Frequency =
  | 'ANNUAL'
  | 'BIENNIAL'
  | 'CONT'
  | 'DAILY'
  | 'HOURLY'
  | 'IRREG'
  | 'MONTHLY'
  | 'NEVER'
  | 'QUARTERLY'
  | 'WEEKLY'
  | 'ANNUAL_2'
  | 'QUINQUENNIAL'

/** Formats: code of the EU file-type list and IANA media type. */
export const formats = {
  CSV: { label: 'CSV', type: 'CSV', media: 'text/csv' },
  XLSX: { label: 'XLSX', type: 'XLSX', media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  GEOJSON: { label: 'GeoJSON', type: 'GEOJSON', media: 'application/geo+json' },
  JSON: { label: 'JSON', type: 'JSON', media: 'application/json' },
  ICS: { label: 'iCal', type: 'ICS', media: 'text/calendar' },
  XML: { label: 'XML', type: 'XML', media: 'application/xml' },
  PDF: { label: 'PDF', type: 'PDF', media: 'application/pdf' },
} as const
export type Format = keyof typeof formats

export const fileTypeOf = (code: string): string => `${eu}/file-type/${code}`
export const mediaTypeOf = (type: string): string => `https://www.iana.org/assignments/media-types/${type}`
export const german = `${eu}/language/DEU`
export const publicAccess = `${eu}/access-right/PUBLIC`
export const availabilityOf = (code: 'AVAILABLE' | 'EXPERIMENTAL' | 'STABLE' | 'TEMPORARY'): string =>
  `${eu}/planned-availability/${code}`
export const completed = `${eu}/distribution-status/COMPLETED`
export const sha256Algorithm = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256'
export const openNrw = 'http://dcat-ap.de/def/contributors/openNRW'

const geocoding = 'http://dcat-ap.de/def/politicalGeocoding'
export const geocodingLevels = {
  gemeinde: `${geocoding}/Level/municipality`,
  kreis: `${geocoding}/Level/administrativeDistrict`,
  land: `${geocoding}/Level/state`,
} as const
export const municipalityKey = (ags: string): string => `${geocoding}/municipalityKey/${ags}`
export const districtKey = (key: string): string => `${geocoding}/districtKey/${key}`
export const stateKey = (key: string): string => `${geocoding}/stateKey/${key}`

/** Durchführungsverordnung (EU) 2023/138 über hochwertige Datensätze. */
export const hvdRegulation = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'
/** Verordnung (EU) 2023/1804 (AFIR), charging points. */
export const afirRegulation = 'http://data.europa.eu/eli/reg/2023/1804/oj'

const hvd = 'http://data.europa.eu/bna'
/** Categories of high-value data sets that occur here. */
export const hvdCategories = {
  luft: `${hvd}/c_63b37dd4`,
  wasser: `${hvd}/c_43f88346`,
  schutzgebiete: `${hvd}/c_83aa10a6`,
  bodennutzung: `${hvd}/c_ad9ae929`,
  naturrisiken: `${hvd}/c_63be22bd`,
  ueberwachung: `${hvd}/c_7b8fbb64`,
  adressen: `${hvd}/c_c3de25e4`,
} as const
export type HvdCategory = keyof typeof hvdCategories

/** IRI of a concept of the Musterdatenkatalog (CC0); linked by dct:references, as the conventions of DCAT-AP.de say. */
export const modelDatasetOf = (path: string): string => `https://musterdatenkatalog.de/def/musterdatensatz/${path}`
export const dctReferences = 'http://purl.org/dc/terms/references'
