import { isId } from '#kernel/id.ts'
import { type Answer, notFound, problem, type Visit } from '#platform/http'
import { encodeRecord } from '#standards/dcat-ap-de'
import type { CatalogueHouse } from '../../house.ts'
import { fits } from '../../model/draft.ts'
import { draftFiles } from '../../store/draft-file-store.ts'
import { draftById, type StaffDb } from '../../store/draft-store.ts'
import type { Draft, DraftFile } from '../../store/draft-tables.ts'
import { checkDraft, type DraftCheck } from '../../use-cases/edit/check-draft.ts'
import { checkWithShapes } from '../../use-cases/edit/shape-findings.ts'
import { type Acting, actingIn, staffDb } from '../../use-cases/edit/staff.ts'
import { writeRdf } from '../../use-cases/export-catalogue.ts'

/** The house as pages for editing need it. */
export interface EditorHouse extends CatalogueHouse {
  asset(name: string): string
}

/** A draft as its pages show it, and who looks at it. */
export interface OpenDraft {
  readonly draft: Draft
  readonly check: DraftCheck
  readonly files: readonly DraftFile[]
  readonly staff: StaffDb
  readonly acting: Acting
  /** Whether who looks at it may write in it now. */
  readonly writable: boolean
}

/** The draft that an address names, or 404: also for another tenant's. */
export async function openDraft(house: EditorHouse, visit: Visit): Promise<OpenDraft | Answer> {
  const { id = '' } = visit.params
  const acting = actingIn(visit)
  const staff = staffDb(house, visit.site)
  const draft = isId(id) && acting ? await draftById(staff, id) : undefined
  if (!draft || !acting) return problem(notFound)
  return {
    draft,
    check: checkDraft(draft.record, draft.lawfulness),
    files: await draftFiles(staff, draft.id),
    staff,
    acting,
    writable: fits('save', draft.state) && visit.may('catalogue/edit'),
  }
}

/** The same with what the official shapes find: for showing it. */
export const withShapes = async (house: EditorHouse, open: OpenDraft): Promise<OpenDraft> => ({
  ...open,
  check: await checkWithShapes(house, open.draft),
})

export const isAnswer = (opened: OpenDraft | Answer): opened is Answer => 'kind' in opened

/** Longest RDF text on a page, in characters. */
const longest = 20_000

/** The statements themselves: what the prefixes stand for, readers of Turtle know. */
const withoutPrefixes = (turtle: string): string => turtle.replace(/^@prefix .*\n/gm, '').trimStart()

/** The record of a draft as Turtle, as it would be given out. */
export async function turtleOf({ record }: Draft): Promise<string> {
  let text = ''
  for await (const piece of writeRdf('ttl', [encodeRecord(record)])) {
    text += piece
    if (text.length > longest) return `${withoutPrefixes(text).slice(0, longest)}\n# ...`
  }
  return withoutPrefixes(text)
}
