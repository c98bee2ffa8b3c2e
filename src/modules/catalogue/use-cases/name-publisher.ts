import { type Agent, type CatalogueHead, type CatalogueRecord, nameOf, type Reading } from '#standards/dcat-ap-de'

/**
 * Gives a publisher to what has none: a catalogue gets the tenant that takes it in, a record gets that of its catalogue.
 * DCAT-AP.de asks for one on both; each gift is a repair like any other. Without a fallback nothing is invented.
 */
export function namePublisher(reading: Reading, fallback: Agent | undefined): Reading {
  const repairs = [...reading.repairs]
  const given = (record: string, publisher: Agent) => {
    repairs.push({ record, property: 'dct:publisher', from: '', to: nameOf(publisher) || (publisher.uri ?? '') })
    return { publisher }
  }
  const headOf = (head: CatalogueHead): CatalogueHead =>
    head.publisher || !fallback ? head : { ...head, ...given(head.uri, fallback) }
  const catalogues = reading.catalogues.map((one) => ({ ...one, head: headOf(one.head) }))
  const byRecord = new Map(
    catalogues.flatMap((one) => [...one.datasets, ...one.services].map((uri) => [uri, one.head.publisher] as const)),
  )
  const first = catalogues[0]?.head.publisher ?? fallback
  const recordOf = (record: CatalogueRecord): CatalogueRecord => {
    const publisher = byRecord.get(record.uri) ?? first
    return record.publisher || !publisher ? record : { ...record, ...given(record.uri, publisher) }
  }
  const records = reading.records.map(recordOf)
  const head = catalogues[0]?.head
  return { ...reading, ...(head ? { head } : {}), catalogues, records, repairs }
}
