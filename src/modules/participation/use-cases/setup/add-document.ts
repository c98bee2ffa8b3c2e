import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { documentName, kindOfDocument, largestDocument } from '../../model/setup/document.ts'
import type { SetupFault } from '../../model/setup/typed.ts'
import { addVersion, documentsOf, insertDocument, removeVersion } from '../../store/document-store.ts'
import { procedureById } from '../../store/procedure-store.ts'
import { holdProcedure } from '../../store/setup-store.ts'
import { type Acting, noteSetup } from './acting.ts'

/** A file and what is said about it. */
export interface GivenDocument {
  /** The document that it replaces; '' for a new one. */
  readonly document: string
  readonly title: string
  readonly note: string
  readonly file?: { readonly name: string; readonly content: Uint8Array; readonly tooLarge: boolean }
}

const say = (field: string, fault: string): SetupFault => ({ field, fault })

function faultsOf(given: GivenDocument): SetupFault[] {
  const { file } = given
  const faults: SetupFault[] = []
  const title = oneLine(given.title)
  if (!given.document && !title) faults.push(say('title', 'document.title'))
  if (title.length > 200) faults.push(say('title', 'document.title.long'))
  if (oneLine(given.note).length > 200) faults.push(say('note', 'document.note.long'))
  if (!file || (file.content.byteLength === 0 && !file.tooLarge)) faults.push(say('datei', 'document.file'))
  else if (file.tooLarge || file.content.byteLength > largestDocument) faults.push(say('datei', 'document.large'))
  else if (!kindOfDocument(file.content)) faults.push(say('datei', 'document.kind'))
  return faults
}

/** Adds a document to a procedure, or a new version to one it has; gives the number of the version. Faults name their fields. */
export async function addDocument(
  house: ParticipationHouse,
  acting: Acting,
  id: string,
  given: GivenDocument,
): Promise<Result<number, 'gone' | readonly SetupFault[]>> {
  const faults = faultsOf(given)
  const kind = given.file && kindOfDocument(given.file.content)
  if (faults.length > 0 || !given.file || !kind) return fail(faults)
  const { name, content } = given.file
  const sha256 = await house.storage.put(content)
  const file = {
    name: documentName(name, kind.ending),
    mediaType: kind.mediaType,
    bytes: content.byteLength,
    sha256,
    note: oneLine(given.note),
  }
  const tenant = acting.site.id
  return staffDb(house, acting.site)
    .transaction()
    .execute(async (trx): Promise<Result<number, 'gone' | readonly SetupFault[]>> => {
      const procedure = (await holdProcedure(trx, tenant, id)) ? await procedureById(trx, tenant, id) : undefined
      if (!procedure) return fail('gone')
      const known = await documentsOf(trx, id)
      const before = known.find((one) => one.id === given.document)
      if (given.document && !before) return fail([say('document', 'document.unknown')])
      if (before?.versions.some((one) => one.sha256 === sha256 && one.removedReason === null))
        return fail([say('datei', 'document.same')])
      const document = before?.id ?? randomUUID()
      const title = before?.title ?? oneLine(given.title)
      if (!before) await insertDocument(trx, { id: document, tenant, procedure: id, title })
      const version = await addVersion(trx, tenant, document, file)
      await noteSetup(trx, acting, 'add-document', procedure, { title, version, name: file.name, sha256 })
      return ok(version)
    })
}

/** Takes a file of a document away with a reason that everybody reads; the line of the version stays. */
export async function removeDocument(
  house: ParticipationHouse,
  acting: Acting,
  id: string,
  given: { readonly document: string; readonly version: number; readonly reason: string },
): Promise<Result<true, 'gone' | readonly SetupFault[]>> {
  const reason = oneLine(given.reason)
  if (reason.length < 10 || reason.length > 300) return fail([say('reason', 'document.reason')])
  const tenant = acting.site.id
  return staffDb(house, acting.site)
    .transaction()
    .execute(async (trx): Promise<Result<true, 'gone' | readonly SetupFault[]>> => {
      const procedure = (await holdProcedure(trx, tenant, id)) ? await procedureById(trx, tenant, id) : undefined
      const document = procedure && (await documentsOf(trx, id)).find((one) => one.id === given.document)
      if (!procedure || !document) return fail('gone')
      if (!(await removeVersion(trx, tenant, document.id, given.version, reason))) return fail('gone')
      await noteSetup(trx, acting, 'remove-document', procedure, { title: document.title, version: given.version })
      return ok(true)
    })
}
