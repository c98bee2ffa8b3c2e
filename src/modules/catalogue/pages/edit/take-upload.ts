import type { Answer, Visit } from '#platform/http'
import { readSettings } from '../../store/version-store.ts'
import { attachFile } from '../../use-cases/edit/attach-file.ts'
import { newDistribution } from '../../use-cases/edit/new-record.ts'
import { saveDraft } from '../../use-cases/edit/save-draft.ts'
import { endingOf, endings } from '../../use-cases/edit/upload-kinds.ts'
import { readUploaded, withFile } from '../../use-cases/edit/uploaded-file.ts'
import { largest } from './files-view.tsx'
import type { EditorHouse, OpenDraft } from './open-draft.ts'
import { refusedAnswer } from './save-form.ts'

/** A file that was taken: the IRI of its distribution; or what is wrong with it, as a sentence. */
type Taken = { readonly distribution: string } | { readonly error: string } | { readonly answer: Answer }

/** Takes the file of a form into the draft: kept with it, and described by a distribution with what can be told from it. A file of the same name is replaced. */
export async function takeUpload(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Taken> {
  const { t } = visit
  const [file] = visit.uploads.filter((one) => one.field === 'datei')
  if (!file) return { error: t('catalogue.edit.files.missing') }
  const read = await readUploaded(file)
  if (!read.ok)
    switch (read.error) {
      case 'too-large':
        return { error: t('catalogue.edit.files.big', { size: largest(visit) }) }
      case 'empty':
        return { error: t('catalogue.edit.files.empty') }
      case 'type':
        return { error: t('catalogue.edit.files.type', { types: endings.join(', ').toUpperCase() }) }
      case 'content':
        return { error: t('catalogue.edit.files.content', { ending: endingOf(file.name) }) }
    }
  const { draft, acting, staff } = open
  const attached = await attachFile(house, acting, { id: draft.id, name: file.name, mediaType: file.type, content: read.value })
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
