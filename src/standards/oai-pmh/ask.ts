import { oaiMoment } from './write.ts'

/** Which records of a repository. */
export interface OaiWish {
  readonly prefix: string
  /** Changed since then, a day or a second of the repository's clock. */
  readonly from?: string | undefined
  readonly set?: string | undefined
}

/** Arguments that belong to one request and not to the repository. */
const own = new Set(['verb', 'identifier', 'metadataPrefix', 'from', 'until', 'set', 'resumptionToken'])

/** `https://x.de/oai?verb=Identify` -> `https://x.de/oai`. */
export function oaiBase(address: string): string {
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()]) if (own.has(name)) url.searchParams.delete(name)
  url.hash = ''
  return url.href
}

function oaiAddress(base: string, args: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(base)
  for (const [name, value] of Object.entries(args)) if (value) url.searchParams.set(name, value)
  return url.href
}

export const identifyAddress = (base: string): string => oaiAddress(base, { verb: 'Identify' })
export const formatsAddress = (base: string): string => oaiAddress(base, { verb: 'ListMetadataFormats' })
export const listAddress = (base: string, { prefix, from, set }: OaiWish): string =>
  oaiAddress(base, { verb: 'ListRecords', metadataPrefix: prefix, from, set })
/** A token stands alone (3.5). */
export const nextAddress = (base: string, token: string): string =>
  oaiAddress(base, { verb: 'ListRecords', resumptionToken: token })
export const oaiRecordAddress = (base: string, identifier: string, prefix: string): string =>
  oaiAddress(base, { verb: 'GetRecord', identifier, metadataPrefix: prefix })

/** A moment as a repository of this granularity takes it. */
export const oaiDate = (moment: Date, granularity: 'day' | 'second'): string =>
  granularity === 'day' ? moment.toISOString().slice(0, 10) : oaiMoment(moment)
