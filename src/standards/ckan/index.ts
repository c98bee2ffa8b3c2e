export { ckanNamespaces } from './package-quads.ts'
export { type CkanAnswer, readPackageSearch } from './package-search.ts'
export { type PackageOptions, packageToRecord, type ReadPackage, readPackages } from './package-to-record.ts'
export { type CkanReading, readCkanAnswer } from './read-answer.ts'
