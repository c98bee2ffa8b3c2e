import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { type CatalogueRecord, licences, publisherOf, say, titleOf } from '#standards/dcat-ap-de'
import { distributionsOf } from '../../use-cases/search-document.ts'
import { newestDate } from './next-release.ts'
import { safeHref } from './safe-address.ts'

/** A licence in words. */
export interface LicenceWords {
  name: string
  /** What one may do; absent for a licence that no list knows. */
  meaning?: string
  href?: string
  open: boolean
  attribution: boolean
}

/** The licences of a record and its files, each once. */
export function licenceWords(record: CatalogueRecord, lang: string): LicenceWords[] {
  const all = [record, ...distributionsOf(record)]
  const given = [...new Set(all.map((one) => one.license).filter((iri) => iri !== undefined))]
  const known = given.map((iri): LicenceWords => {
    const licence = licences.get(iri)
    const href = safeHref(licence?.url ?? iri)
    return {
      name: licence ? (lang === 'en' ? licence.en : licence.de) : iri,
      open: licence?.open ?? false,
      attribution: licence?.attribution ?? true,
      ...(licence ? { meaning: lang === 'en' ? licence.meaning.en : licence.meaning.de } : {}),
      ...(href ? { href } : {}),
    }
  })
  const worded = all.flatMap((one): LicenceWords[] => {
    const document = one.license ? undefined : one.licenseDocument
    if (!document) return []
    const href = safeHref(document.uri)
    const name = say(document.label ?? [], lang) || document.uri
    return name ? [{ name, open: false, attribution: true, ...(href ? { href } : {}) }] : []
  })
  return [...known, ...new Map(worded.map((one) => [one.name, one])).values()]
}

/** How the source is named: the publisher's own words, else publisher, title, state, licence; always with the address. */
export function attribution(record: CatalogueRecord, visit: Visit, address: string): string {
  const { lang, t } = visit
  const own = [
    ...new Set(
      distributionsOf(record)
        .map((one) => say(one.licenseAttributionByText, lang))
        .filter((text) => text !== ''),
    ),
  ][0]
  // The publisher's own words are complete; only the address is added.
  if (own) return [own.replace(/[.,\s]+$/, ''), ...(own.includes(address) ? [] : [address])].join(', ')
  const date = newestDate(record)
  const licence = licenceWords(record, lang)[0]
  const words = [publisherOf(record, lang), titleOf(record, lang)].filter(Boolean).join(': ')
  return [words, date && t('catalogue.dataset.cite.asof', { date: formatDay(date, lang, 'short') }), licence?.name, address]
    .filter(Boolean)
    .join(', ')
}
