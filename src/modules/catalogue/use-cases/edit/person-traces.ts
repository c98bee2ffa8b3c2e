import { firstNames } from '#kernel/first-names.ts'
import { namePlaces } from '#kernel/person-names.ts'
import { type CatalogueRecord, say } from '#standards/dcat-ap-de'
import { distributionsOf } from '../search-document.ts'

/** Something in the metadata that seems to name a person. */
export interface PersonTrace {
  readonly field: 'contactPoint' | 'publisher' | 'creator' | 'maintainer' | 'description' | 'title'
  readonly kind: 'mailbox' | 'name'
  /** As it stands there; what a clearance names. */
  readonly value: string
}

// What boxes of offices are called: words that stand inside longer ones, and short ones that count only alone ("web", not "weber").
const inside =
  /abfall|abteilung|agentur|amt|archiv|auskunft|beteiligung|behoerde|behörde|bibliothek|buero|büro|buerger|bürger|daten|dezernat|dienst|digital|energie|fachbereich|feuerwehr|finanz|forst|friedhof|gebaeude|gemeinde|gesundheit|gremien|haushalt|hilfe|inspire|institut|jugend|kaemmerei|kanzlei|karte|kataster|kontakt|kreis|kultur|landkreis|liegenschaft|master|medien|mobil|museum|oeffentlich|offen|office|online|opendata|ordnung|personal|planung|polizei|portal|presse|projekt|redaktion|referat|sachgebiet|schule|sekretariat|service|soziales|stadt|statistik|stelle|steuer|strasse|straße|support|tourismus|umwelt|verband|verkehr|vermessung|verwaltung|wahlen|wasser|wirtschaft|zentral|zentrum/i
const alone: ReadonlySet<string> = new Set(
  'adresse anfrage bau bib burg data edv frei geo gis gruen hallo info it kita klima land mail markt netz nrw open post rat raum rathaus recht region sport stat team tech web'.split(
    ' ',
  ),
)
const ofAnOffice = (part: string) => inside.test(part) || alone.has(part) || /\d/.test(part)

const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.[a-z]{2,24}/giu

/** Whether a mailbox looks like a person's: `jana.albers@`, `j_albers@`, `jana@`. Boxes of offices have words of offices in them. */
export function isPersonalMailbox(mail: string): boolean {
  const local = (mail.split('@')[0] ?? '').toLowerCase()
  const parts = local.split(/[._]/).filter(Boolean)
  const named = parts.flatMap((part) => part.split('-')).some((part) => firstNames.has(part))
  if (named) return true
  if (parts.length === 1 || parts.some(ofAnOffice)) return false
  return parts.length <= 3 && parts.every((part) => /^\p{L}[\p{L}-]*$/u.test(part))
}

/** Names of persons in a text, each once. */
export const namesIn = (text: string): string[] => [...new Set(namePlaces(text.slice(0, 20_000)).map(({ name }) => name))]

/** What in a record seems to name a person. Open-Data-Verordnung NRW § 4 (2): metadata hold no personal data. Pure. */
export function personTraces(record: CatalogueRecord): PersonTrace[] {
  const traces: PersonTrace[] = []
  const mailbox = (field: PersonTrace['field'], mail: string | undefined) => {
    if (mail && isPersonalMailbox(mail)) traces.push({ field, kind: 'mailbox', value: mail })
  }
  const name = (field: PersonTrace['field'], text: string) => {
    for (const value of namesIn(text)) traces.push({ field, kind: 'name', value })
  }
  for (const one of record.contactPoint) {
    mailbox('contactPoint', one.email)
    if (one.type?.endsWith('Individual')) traces.push({ field: 'contactPoint', kind: 'name', value: say(one.fn ?? []) })
    else name('contactPoint', [say(one.fn ?? []), say(one.organizationName ?? [])].join('\n'))
  }
  const agents = { publisher: record.publisher ? [record.publisher] : [], creator: record.creator, maintainer: record.maintainer }
  for (const [field, list] of Object.entries(agents))
    for (const one of list) {
      mailbox(field as PersonTrace['field'], one.mbox)
      name(field as PersonTrace['field'], say(one.name))
    }
  const texts = [...record.description, ...distributionsOf(record).flatMap((one) => [...one.title, ...one.description])]
  for (const { value } of texts) {
    for (const [mail] of value.slice(0, 20_000).matchAll(address)) mailbox('description', mail)
    name('description', value)
  }
  for (const { value } of record.title) name('title', value)
  const seen = new Set<string>()
  return traces.filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value))
}
