import { looksPersonal } from './function-mailbox.ts'
import type { Tenant } from './tenant.ts'

/** One thing that differs between two states of a tenant. `label` is a text key. */
export interface Difference {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** As much of a long text as a log needs to show what it was about. */
const most = 300
const shortened = (text: string) => (text.length > most ? `${text.slice(0, most)} … (${text.length})` : text)

/** Line ends and blanks around a text come and go with forms; they are no change. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim()

function facts(tenant: Tenant): Record<string, string> {
  const { contact, theme } = tenant
  const out: Record<string, string> = {
    name: tenant.name,
    shortName: tenant.shortName,
    hosts: tenant.hosts.join(', '),
    languages: tenant.languages.join(', '),
    modules: tenant.modules.join(', '),
    organisation: contact.organisation,
    // What looks like one person's address stays out of a log that is kept for good.
    email: looksPersonal(contact.email) ? 'text:identity.log.personal' : contact.email,
    phone: contact.phone ?? '',
    address: contact.address ?? '',
    accentLight: theme.accentLight ?? '',
    accentDark: theme.accentDark ?? '',
    arms: theme.arms ?? '',
    population: tenant.population === undefined ? '' : String(tenant.population),
  }
  for (const lang of ['de', 'en']) {
    out[`subtitle.${lang}`] = tenant.subtitle[lang] ?? ''
    out[`officialLine.${lang}`] = tenant.officialLine[lang] ?? ''
    for (const name of ['imprint', 'privacy', 'accessibility']) out[`${name}.${lang}`] = plain(tenant.texts[name]?.[lang] ?? '')
  }
  return out
}

/** What is not the same in two states of a tenant. */
export function differences(before: Tenant, after: Tenant): Difference[] {
  const now = facts(after)
  return Object.entries(facts(before)).flatMap(([field, old]) =>
    old === now[field] ? [] : [{ label: `identity.field.${field}`, before: shortened(old), after: shortened(now[field] ?? '') }],
  )
}
