import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { missingFor, type Need } from '../../model/setup/ready.ts'
import { readWithdrawReason } from '../../model/setup/withdraw-reason.ts'
import { phasesOf, procedureById, setProcedureState } from '../../store/procedure-store.ts'
import { holdProcedure } from '../../store/setup-store.ts'
import { type Acting, noteSetup } from './acting.ts'

/** Whether a site says who answers for it. */
export const hasImprint = (site: Site): boolean => Object.values(site.texts.imprint ?? {}).some((text) => text.trim() !== '')

/** Makes a draft public, or one that was taken back; gives what is missing otherwise. `not-now` when it is public already. */
export async function publishProcedure(
  house: ParticipationHouse,
  acting: Acting,
  id: string,
): Promise<Result<true, 'gone' | 'not-now' | readonly Need[]>> {
  const { site } = acting
  return staffDb(house, site)
    .transaction()
    .execute(async (trx): Promise<Result<true, 'gone' | 'not-now' | readonly Need[]>> => {
      if (!(await holdProcedure(trx, site.id, id))) return fail('gone')
      const procedure = await procedureById(trx, site.id, id)
      if (!procedure) return fail('gone')
      const missing = missingFor(procedure, await phasesOf(trx, id), hasImprint(site))
      if (missing.length > 0) return fail(missing)
      if (!(await setProcedureState(trx, site.id, id, ['draft', 'withdrawn'], 'public', null))) return fail('not-now')
      await noteSetup(trx, acting, 'publish-procedure', procedure)
      return ok(true)
    })
}

/** Takes a public procedure back. Its address says why; nothing that was handed in is lost. */
export async function withdrawProcedure(
  house: ParticipationHouse,
  acting: Acting,
  id: string,
  given: string,
): Promise<Result<true, 'gone' | 'not-now' | 'reason' | 'reason.long'>> {
  const reason = readWithdrawReason(given)
  if (!reason.ok) return reason
  const { site } = acting
  return staffDb(house, site)
    .transaction()
    .execute(async (trx): Promise<Result<true, 'gone' | 'not-now'>> => {
      if (!(await holdProcedure(trx, site.id, id))) return fail('gone')
      const procedure = await procedureById(trx, site.id, id)
      if (!procedure) return fail('gone')
      if (!(await setProcedureState(trx, site.id, id, ['public'], 'withdrawn', reason.value))) return fail('not-now')
      await noteSetup(trx, acting, 'withdraw-procedure', procedure)
      return ok(true)
    })
}
