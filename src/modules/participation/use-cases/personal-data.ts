import type { Kysely } from 'kysely'
import type { PersonalRoom } from '#identity'
import type { Config } from '#platform/config'
import { addressMark } from '#platform/secret-link'
import { formats } from '../formats.ts'
import { eraseParticipant, participationOfPerson } from '../store/participation-personal.ts'
import type { ParticipationTables } from '../store/tables.ts'

/** What participation keeps of somebody with an account: what the address is told and reported, what was written and decided as staff. */
export const participationPersonal = ({ ALLMENDE_SECRET: secret }: Pick<Config, 'ALLMENDE_SECRET'>): PersonalRoom => ({
  room: 'participation',
  async read(given, { id, email }) {
    const db = given as unknown as Kysely<ParticipationTables>
    const mark = addressMark(secret, 'participation', email)
    const byFormat: Record<string, unknown> = {}
    for (const one of formats) if (one.personal) byFormat[one.id] = await one.personal.read(db, mark)
    return { ...(await participationOfPerson(db, mark, id)), ...byFormat }
  },
  async erase(given, { id, email }) {
    const trx = given as unknown as Kysely<ParticipationTables>
    const mark = addressMark(secret, 'participation', email)
    await eraseParticipant(trx, mark, id)
    for (const one of formats) await one.personal?.erase(trx, mark)
  },
})
