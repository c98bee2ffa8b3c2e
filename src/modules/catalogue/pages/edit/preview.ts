import { slugOf } from '#kernel/slug.ts'
import { type Answer, page, type Visit } from '#platform/http'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import type { StoredResource } from '../../store/catalogue-store.ts'
import { nothingBeside } from '../../store/queries/dataset-page.ts'
import { fileAddress } from '../../use-cases/edit/new-record.ts'
import { gather } from '../dataset/gather.ts'
import { type EditorHouse, type OpenDraft, turtleOf } from './open-draft.ts'
import { previewView } from './preview-view.tsx'
import { titleOfDraft } from './step-view.tsx'

/** Shows a draft as it will look: with its files, under the address it will have. */
export async function showPreview(house: EditorHouse, open: OpenDraft, visit: Visit): Promise<Answer> {
  const { draft, files, staff } = open
  const slug = draft.slug ?? slugOf(titleOfDraft(open, visit))
  const at = (part: string | null) => fileAddress(visit.site, { id: draft.id, slug: part }, '', staff.publicUrl)
  const ready: CatalogueRecord = JSON.parse(JSON.stringify(draft.record).replaceAll(at(null), at(slug)))
  const record = ready.title.length > 0 ? ready : { ...ready, title: [{ value: titleOfDraft(open, visit), lang: visit.lang }] }
  const resource: StoredResource = {
    id: draft.resource ?? draft.id,
    tenant: draft.tenant,
    slug,
    state: 'published',
    record,
    source: null,
    head: null,
    createdAt: draft.changedAt,
    changedAt: draft.changedAt,
    withdrawnAt: null,
    withdrawnReason: null,
    quality: null,
    links: null,
  }
  const beside = { ...nothingBeside, files: files.map((file) => ({ ...file, changedAt: file.addedAt })) }
  return page(previewView(open, await gather(house, visit, resource, beside), await turtleOf(draft), visit))
}
