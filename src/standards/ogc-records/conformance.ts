const records = 'http://www.opengis.net/spec/ogcapi-records-1/1.0/conf'
const features = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'
const common = 'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf'

/** Conformance classes of a searchable catalogue (OGC 20-004r1), and those it stands on. */
export const conformance: readonly string[] = [
  `${common}/core`,
  'http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections',
  ...['core', 'geojson', 'html', 'oas30'].map((one) => `${features}/${one}`),
  ...[
    'searchable-catalog',
    'searchable-catalog-sorting',
    'record-core',
    'record-collection',
    'record-core-query-parameters',
    'records-api',
    'sorting',
    'json',
    'html',
    'oas30',
  ].map((one) => `${records}/${one}`),
]

/** The shapes of answers, named by a link `profile`. */
export const profiles = {
  record: 'http://www.opengis.net/def/profile/OGC/0/ogc-record',
  catalog: 'http://www.opengis.net/def/profile/OGC/0/ogc-catalog',
} as const
