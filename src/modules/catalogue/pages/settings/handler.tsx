import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import type { CatalogueSettings } from '../../store/draft-tables.ts'
import { readSettings } from '../../store/version-store.ts'
import { changeSettings } from '../../use-cases/edit/change-settings.ts'
import { staffDb } from '../../use-cases/edit/staff.ts'
import { fieldIn, personIn } from '../staff-visit.ts'
import { settingsView } from './settings-view.tsx'

/** The settings as the form gave them; empty fields mean the tenant's own name and mailbox. */
function readForm(visit: Visit): CatalogueSettings {
  const text = (name: string) => fieldIn(visit, name).trim().slice(0, 300)
  const [name, homepage, contact, email, license] = [
    'publisherName',
    'publisherPage',
    'contactName',
    'contactEmail',
    'license',
  ].map(text)
  const offices = fieldIn(visit, 'offices')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return {
    fourEyes: visit.form.get('fourEyes') === '1',
    offices: [...new Set(offices)],
    defaults: {
      ...(name ? { publisher: { name, ...(homepage ? { homepage } : {}) } } : {}),
      ...(contact || email ? { contact: { name: contact ?? '', ...(email ? { email } : {}) } } : {}),
      ...(license ? { license } : {}),
    },
  }
}

async function change(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const settings = readForm(visit)
  const done = await changeSettings(house, personIn(visit), settings)
  return done.ok ? redirect(visit.to(routes.settings, {}, { getan: '1' })) : page(settingsView(settings, visit, done.error), 422)
}

/** What a tenant wants of editing. */
export const settingsHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.settings, async (visit) => page(settingsView(await readSettings(staffDb(house, visit.site)), visit))),
  handler(routes.changeSettings, (visit) => change(house, visit)),
]
