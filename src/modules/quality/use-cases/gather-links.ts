import { allRecords } from '#catalogue'
import { type CatalogueRecord, fileTypes } from '#standards/dcat-ap-de'
import type { QualityHouse } from '../house.ts'
import { isReserved, type ServiceKind, serviceKinds } from '../model/link.ts'
import { forgetUnseen, type LinkUse, moment, noteUses } from '../store/link-store.ts'
import { tellCatalogue } from './check-links.ts'

const iana = /^https?:\/\/www\.iana\.org\/assignments\/media-types\//i
const codeOf = (format: string | undefined) => (format ? fileTypes.get(format)?.code : undefined)

/** What kind of service an address is: by its own words, else by the format that the record gives it. */
export function serviceOf(address: string, format: string | undefined): ServiceKind | null {
  const url = new URL(address)
  const named = [...url.searchParams].find(([name]) => name.toLowerCase() === 'service')?.[1].toUpperCase()
  const code = codeOf(format)?.replace(/_SRVC$/, '') ?? ''
  return (
    serviceKinds.find((kind) => kind === named) ??
    (/_SRVC$/.test(codeOf(format) ?? '') ? (serviceKinds.find((kind) => kind === code) ?? null) : null)
  )
}

/** Addresses that a record names. */
export function linksOf(record: CatalogueRecord, own: string): Omit<LinkUse, 'tenant' | 'resource'>[] {
  const uses: Omit<LinkUse, 'tenant' | 'resource'>[] = []
  const add = (
    role: LinkUse['role'],
    addresses: readonly string[],
    node: string,
    about: { format?: string | undefined; mediaType?: string | undefined; byteSize?: number | undefined },
  ) => {
    for (const address of addresses) {
      if (address.length > 2000 || !/^https?:\/\//i.test(address) || !URL.canParse(address)) continue
      const { host } = new URL(address)
      uses.push({
        address,
        host,
        own: address.startsWith(`${own}/`),
        role,
        node,
        service: serviceOf(address, about.format),
        format: codeOf(about.format) ?? null,
        mediaType: about.mediaType?.replace(iana, '') ?? (about.format ? (fileTypes.get(about.format)?.mediaType ?? null) : null),
        bytes: about.byteSize ?? null,
      })
    }
  }
  if (record.kind === 'service') add('service', record.endpointURL, record.uri, { format: record.format[0] })
  else
    for (const one of record.distribution) {
      // The page before a file has no format; where both are one address, it is the file.
      const pages = one.accessURL.filter((address) => !one.downloadURL.includes(address))
      const service = codeOf(one.format)?.endsWith('_SRVC')
      add('access', pages, one.uri, service ? one : {})
      add(
        'access',
        one.accessURL.filter((address) => one.downloadURL.includes(address)),
        one.uri,
        one,
      )
      add('download', one.downloadURL, one.uri, one)
    }
  return uses
}

/** Reads every published record and notes the addresses it names; gives how many records were read. What no record names any more is forgotten. */
export async function gatherLinks(house: Pick<QualityHouse, 'database' | 'config'>): Promise<number> {
  const db = house.database.system
  const began = await moment(db)
  let count = 0
  for await (const rows of allRecords(db, house.config.publicUrl, 500)) {
    const uses = rows.flatMap(({ id, tenant, record }) =>
      linksOf(record, house.config.publicUrl).map((use) => ({ ...use, tenant, resource: id })),
    )
    await noteUses(db, uses, isReserved)
    // Files that we keep ourselves are there.
    for (const [tenant, some] of Map.groupBy(
      uses.filter((use) => use.own),
      (use) => use.tenant,
    ))
      await tellCatalogue(db, tenant, [...new Set(some.map((use) => use.resource))])
    count += rows.length
  }
  await forgetUnseen(db, began)
  return count
}
