import type { LangText } from '#kernel/locale.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Area, Site, SiteContact, SitePage, Sites, TenantKind, Theme } from '#kernel/site.ts'
import { tenantKinds } from '#kernel/site.ts'

/** A tenant as it is stored. */
export interface Tenant {
  id: string
  slug: string
  name: string
  /** Name in lists of places. */
  shortName: string
  kind: TenantKind
  parent?: string
  officialKey?: string
  population?: number
  hosts: readonly string[]
  languages: readonly string[]
  modules: readonly string[]
  theme: Theme
  contact: SiteContact
  subtitle: LangText
  officialLine: LangText
  texts: Readonly<Record<string, LangText>>
  area?: Area
}

/** What a tenant wrote itself, by tenant id. */
export interface SiteContents {
  readonly pages: ReadonlyMap<string, readonly SitePage[]>
  readonly redirects: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const noContents: SiteContents = { pages: new Map(), redirects: new Map() }

/** First parts of addresses that belong to the house itself, so that no tenant may be called so. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  'daten suche orte themen herausgeber schnittstellen metadatenqualitaet api assets impressum datenschutz barrierefreiheit katalog id datei de en fehler sitemap robots theme feeds static admin intern konto anmelden abmelden abo abonnieren anliegen datenwuensche einladung regeln seite mitmachen beitrag stimme umfrage hinweis verfahren meldung mitteilungen kommentar zusammenarbeit ausweis bestaetigen bundid anmeldung terminfindung open311 dataset organization group node oai ogc csw sparql katalog-pruefen _post _komponenten livez readyz metrics'.split(
    ' ',
  ),
)

export interface TenantFault {
  field: string
  fault: 'missing' | 'invalid' | 'reserved' | 'taken' | 'unknown'
  value: string
}

/** Checks what a person may have typed; gives all faults at once. */
export function checkTenant(
  tenant: Pick<Tenant, 'slug' | 'name' | 'kind' | 'officialKey' | 'hosts'>,
): Result<true, TenantFault[]> {
  const faults: TenantFault[] = []
  if (!tenant.name.trim()) faults.push({ field: 'name', fault: 'missing', value: '' })
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(tenant.slug)) faults.push({ field: 'slug', fault: 'invalid', value: tenant.slug })
  if (reservedSlugs.has(tenant.slug)) faults.push({ field: 'slug', fault: 'reserved', value: tenant.slug })
  if (!tenantKinds.includes(tenant.kind)) faults.push({ field: 'kind', fault: 'invalid', value: tenant.kind })
  // ARS: 2 digits Land, 5 Kreis, 9 Gemeindeverband, 12 Gemeinde; AGS: 8 digits Gemeinde.
  if (tenant.officialKey && !/^(\d{2}|\d{5}|\d{8}|\d{9}|\d{12})$/.test(tenant.officialKey))
    faults.push({ field: 'key', fault: 'invalid', value: tenant.officialKey })
  for (const host of tenant.hosts) if (!/^[a-z0-9.-]+$/.test(host)) faults.push({ field: 'host', fault: 'invalid', value: host })
  return faults.length === 0 ? ok(true) : fail(faults)
}

/** Makes the tree that pages read. Linear in tenants times depth. */
export function sitesOf(tenants: readonly Tenant[], contents: SiteContents = noContents): Sites {
  const raw = new Map(tenants.map((tenant) => [tenant.id, tenant]))
  const within = new Map<string, string[]>(tenants.map((tenant) => [tenant.id, [tenant.id]]))
  const ancestors = new Map<string, string[]>()
  for (const tenant of tenants) {
    const line: string[] = []
    for (let up = tenant.parent; up && !line.includes(up); up = raw.get(up)?.parent) {
      line.push(up)
      within.get(up)?.push(tenant.id)
    }
    ancestors.set(tenant.id, line)
  }
  const all = tenants.map(
    (tenant): Site => ({
      ...tenant,
      pages: contents.pages.get(tenant.id) ?? [],
      redirects: contents.redirects.get(tenant.id) ?? new Map(),
      path: tenant.parent === undefined ? '' : `/${tenant.slug}`,
      ancestors: ancestors.get(tenant.id) ?? [],
      within: within.get(tenant.id) ?? [tenant.id],
    }),
  )
  const byId = new Map(all.map((site) => [site.id, site]))
  const bySlug = new Map(all.map((site) => [site.slug, site]))
  const byHost = new Map(all.flatMap((site) => site.hosts.map((host) => [host, site] as const)))
  const root = all.find((site) => site.parent === undefined) ?? all[0]
  if (!root) throw new Error('there is no tenant')
  return { all, root, byId: (id) => byId.get(id), bySlug: (slug) => bySlug.get(slug), byHost: (host) => byHost.get(host) }
}
