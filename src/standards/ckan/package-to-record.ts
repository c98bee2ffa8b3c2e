import { type CatalogueRecord, type Kept, type Reading, type Rejection, type Repair, readCatalogue } from '#standards/dcat-ap-de'
import { unknownBase } from '#standards/rdf'
import { PackageWriter } from './package-quads.ts'
import { isPackage, readPackageSearch } from './package-search.ts'

export interface PackageOptions {
  /** Address of the portal, `https://opendata.example.de`: addresses of records are made from it. */
  base?: string
}

/** One package as a record, or why it was not taken. */
export interface ReadPackage {
  record?: CatalogueRecord
  repairs: Repair[]
  kept: Kept[]
  rejected?: Rejection
}

const refused = (record: string, place: string, reason: Rejection['reason']): ReadPackage => ({
  repairs: [],
  kept: [],
  rejected: { record, place, reason },
})

/** Reads one CKAN package. Unknown extras stay as triples `urn:x-ckan:extra:KEY`. */
export function packageToRecord(given: unknown, options: PackageOptions = {}): ReadPackage {
  const base = (options.base ?? unknownBase).replace(/\/+$/, '')
  if (!isPackage(given)) return refused('', '', 'no-package')
  const writer = new PackageWriter(given, base)
  const place = String(given.name ?? given.id ?? '')
  if (given.state === 'deleted' || given.state === 'draft') return refused(writer.uri, place, 'deleted')
  if (given.private === true) return refused(writer.uri, place, 'private')
  const { records, repairs, kept, rejected } = readCatalogue(writer.write())
  const record = records.find((each) => each.uri === writer.uri) ?? records[0]
  if (!record) return refused(writer.uri, place, rejected[0]?.reason ?? 'not-described')
  return { record, repairs, kept }
}

/** Reads all packages of an answer; undefined when it is no CKAN answer. Packages read = records + rejected. */
export function readPackages(json: unknown, options: PackageOptions = {}): Reading | undefined {
  const answer = readPackageSearch(json)
  if (!answer) return undefined
  const base = options.base ?? answer.base
  const reading: Reading = { catalogues: [], records: [], repairs: [], rejected: [], kept: [], rest: [] }
  for (const [at, each] of answer.packages.entries()) {
    const { record, repairs, kept, rejected } = packageToRecord(each, base === undefined ? {} : { base })
    if (record) reading.records.push(record)
    if (rejected)
      reading.rejected.push({
        ...rejected,
        record: rejected.record || `results[${at}]`,
        place: `results[${at}] ${rejected.place}`.trim(),
      })
    reading.repairs.push(...repairs)
    reading.kept.push(...kept)
  }
  return reading
}
