import { fail, ok, type Result } from '#kernel/result.ts'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import type { CatalogueHouse } from '../../house.ts'
import { draftById } from '../../store/draft-store.ts'
import { staffRequest } from '../../store/request-store.ts'
import { readSettings } from '../../store/version-store.ts'
import { beginIn } from '../edit/begin-draft.ts'
import { newRecord } from '../edit/new-record.ts'
import { noteDeed } from '../edit/note-deed.ts'
import { type Acting, together } from '../edit/staff.ts'
import { linkWish } from './answer-request.ts'

const ended: ReadonlySet<string> = new Set(['discarded'])

/**
 * Begins a draft that is to answer a wish, or gives the one that was begun. Draft and link are written together; when the draft is
 * released its record keeps the draft's id, and by that the wish is answered.
 */
export function draftForWish(house: CatalogueHouse, acting: Acting, wish: string): Promise<Result<{ id: string }, 'gone'>> {
  return together(house, acting.site, async (staff) => {
    const request = await staffRequest(staff.db, staff.tenant, wish, true)
    if (request?.kind !== 'wish' || request.dataset) return fail('gone')
    const before = request.madeId ? await draftById(staff, request.madeId) : undefined
    if (before && !ended.has(before.state)) return ok({ id: before.id })
    const { defaults } = await readSettings(staff)
    const empty = newRecord('dataset', { id: wish, site: acting.site, defaults, publicUrl: staff.publicUrl })
    // The words of whoever wished are a beginning; the description is the department's own.
    const record = { ...empty, title: [{ value: request.title, lang: request.lang }] } as CatalogueRecord
    const draft = await beginIn(staff, acting, { record })
    if (!draft.ok) return fail('gone')
    await linkWish(staff.db, staff.tenant, wish, draft.value.id)
    await noteDeed(staff, acting.person, 'begin-draft', draft.value, { resource: null })
    return ok({ id: draft.value.id })
  })
}
