import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { formatOf } from '../../known-formats.ts'
import { freePrefix, freeSlug } from '../../model/setup/names.ts'
import type { SetupFault } from '../../model/setup/typed.ts'
import { insertProcedure } from '../../store/procedure-store.ts'
import { namesInUse, takenName } from '../../store/setup-store.ts'
import { type Acting, noteSetup } from './acting.ts'

/** Begins a draft of a procedure in a format, with free names of its own; gives its id. */
export async function beginProcedure(
  house: ParticipationHouse,
  acting: Acting,
  given: { readonly format: string; readonly title: string },
): Promise<Result<string, SetupFault[]>> {
  const title = oneLine(given.title)
  const format = formatOf(given.format)
  const faults: SetupFault[] = []
  if (!format) faults.push({ field: 'format', fault: 'format.missing' })
  if (title.length < 5) faults.push({ field: 'title', fault: title ? 'title.short' : 'title.missing' })
  if (title.length > 120) faults.push({ field: 'title', fault: 'long', about: { most: '120' } })
  if (!format || faults.length > 0) return fail(faults)
  const { site } = acting
  // Two who begin at the same moment may find the same name free: the second looks again.
  for (let attempt = 0; ; attempt++) {
    const id = randomUUID()
    try {
      await staffDb(house, site)
        .transaction()
        .execute(async (trx) => {
          const { slugs, prefixes } = await namesInUse(trx, site.id)
          await insertProcedure(trx, site.id, id, {
            format: format.id,
            title,
            slug: freeSlug(title, slugs),
            prefix: freePrefix(title, prefixes),
            lead: '',
            about: '',
            fixed: [],
            open: [],
            basis: [],
            office: site.contact.organisation,
            contact: { email: site.contact.email, ...(site.contact.phone ? { phone: site.contact.phone } : {}) },
            place: '',
            area: null,
            identity: {},
            moderation: 'after',
            settings: format.settings.parse({}),
            answerBy: null,
            retentionMonths: 12,
          })
          await noteSetup(trx, acting, 'begin-procedure', { id, title })
        })
      return ok(id)
    } catch (error) {
      if (!takenName(error) || attempt >= 3) throw error
    }
  }
}
