import { readFile } from 'node:fs/promises'
import { formatNumber } from '#kernel/locale.ts'
import type { Site } from '#kernel/site.ts'
import { type Answer, type Handler, handler, redirect, type Visit } from '#platform/http'
import { mailAddress } from '#platform/mail'
import { defaultTheme, parseHex } from '#ui/styles/theme.ts'
import { looksPersonal } from '../../model/function-mailbox.ts'
import type { Tenant } from '../../model/tenant.ts'
import { routes } from '../../routes.ts'
import { tenantVersion } from '../../store/tenant-store.ts'
import type { AdminHouse, FieldFault } from '../../use-cases/admin-house.ts'
import { changeSite } from '../../use-cases/change-site.ts'
import { type ChangeTenant, plainSvg } from '../../use-cases/change-tenant.ts'
import { actOf, doneAt, field, fields, sentences, staffPage } from '../staff-page.tsx'
import type { Part, SettingsProps, Values } from './settings-frame.tsx'
import { ContactPage, LookPage, languageSets, legalTexts, ModulesPage, TextsPage } from './settings-pages.tsx'

type Facts = Site | Tenant

/** What the fields of each part show of a tenant. */
const shown: Readonly<Record<Part, (of: Facts) => Values>> = {
  siteTexts: (of) => ({
    name: of.name,
    shortName: of.shortName,
    ...Object.fromEntries(
      of.languages.flatMap((lang) => [
        [`subtitle.${lang}`, of.subtitle[lang] ?? ''],
        [`officialLine.${lang}`, of.officialLine[lang] ?? ''],
        ...legalTexts.map((name) => [`${name}.${lang}`, of.texts[name]?.[lang] ?? '']),
      ]),
    ),
  }),
  siteContact: (of) => ({
    organisation: of.contact.organisation,
    email: of.contact.email,
    phone: of.contact.phone ?? '',
    address: of.contact.address ?? '',
    languages: of.languages.join(','),
    host: of.hosts.join('\n'),
  }),
  siteLook: (of) => ({
    accentLight: of.theme.accentLight ?? '',
    accentDark: of.theme.accentDark ?? '',
    logo: of.theme.arms ?? '',
  }),
  siteModules: () => ({}),
}

const longest = 60_000

function textFaults(values: Values): FieldFault[] {
  const faults: FieldFault[] = []
  for (const [name, value] of Object.entries(values)) {
    const limit = /^(?:imprint|privacy|accessibility)\./.test(name) ? longest : 200
    if (value.length > limit) faults.push({ field: name, fault: 'long', value: String(limit) })
  }
  if (!values.shortName) faults.push({ field: 'shortName', fault: 'missing' })
  return faults
}

const inLanguages = (visit: Visit, values: Values, name: string) =>
  Object.fromEntries(visit.site.languages.map((lang) => [lang, values[`${name}.${lang}`] ?? '']))

const texts = (visit: Visit, values: Values): { change: ChangeTenant; faults: FieldFault[] } => ({
  faults: textFaults(values),
  change: {
    name: values.name ?? '',
    shortName: values.shortName ?? '',
    subtitle: { ...visit.site.subtitle, ...inLanguages(visit, values, 'subtitle') },
    officialLine: { ...visit.site.officialLine, ...inLanguages(visit, values, 'officialLine') },
    texts: Object.fromEntries(legalTexts.map((name) => [name, inLanguages(visit, values, name)])),
  },
})

