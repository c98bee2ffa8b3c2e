export { ckanNamespaces } from './package-quads.ts'
export { type CkanAnswer, readPackageSearch } from './package-search.ts'
export { type PackageOptions, packageToRecord, type ReadPackage, readPackages } from './package-to-record.ts'
export { type CkanReading, readCkanAnswer } from './read-answer.ts'
export {
  parseSolrDate,
  parseSolrQuery,
  parseSolrSort,
  type SolrCondition,
  type SolrFault,
  type SolrSort,
} from './solr-query.ts'
export {
  type CkanGroup,
  type CkanOrganization,
  type CkanPackage,
  ckanFormat,
  ckanGroup,
  ckanLicence,
  ckanMoment,
  ckanTag,
  type PackagePlace,
  writePackage,
} from './write-package.ts'
