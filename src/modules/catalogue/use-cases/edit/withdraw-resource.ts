import { fail, ok, type Result } from '#kernel/result.ts'
import { titleOf } from '#standards/dcat-ap-de'
import { addVersion, keepOwn, keptResource } from '../../store/version-store.ts'
import { upsertAll, withdrawResource } from '../../store/write-records.ts'
import type { DraftFault } from './faults.ts'
import { noteDeed } from './note-deed.ts'
import { type Acting, type EditHouse, together } from './staff.ts'

/** Withdraws a published record: its page says why from then on. An import does not bring it back. */
export async function withdraw(
  house: EditHouse,
  acting: Acting,
  { resource, reason }: { resource: string; reason: string },
): Promise<Result<{ slug: string }, DraftFault>> {
  const said = reason.trim()
  return together(house, acting.site, async (staff): Promise<Result<{ slug: string }, DraftFault>> => {
    const found = await keptResource(staff, resource, true)
    if (!found) return fail({ kind: 'not-found' })
    if (said === '') return fail({ kind: 'field', field: 'reason', fault: 'missing' })
    if (said.length > 1000) return fail({ kind: 'field', field: 'reason', fault: 'too-long' })
    if (!(await withdrawResource(staff.db, staff.tenant, resource, said)))
      return fail({ kind: 'state', deed: 'discard', state: 'discarded' })
    await keepOwn(staff, [resource])
    await noteDeed(staff, acting.person, 'withdraw', { id: resource, title: titleOf(found.record) }, { slug: found.slug })
    return ok({ slug: found.slug })
  })
}

/** Puts a withdrawn record back in its place as it was. */
export async function restoreWithdrawn(
  house: EditHouse,
  acting: Acting,
  { resource }: { resource: string },
): Promise<Result<{ slug: string }, DraftFault>> {
  return together(house, acting.site, async (staff): Promise<Result<{ slug: string }, DraftFault>> => {
    const found = await keptResource(staff, resource, true)
    if (!found) return fail({ kind: 'not-found' })
    if (found.state !== 'withdrawn') return fail({ kind: 'already-released', slug: found.slug, at: null })
    const { record, hash, head, slug } = found
    await upsertAll(staff.db, staff.tenant, [{ record, hash, head }], null, staff.publicUrl)
    await keepOwn(staff, [resource])
    await addVersion(staff, { resource, record, hash, source: null, by: acting.person.id, draft: null, note: null }, found)
    await noteDeed(staff, acting.person, 'restore-withdrawn', { id: resource, title: titleOf(record) }, { slug })
    return ok({ slug })
  })
}
