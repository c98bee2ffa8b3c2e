import { fail, ok, type Result } from '#kernel/result.ts'
import { severalLines } from '#kernel/text.ts'
import { type ParticipationHouse, staffDb } from '../../../house.ts'
import { type Acting, noteSetup } from '../../../use-cases/setup/acting.ts'
import { followText } from '../model/follow.ts'
import { readText, type TextFault, withoutPins, wrongPin } from '../model/read-text.ts'
import { most, type TextBlock } from '../model/text.ts'
import { blocksOf, draftOf, insertVersion, saveDraft, usedKeys, versionsOf } from '../store/text-store.ts'
import type { OpenedText } from './open-text.ts'

/** Saves the draft of the next version where it can be read, and where nobody else saved since `revision`. */
export async function writeDraft(
  house: ParticipationHouse,
  staff: Acting,
  { procedure }: OpenedText,
  given: { readonly revision: number; readonly source: string },
): Promise<Result<true, TextFault | 'stale'>> {
  const source = given.source.replaceAll('\0', '').toWellFormed().replace(/\r\n?/g, '\n')
  const read = readText(source)
  if (!read.ok) return read
  return staffDb(house, staff.site)
    .transaction()
    .execute(async (trx) => {
      if (!(await saveDraft(trx, staff.site.id, procedure.id, given.revision, source))) return fail('stale' as const)
      await noteSetup(trx, staff, 'write-text', procedure)
      return ok(true as const)
    })
}

type Db = ReturnType<typeof staffDb>

/** The next version as it would be: its blocks with their numbers, and what is dropped. */
export async function nextVersion(db: Db, procedure: string, standing: number, source: string) {
  const before = standing > 0 ? await blocksOf(db, procedure, standing) : []
  const read = readText(source)
  if (!read.ok) return read
  const used = await usedKeys(db, procedure)
  const wrong = wrongPin(read.value, used)
  if (wrong !== undefined) return fail<TextFault>({ fault: 'pin', begin: wrong })
  return ok({ before, ...followText(before, read.value, used) })
}

/** Whether anything differs. */
const differs = (before: readonly TextBlock[], after: readonly TextBlock[]) =>
  before.length !== after.length || after.some((one, i) => one.key !== before[i]?.key || one.body !== before[i]?.body)

/** Why a version was not published. `stale`: somebody saved or published since the preview; `same`: nothing changed; `note`: what is new is not said. */
export type PublishFault = TextFault | 'stale' | 'same' | 'note' | 'note-long'

/** Publishes the draft as it was previewed as the next version; gives its number. Two at once: one of them is told. */
export async function publishText(
  house: ParticipationHouse,
  staff: Acting,
  opened: OpenedText,
  given: { readonly revision: number; readonly version: number; readonly note: string },
): Promise<Result<number, PublishFault>> {
  const { procedure } = opened
  const note = severalLines(given.note)
  if (given.version > 0 && !note) return fail('note')
  if (note.length > most.note) return fail('note-long')
  return staffDb(house, staff.site)
    .transaction()
    .execute(async (trx): Promise<Result<number, PublishFault>> => {
      const draft = await draftOf(trx, procedure.id, true)
      const standing = (await versionsOf(trx, procedure.id))[0]?.version ?? 0
      if (draft.revision !== given.revision || standing !== given.version) return fail('stale')
      const next = await nextVersion(trx, procedure.id, standing, draft.source)
      if (!next.ok) return next
      const { before, blocks } = next.value
      if (!differs(before, blocks)) return fail('same')
      const version = given.version + 1
      const source = withoutPins(draft.source)
      if (source !== draft.source) await saveDraft(trx, staff.site.id, procedure.id, draft.revision, source)
      await insertVersion(trx, staff.site.id, procedure.id, { version, source, note }, blocks)
      await noteSetup(trx, staff, 'publish-text', procedure, { version })
      return ok(version)
    })
}
