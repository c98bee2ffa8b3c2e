import type { Site } from '#kernel/site.ts'
import { slugOf } from '#kernel/slug.ts'
import { type Answer, type Handler, handler, notFound, problem, redirect, type Visit } from '#platform/http'
import { routes } from '../../routes.ts'
import { tenantVersion } from '../../store/tenant-store.ts'
import type { AdminHouse, FieldFault } from '../../use-cases/admin-house.ts'
import { changeSite } from '../../use-cases/change-site.ts'
import { foundTenant, possibleParents } from '../../use-cases/found-tenant.ts'
import { invitationAddress } from '../people/handlers.tsx'
import { actOf, doneAt, field, fields, sentences, staffPage } from '../staff-page.tsx'
import { NewTenantPage, TenantPage, TenantsPage, type TypedTenant } from './tenants-page.tsx'

const area = 'identity/tenants'
const crumb = (visit: Visit) => ({ label: visit.t('identity.tenants.title'), href: visit.to(routes.tenants) })

/** `Stadt Talheim` -> `talheim`: the kind in front says nothing in an address. */
const suggestedSlug = (name: string) =>
  name ? slugOf(name.replace(/^(?:(?:Bundes|Hanse|Kreis|Universitäts)?stadt|gemeinde|markt) /i, '')).slice(0, 63) : ''

const blank = (visit: Visit): TypedTenant => ({
  name: '',
  slug: '',
  kind: 'gemeinde',
  key: '',
  parent: visit.site.slug,
  host: '',
  email: '',
  functionMailbox: false,
  keyConfirmed: false,
  adminName: '',
  adminEmail: '',
})

function sent(visit: Visit): TypedTenant {
  const text = (name: string) => field(visit, name)
  return {
    name: text('name'),
    slug: text('slug') || suggestedSlug(text('name')),
    kind: text('kind'),
    key: text('key').replace(/[\s/]/g, ''),
    parent: text('parent'),
    host: text('host'),
    email: text('email'),
    functionMailbox: text('functionMailbox') === '1',
    keyConfirmed: text('keyConfirmed') === '1',
    adminName: text('adminName'),
    adminEmail: text('adminEmail'),
  }
}

function form(house: AdminHouse, visit: Visit, typed: TypedTenant, faults: readonly FieldFault[] = []): Answer {
  const title = visit.t('identity.tenants.add')
  const doubts = {
    mailbox: typed.functionMailbox || faults.some((one) => one.fault === 'personal'),
    key: typed.keyConfirmed || faults.some((one) => one.fault === 'other-name' || one.fault === 'not-in-table'),
  }
  return staffPage(visit, {
    title,
    area,
    crumbs: [crumb(visit), { label: title }],
    status: faults.length > 0 ? 422 : 200,
    body: (
      <NewTenantPage
        visit={visit}
        typed={typed}
        parents={possibleParents(house, visit.site)}
        said={sentences(visit, 'tenant', faults)}
        doubts={doubts}
      />
    ),
  })
}

async function add(house: AdminHouse, visit: Visit): Promise<Answer> {
  const typed = sent(visit)
  const hosts = [
    ...new Set(
      typed.host
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ]
  const done = await foundTenant(house, actOf(visit), { ...typed, officialKey: typed.key, hosts }, invitationAddress(visit))
  if (!done.ok) return form(house, visit, typed, done.error)
  return doneAt(visit.to(routes.tenant, { slug: done.value.slug }), typed.adminEmail ? 'tenant-added-invited' : 'tenant-added')
}

/** A tenant below one's own; everything else is not there. */
async function onTenant(visit: Visit, deed: (town: Site) => Promise<Answer>): Promise<Answer> {
  const town = visit.sites.bySlug(visit.params.slug ?? '')
  return town && town.id !== visit.site.id && visit.site.within.includes(town.id) ? deed(town) : problem(notFound)
}

async function show(house: AdminHouse, visit: Visit, town: Site, conflict = false): Promise<Answer> {
  const before = visit.query.get('vorher')
  const undo = before === null ? undefined : before.split(',').filter((one) => house.switchable.includes(one))
  return staffPage(visit, {
    title: town.name,
    area,
    crumbs: [crumb(visit), { label: town.name }],
    status: conflict ? 409 : 200,
    body: (
      <TenantPage
        visit={visit}
        town={town}
        version={await tenantVersion(house.database.system, town.id)}
        switchable={house.switchable}
        {...(undo ? { undo } : {})}
        conflict={conflict}
      />
    ),
  })
}

async function switchModules(house: AdminHouse, visit: Visit, town: Site): Promise<Answer> {
  const modules = house.switchable.filter((one) => fields(visit, 'modules').includes(one))
  const done = await changeSite(house, actOf(visit), town, field(visit, 'version'), { modules })
  if (!done.ok) return show(house, visit, house.sites().byId(town.id) ?? town, true)
  const { before, after } = done.value
  const back = field(visit, 'zurueck') === '1' || before.modules.join() === after.modules.join()
  return back
    ? doneAt(visit.to(routes.tenant, { slug: town.slug }), 'settings-saved')
    : redirect(visit.to(routes.tenant, { slug: town.slug }, { vorher: before.modules.join(',') || 'keine' }))
}

/** Tenants below one's own. */
export const tenantHandlers = (house: AdminHouse): Handler[] => [
  handler(routes.tenants, (visit) =>
    staffPage(visit, { title: visit.t('identity.tenants.title'), area, body: <TenantsPage visit={visit} /> }),
  ),
  handler(routes.newTenant, (visit) => form(house, visit, blank(visit))),
  handler(routes.addTenant, (visit) => add(house, visit), { perMinute: 30 }),
  handler(routes.tenant, (visit) => onTenant(visit, (town) => show(house, visit, town))),
  handler(routes.switchModules, (visit) => onTenant(visit, (town) => switchModules(house, visit, town))),
]
