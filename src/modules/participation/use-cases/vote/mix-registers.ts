import type { ParticipationHouse } from '../../house.ts'
import { boxesToMix, mixRegister } from '../../store/vote/vote-store.ts'

/** The job that lets no register stay as it was written. */
export const mixJob = 'participation/mix-registers'

/** Writes anew every register of which a row still tells, by the transaction that wrote it, with which ballot somebody voted. */
export async function mixRegisters(house: Pick<ParticipationHouse, 'database'>): Promise<void> {
  for (const { id, tenant } of await boxesToMix(house.database.system))
    await mixRegister(house.database.within({ tenant, readable: [] }), id, 0)
}
