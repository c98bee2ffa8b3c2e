import type { Visit } from '#platform/http'
import type { CatalogueRecord } from '#standards/dcat-ap-de'

/** The address if a browser may be sent there: http and https only. Everything else is shown as text, never as a link. */
export function safeHref(address: string | undefined): string | undefined {
  if (!address || address.length > 4000 || !/^https?:\/\/[^\s/]/i.test(address)) return undefined
  const url = URL.parse(address)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined
}

/** `https://www.geoportal.example/x?y` -> `geoportal.example`. */
export const hostOf = (address: string): string => (URL.parse(address)?.hostname ?? address).replace(/^www\./, '')

/** The mail address if it is one. */
export const safeMail = (address: string | undefined): string | undefined =>
  address && /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/.test(address) ? address : undefined

/** Whom to ask about a record: its contact, else its publisher, else the tenant. */
export const whomToAsk = (record: CatalogueRecord, visit: Visit): string =>
  safeMail(record.contactPoint.map((one) => one.email).find((mail) => safeMail(mail) !== undefined)) ??
  safeMail(record.publisher?.mbox) ??
  visit.site.contact.email
