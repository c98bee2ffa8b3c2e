import type { Site } from '#kernel/site.ts'
import type { ParticipationHouse } from '../../house.ts'
import type { Procedure } from '../../model/procedure.ts'
import type { Receipt } from '../submit.ts'
import { follow } from './follow.ts'

/**
 * The address on a submission's form: asked once by mail whether it wants to be told. The submission stands already: whatever goes wrong
 * here, its author has the receipt.
 */
export async function followOwn(
  house: ParticipationHouse,
  visit: { readonly site: Site; readonly lang: string },
  procedure: Procedure,
  receipt: Pick<Receipt, 'id' | 'number'>,
  email: string,
): Promise<void> {
  try {
    await follow(house, visit.site, {
      procedure,
      submission: { id: receipt.id, number: receipt.number },
      author: true,
      rhythm: 'immediate',
      email,
      lang: visit.lang,
    })
  } catch (error) {
    house.log.error({ err: error }, 'the mail that asks an author whether to be told could not be queued')
  }
}
