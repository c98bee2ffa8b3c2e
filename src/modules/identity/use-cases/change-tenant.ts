import type { Kysely } from 'kysely'
import sanitizeHtml from 'sanitize-html'
import type { LangText } from '#kernel/locale.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site, SiteContact, Sites, Theme } from '#kernel/site.ts'
import { checkAccent } from '#ui/styles/theme.ts'
import { checkTenant, type Tenant, type TenantFault } from '../model/tenant.ts'
import { allTenants, type IdentityTables, updateTenant } from '../store/tenant-store.ts'

/** What may be changed of a tenant; what is left out stays. */
export interface ChangeTenant {
  name?: string
  shortName?: string
  hosts?: readonly string[]
  languages?: readonly string[]
  subtitle?: LangText
  officialLine?: LangText
  modules?: readonly string[]
  population?: number
  contact?: Partial<SiteContact>
  theme?: Theme
  /** Markdown: name of the text -> language -> content. */
  texts?: Readonly<Record<string, LangText>>
}

export interface ContrastFault {
  field: 'accentLight' | 'accentDark'
  fault: 'contrast' | 'not-a-colour'
  value: string
  /** The pair that fails and its ratio; 7 is needed. */
  pair?: string
}

const svgTags = [
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'defs',
  'title',
  'desc',
  'linearGradient',
  'stop',
  'clipPath',
  'use',
  'symbol',
]
const svgAttributes = [
  'xmlns',
  'viewBox',
  'width',
  'height',
  'd',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'fill-rule',
  'clip-rule',
  'clip-path',
  'transform',
  'x',
  'y',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'x1',
  'y1',
  'x2',
  'y2',
  'points',
  'id',
  'offset',
  'stop-color',
  'opacity',
  'role',
  'aria-label',
]

/** An SVG with nothing in it but shapes; '' when nothing is left. */
export function plainSvg(source: string): string {
  const clean = sanitizeHtml(source, {
    allowedTags: svgTags,
    allowedAttributes: { '*': svgAttributes },
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false, xmlMode: true },
  }).trim()
  return clean.startsWith('<svg') ? clean : ''
}

function checkLook(theme: Theme): ContrastFault[] {
  const faults: ContrastFault[] = []
  for (const [field, ground] of [
    ['accentLight', 'light'],
    ['accentDark', 'dark'],
  ] as const) {
    const value = theme[field]
    if (value === undefined) continue
    const checked = checkAccent(value, ground)
    if (!checked.ok)
      faults.push({
        field,
        fault: checked.fault,
        value,
        ...(checked.fault === 'contrast' ? { pair: `${checked.pair.join(' on ')}: ${checked.ratio}:1, 7:1 is needed` } : {}),
      })
  }
  return faults
}

export type ChangeFault = TenantFault | ContrastFault

/** A text without the languages in which nothing is written, so that readers get the language there is. */
const written = (text: LangText): LangText => Object.fromEntries(Object.entries(text).filter(([, one]) => one.trim() !== ''))

/** A tenant with a change made to it. Faults name the field. */
export function changedTenant(tenant: Tenant, sites: Sites, change: ChangeTenant): Result<Tenant, ChangeFault[]> {
  const { contact, theme, texts, ...plain } = change
  const next: Tenant = {
    ...tenant,
    ...plain,
    contact: { ...tenant.contact, ...contact },
    theme: { ...tenant.theme, ...theme },
    texts: { ...tenant.texts },
  }
  for (const [name, text] of Object.entries(texts ?? {}))
    next.texts = { ...next.texts, [name]: written({ ...next.texts[name], ...text }) }
  next.subtitle = written(next.subtitle)
  next.officialLine = written(next.officialLine)
  const faults: ChangeFault[] = checkLook(theme ?? {})
  const checked = checkTenant(next)
  if (!checked.ok) faults.push(...checked.error)
  for (const host of change.hosts ?? []) {
    const other = sites.byHost(host)
    if (other && other.id !== tenant.id) faults.push({ field: 'host', fault: 'taken', value: host })
  }
  if (theme?.arms) {
    const arms = plainSvg(theme.arms)
    if (arms === '' || arms.length > 100_000) faults.push({ field: 'logo', fault: 'invalid', value: 'SVG' })
    else next.theme = { ...next.theme, arms }
  }
  return faults.length > 0 ? fail(faults) : ok(next)
}

/** Changes a tenant. Faults name the field; nothing is changed then. */
export async function changeTenant(
  db: Kysely<IdentityTables>,
  sites: Sites,
  site: Site,
  change: ChangeTenant,
): Promise<Result<Tenant, ChangeFault[]>> {
  const tenant = (await allTenants(db)).find((one) => one.id === site.id)
  if (!tenant) return fail([{ field: 'slug', fault: 'unknown', value: site.slug }])
  const next = changedTenant(tenant, sites, change)
  if (next.ok) await updateTenant(db, next.value)
  return next
}
