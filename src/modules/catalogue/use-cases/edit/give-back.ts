import { fail, ok, type Result } from '#kernel/result.ts'
import { titleOf } from '#standards/dcat-ap-de'
import { openDraftOf } from '../../store/draft-store.ts'
import { addVersion, followSource, keptResource, originOf } from '../../store/version-store.ts'
import type { DraftFault } from './faults.ts'
import { noteDeed } from './note-deed.ts'
import { type Acting, type EditHouse, together } from './staff.ts'

/**
 * Gives a record that staff changed back to the source it was taken in from: the next import updates it again. Until then it stays as it
 * is. Refused for what never came from elsewhere or still follows its source (`state`), and while somebody works on it (`field`).
 */
export async function giveBack(
  house: EditHouse,
  acting: Acting,
  { resource }: { resource: string },
): Promise<Result<{ source: string }, DraftFault>> {
  return together(house, acting.site, async (staff): Promise<Result<{ source: string }, DraftFault>> => {
    const found = await keptResource(staff, resource, true)
    if (!found) return fail({ kind: 'not-found' })
    const source = await originOf(staff, found)
    // What was withdrawn here would come back by itself: that is for somebody to say (restore-withdrawn).
    if (!source || !found.ownSince || found.state !== 'published')
      return fail({ kind: 'state', deed: 'release', state: 'released' })
    if (await openDraftOf(staff, resource)) return fail({ kind: 'field', field: 'id', fault: 'taken' })
    await followSource(staff, resource, source)
    const { record, hash } = found
    const version = { resource, record, hash, source, by: acting.person.id, draft: null, note: null, givenBackTo: source }
    await addVersion(staff, version, found)
    await noteDeed(staff, acting.person, 'give-back', { id: resource, title: titleOf(record) }, { source })
    return ok({ source })
  })
}
