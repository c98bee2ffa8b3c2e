import { fail, ok, type Result } from '#kernel/result.ts'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { numberOf } from '../../model/procedure.ts'
import { enteredAs, isTwice } from '../../store/paper-store.ts'
import type { ShownProcedure } from '../open-procedure.ts'
import { type Acting, noteSetup } from '../setup/acting.ts'
import { keepPaper, type PaperDraft } from './keep-paper.ts'

/** Enters a letter, a call, or what was said at the counter; gives the id of the submission, or under which number the paper is kept already. */
export async function enterSubmission(
  house: ParticipationHouse,
  acting: Acting,
  { procedure, phases }: Pick<ShownProcedure, 'procedure' | 'phases'>,
  paper: PaperDraft,
): Promise<Result<string, { readonly twice: string }>> {
  const db = staffDb(house, acting.site)
  try {
    return await db.transaction().execute(async (trx) => {
      const { id, number, late } = await keepPaper(trx, house, procedure, phases, paper)
      await noteSetup(trx, acting, 'enter-submission', procedure, {
        number: numberOf(procedure.prefix, number),
        channel: paper.channel,
        late,
      })
      return ok(id)
    })
  } catch (error) {
    if (!isTwice(error)) throw error
    const number = (await enteredAs(db, procedure.id, [paper.reference])).get(paper.reference)
    return fail({ twice: number === undefined ? '' : numberOf(procedure.prefix, number) })
  }
}
