import { open as openFile, readFile } from 'node:fs/promises'
import type { Answer, Visit } from '#platform/http'
import { type Distribution, fileTypes, findMediaType } from '#standards/dcat-ap-de'
import { readSettings } from '../../store/version-store.ts'
import { attachFile, largestFile } from '../../use-cases/edit/attach-file.ts'
import { newDistribution } from '../../use-cases/edit/new-record.ts'
import { saveDraft } from '../../use-cases/edit/save-draft.ts'
import { largest } from './files-view.tsx'
import type { EditorHouse, OpenDraft } from './open-draft.ts'
import { refusedAnswer } from './save-form.ts'
import { endingOf, endings, uploadFault } from './upload-kinds.ts'

/** A file that was taken: the IRI of its distribution; or what is wrong with it, as a sentence. */
type Taken = { readonly distribution: string } | { readonly error: string } | { readonly answer: Answer }

async function headOf(path: string): Promise<Buffer> {
  const file = await openFile(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Takes the file of a form into the draft: kept with it, and described by a distribution with what can be told from it. A file of the same name is replaced. */
export async function takeUpload(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Taken> {
  const { t } = visit
  const [file] = visit.uploads.filter((one) => one.field === 'datei')
  if (!file) return { error: t('catalogue.edit.files.missing') }
  if (file.tooLarge || file.bytes > largestFile) return { error: t('catalogue.edit.files.big', { size: largest(visit) }) }
  if (file.bytes === 0) return { error: t('catalogue.edit.files.empty') }
  const fault = uploadFault(file.name, await headOf(file.path))
  if (fault === 'type') return { error: t('catalogue.edit.files.type', { types: endings.join(', ').toUpperCase() }) }
  if (fault === 'content') return { error: t('catalogue.edit.files.content', { ending: endingOf(file.name) }) }
  const { draft, acting, staff } = open
  const content = await readFile(file.path)
  const attached = await attachFile(house, acting, { id: draft.id, name: file.name, mediaType: file.type, content })
  if (!attached.ok) return { answer: refusedAnswer(attached.error, visit) }
  const { url, file: kept } = attached.value
  const after = attached.value.draft
  if (after.record.kind === 'service') return { error: t('catalogue.edit.files.type', { types: '' }) }
  const known = after.record.distribution.find((one) => one.downloadURL.includes(url))
  const { defaults } = await readSettings(staff)
  const described = withFile(known ?? newDistribution(after.record, defaults), kept, url, house.now())
  const rest = after.record.distribution.filter((one) => one.uri !== described.uri)
  const record = {
    ...after.record,
    distribution: known ? after.record.distribution.map((one) => (one === known ? described : one)) : [...rest, described],
  }
  const saved = await saveDraft(house, acting, { id: draft.id, revision: after.revision, record })
  return saved.ok ? { distribution: described.uri } : { answer: refusedAnswer(saved.error, visit) }
}

/** What can be told from a file, put into its distribution. A title that somebody wrote stays. */
function withFile(
  one: Distribution,
  file: { name: string; mediaType: string; bytes: number; sha256: string },
  url: string,
  now: Date,
): Distribution {
  const format = fileTypes.find(endingOf(file.name))
  const mediaType = findMediaType(file.mediaType)
  return {
    ...one,
    title: one.title.length > 0 ? one.title : [{ value: file.name, lang: 'de' }],
    accessURL: [url],
    downloadURL: [url],
    byteSize: file.bytes,
    checksum: { algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256', value: file.sha256 },
    modified: now.toISOString().slice(0, 10),
    ...(format ? { format: format.iri } : {}),
    ...(mediaType ? { mediaType } : {}),
  }
}