function contact(visit: Visit, values: Values): { change: ChangeTenant; faults: FieldFault[] } {
  const faults: FieldFault[] = []
  const { organisation = '', email = '', phone = '', address = '', languages = '', host = '' } = values
  if (!organisation) faults.push({ field: 'organisation', fault: 'missing' })
  for (const [name, value] of Object.entries({ organisation, phone, address }))
    if (value.length > 400) faults.push({ field: name, fault: 'long', value: '400' })
  if (email && !mailAddress(email)) faults.push({ field: 'email', fault: 'invalid' })
  else if (email && email !== visit.site.contact.email && looksPersonal(email) && values.functionMailbox !== '1')
    faults.push({ field: 'email', fault: 'personal' })
  if (!(languageSets as readonly string[]).includes(languages)) faults.push({ field: 'languages', fault: 'unknown' })
  const hosts = [
    ...new Set(
      host
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ]
  const own = URL.parse(visit.origin)?.hostname
  for (const one of hosts) {
    if (!/^(?=.{4,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(one)) faults.push({ field: 'host', fault: 'invalid', value: one })
    else if (one === own && visit.site.path !== '') faults.push({ field: 'host', fault: 'taken', value: one })
  }
  return {
    faults,
    change: { contact: { organisation, email, phone, address }, languages: languages.split(','), hosts },
  }
}

const look = (_visit: Visit, values: Values): { change: ChangeTenant; faults: FieldFault[] } => ({
  faults: [],
  change: {
    theme: {
      accentLight: values.accentLight || defaultTheme.accentLight,
      accentDark: values.accentDark || defaultTheme.accentDark,
      arms: values.logo ?? '',
    },
  },
})

/** Longest SVG of arms, in bytes. */
const armsBytes = 100_000

/** What a form brought for the arms: the file, when one was chosen, else the text in the field. */
async function armsSent(visit: Visit, typed: string): Promise<string> {
  const file = visit.uploads.find((one) => one.field === 'armsFile' && one.bytes > 0)
  if (!file) return typed
  // What is too large is refused by the same check as what was pasted.
  return file.tooLarge ? 'too large' : (await readFile(file.path, 'utf8')).replaceAll('\0', '')
}

/** Reads the fields of a part from the form. */
const sent = (visit: Visit, part: Part): Values => ({
  ...Object.fromEntries(Object.keys(shown[part](visit.site)).map((name) => [name, field(visit, name)])),
  ...(part === 'siteContact' ? { functionMailbox: field(visit, 'functionMailbox') } : {}),
})

/** What fails a contrast check, for people: both colours and the ratio. */
const readably =
  (visit: Visit) =>
  (one: FieldFault): FieldFault => {
    const [, colour, ground, ratio] = /^(\S+) on (\S+): ([\d.]+):1/.exec(one.value ?? '') ?? []
    return ratio ? { ...one, value: `${colour} / ${ground}, ${formatNumber(Number(ratio), visit.lang, 1)}:1` } : one
  }

interface Shown {
  readonly values?: Values
  readonly faults?: readonly FieldFault[]
  readonly version?: string
  readonly stored?: Values
  readonly previewed?: boolean
  readonly chosen?: readonly string[]
}

function bodyOf(house: AdminHouse, visit: Visit, part: Part, props: SettingsProps, given: Shown) {
  const { values } = props
  switch (part) {
    case 'siteTexts':
      return <TextsPage {...props} previewed={given.previewed === true} />
    case 'siteContact':
      return (
        <ContactPage
          {...props}
          personal={given.faults?.some((one) => one.fault === 'personal') === true || values.functionMailbox === '1'}
        />
      )
    case 'siteLook': {
      const colours = [values.accentLight, values.accentDark].every((one) => !one || parseHex(one))
      return <LookPage {...props} colours={colours} arms={plainSvg(values.logo ?? '')} />
    }
    case 'siteModules': {
      const before = visit.query.get('vorher')
      const undo = before === null ? undefined : before.split(',').filter((one) => house.switchable.includes(one))
      return (
        <ModulesPage
          {...props}
          switchable={house.switchable}
          chosen={given.chosen ?? visit.site.modules}
          {...(undo ? { undo } : {})}
        />
      )
    }
  }
}

async function show(house: AdminHouse, visit: Visit, part: Part, given: Shown = {}): Promise<Answer> {
  const faults = given.faults ?? []
  const props: SettingsProps = {
    visit,
    values: given.values ?? shown[part](visit.site),
    said: sentences(visit, 'settings', faults.map(readably(visit))),
    version: given.version ?? (await tenantVersion(house.database.system, visit.site.id)),
    ...(given.stored ? { stored: given.stored } : {}),
  }
  return staffPage(visit, {
    title: visit.t('identity.settings.title'),
    area: 'identity/site-texts',
    body: bodyOf(house, visit, part, props, given),
    status: given.stored ? 409 : faults.length > 0 ? 422 : 200,
  })
}

/** Saves one part, or only shows it when the preview was asked for. */
async function save(
  house: AdminHouse,
  visit: Visit,
  part: Part,
  read: (visit: Visit, values: Values) => { change: ChangeTenant; faults: FieldFault[] },
): Promise<Answer> {
  const typed = sent(visit, part)
  const values = part === 'siteLook' ? { ...typed, logo: await armsSent(visit, typed.logo ?? '') } : typed
  const version = field(visit, 'version')
  const { change, faults } = read(visit, values)
  if (field(visit, 'tat') === 'vorschau') return show(house, visit, part, { values, version, previewed: true })
  if (faults.length > 0) return show(house, visit, part, { values, faults, version })
  const done = await changeSite(house, actOf(visit), visit.site, version, change)
  if (done.ok) return doneAt(visit.to(routes[part]), 'settings-saved')
  const { conflict } = done.error
  return show(house, visit, part, {
    values,
    faults: done.error.faults,
    version: conflict?.version ?? version,
    ...(conflict ? { stored: shown[part](conflict.now) } : {}),
  })
}

async function saveModules(house: AdminHouse, visit: Visit): Promise<Answer> {
  const modules = house.switchable.filter((one) => fields(visit, 'modules').includes(one))
  const done = await changeSite(house, actOf(visit), visit.site, field(visit, 'version'), { modules })
  if (done.ok) {
    const { before, after } = done.value
    const switched = before.modules.join() !== after.modules.join() && field(visit, 'zurueck') !== '1'
    return switched
      ? redirect(visit.to(routes.siteModules, {}, { vorher: before.modules.join(',') || 'keine' }))
      : doneAt(visit.to(routes.siteModules), 'settings-saved')
  }
  const { faults, conflict } = done.error
  return show(house, visit, 'siteModules', {
    chosen: modules,
    faults,
    ...(conflict ? { version: conflict.version, stored: {} } : {}),
  })
}

/** The settings of one's own site. */
export const settingsHandlers = (house: AdminHouse): Handler[] => [
  handler(routes.siteTexts, (visit) => show(house, visit, 'siteTexts')),
  handler(routes.saveSiteTexts, (visit) => save(house, visit, 'siteTexts', texts)),
  handler(routes.siteContact, (visit) => show(house, visit, 'siteContact')),
  handler(routes.saveSiteContact, (visit) => save(house, visit, 'siteContact', contact)),
  handler(routes.siteLook, (visit) => show(house, visit, 'siteLook')),
  handler(routes.saveSiteLook, (visit) => save(house, visit, 'siteLook', look), { upload: { maxBytes: armsBytes } }),
  handler(routes.siteModules, (visit) => show(house, visit, 'siteModules')),
  handler(routes.saveSiteModules, (visit) => saveModules(house, visit)),
]
