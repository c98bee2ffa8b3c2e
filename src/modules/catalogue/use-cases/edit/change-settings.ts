import { fail, ok, type Result } from '#kernel/result.ts'
import { isSafeLink, licences } from '#standards/dcat-ap-de'
import type { CatalogueSettings } from '../../store/draft-tables.ts'
import { readSettings, writeSettings } from '../../store/version-store.ts'
import type { FieldFaultKind } from './faults.ts'
import { noteDeed } from './note-deed.ts'
import { isPersonalMailbox } from './person-traces.ts'
import { type Acting, type EditHouse, together } from './staff.ts'

/** A value of the settings that will not do. */
export interface SettingFault {
  readonly field: 'contactName' | 'contactEmail' | 'publisherName' | 'publisherPage' | 'license' | 'offices'
  readonly fault: FieldFaultKind
}

/** What is wrong with settings; empty when nothing is. */
export function settingFaults({ defaults, offices }: CatalogueSettings): SettingFault[] {
  const faults: SettingFault[] = []
  const { contact, publisher, license } = defaults
  if (contact?.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact.email))
    faults.push({ field: 'contactEmail', fault: 'unknown' })
  else if (contact?.email && isPersonalMailbox(contact.email)) faults.push({ field: 'contactEmail', fault: 'personal' })
  if (contact?.email && !contact.name) faults.push({ field: 'contactName', fault: 'missing' })
  if (publisher?.homepage && !(isSafeLink(publisher.homepage) && /^https?:/.test(publisher.homepage)))
    faults.push({ field: 'publisherPage', fault: 'unknown' })
  if (license && !licences.get(license)) faults.push({ field: 'license', fault: 'unknown' })
  if (offices.length > 200 || offices.some((office) => office.length > 200)) faults.push({ field: 'offices', fault: 'too-long' })
  return faults
}

/** Changes what a tenant wants of editing, and what new drafts begin with. Drafts that are there stay as they are. */
export async function changeSettings(
  house: EditHouse,
  acting: Acting,
  settings: CatalogueSettings,
): Promise<Result<CatalogueSettings, SettingFault[]>> {
  const faults = settingFaults(settings)
  if (faults.length > 0) return fail(faults)
  return together(house, acting.site, async (staff) => {
    // What the page does not ask for stays: place and delivering body are set by those who run the portal.
    const { publisher: _publisher, contact: _contact, license: _license, ...rest } = (await readSettings(staff)).defaults
    await writeSettings(staff, { ...settings, defaults: { ...rest, ...settings.defaults } })
    await noteDeed(
      staff,
      acting.person,
      'change-settings',
      { id: acting.site.id, title: acting.site.name },
      { fourEyes: settings.fourEyes },
    )
    return ok(settings)
  })
}
