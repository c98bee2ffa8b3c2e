import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site, TenantKind } from '#kernel/site.ts'
import { mailAddress } from '#platform/mail'
import { looksPersonal } from '../model/function-mailbox.ts'
import type { Tenant } from '../model/tenant.ts'
import { addTenant } from './add-tenant.ts'
import type { Act, AdminHouse, FieldFault } from './admin-house.ts'
import { checkInvitee, type InvitationAddress, inviteIn } from './invite-person.ts'
import { actEntry, noteAct } from './note-act.ts'

/** What is asked to add a municipality below one's own tenant. */
export interface FoundTenant {
  readonly name: string
  readonly slug: string
  readonly kind: string
  readonly officialKey: string
  /** Slug of the tenant it hangs below: the own one or one below that. */
  readonly parent: string
  readonly hosts: readonly string[]
  readonly email: string
  readonly functionMailbox: boolean
  /** Somebody looked at the name that belongs to the key, and it is meant so. */
  readonly keyConfirmed: boolean
  /** The first administrator; both empty: nobody is invited yet. */
  readonly adminName: string
  readonly adminEmail: string
}

/** The tenants that something may be hung below: the own one and those below it. */
export const possibleParents = (house: AdminHouse, site: Site): Site[] =>
  house.sites().all.filter((one) => site.within.includes(one.id))

const words = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2)

async function keyFaults(house: AdminHouse, given: FoundTenant): Promise<FieldFault[]> {
  if (!given.officialKey || !house.municipality) return []
  const found = await house.municipality(given.officialKey)
  if (found === 'no-table' || given.keyConfirmed) return []
  if (found === 'unknown') return [{ field: 'key', fault: 'not-in-table', value: given.officialKey }]
  const named = words(given.name)
  return words(found.name).some((word) => named.includes(word)) ? [] : [{ field: 'key', fault: 'other-name', value: found.name }]
}

async function check(house: AdminHouse, act: Act, given: FoundTenant): Promise<FieldFault[]> {
  const faults: FieldFault[] = []
  // A parent outside one's own tree is as unknown as one that does not exist.
  if (!possibleParents(house, act.site).some((one) => one.slug === given.parent))
    faults.push({ field: 'parent', fault: 'unknown' })
  if (given.name.length > 120 || /\p{Cc}/u.test(given.name)) faults.push({ field: 'name', fault: 'long', value: '120' })
  if (given.email && !mailAddress(given.email)) faults.push({ field: 'email', fault: 'invalid' })
  else if (given.email && looksPersonal(given.email) && !given.functionMailbox) faults.push({ field: 'email', fault: 'personal' })
  for (const host of given.hosts)
    if (!/^(?=.{4,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)) faults.push({ field: 'host', fault: 'invalid', value: host })
  if (given.adminName || given.adminEmail)
    for (const one of checkInvitee({ name: given.adminName, email: given.adminEmail, roles: ['administrator'], lang: 'de' }))
      faults.push({ ...one, field: one.field === 'name' ? 'adminName' : 'adminEmail' })
  faults.push(...(await keyFaults(house, given)))
  return faults
}

/** Adds a tenant below one's own and invites its first administrator, both or neither. */
export async function foundTenant(
  house: AdminHouse,
  act: Act,
  given: FoundTenant,
  address: InvitationAddress,
): Promise<Result<Tenant, FieldFault[]>> {
  const faults = await check(house, act, given)
  const command = {
    slug: given.slug,
    name: given.name,
    kind: given.kind as TenantKind,
    parentSlug: given.parent,
    hosts: given.hosts,
    ...(given.officialKey ? { officialKey: given.officialKey } : {}),
    ...(given.email ? { email: given.email } : {}),
  }
  if (faults.length > 0) return fail(faults)
  const done = await house.database.system.transaction().execute(async (trx): Promise<Result<Tenant, FieldFault[]>> => {
    const added = await addTenant(trx, house.sites(), command)
    if (!added.ok) return fail(added.error.map(({ field, fault, value }) => ({ field, fault, value })))
    const site = asSite(added.value, act.site)
    const subject = { kind: 'identity/tenant', id: site.id, name: site.name }
    if (given.adminEmail)
      await inviteIn(
        trx,
        house,
        act,
        site,
        { name: given.adminName, email: given.adminEmail, roles: ['administrator'], lang: site.languages[0] ?? 'de' },
        address,
        [actEntry(act, 'add-tenant', subject, { kind: `text:identity.kind.${site.kind}` })],
      )
    else await noteAct(trx, act, 'add-tenant', subject, { kind: `text:identity.kind.${site.kind}` })
    return added
  })
  if (done.ok) await house.keeper.refresh()
  return done.ok ? ok(done.value) : done
}

/** The new tenant as pages will see it. */
const asSite = (tenant: Tenant, parent: Site): Site => ({
  ...tenant,
  pages: [],
  redirects: new Map(),
  path: `/${tenant.slug}`,
  ancestors: [parent.id, ...parent.ancestors],
  within: [tenant.id],
})
