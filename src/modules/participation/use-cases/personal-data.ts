import type { Kysely } from 'kysely'
import type { PersonalRoom } from '#identity'
import type { Config } from '#platform/config'
import { addressMark } from '#platform/secret-link'
import { eraseParticipant, participationOfPerson } from '../store/participation-personal.ts'
import type { ParticipationTables } from '../store/tables.ts'

/** What participation keeps of somebody with an account: what the address is told and reported, what was written and decided as staff. */
export const participationPersonal = ({ ALLMENDE_SECRET: secret }: Pick<Config, 'ALLMENDE_SECRET'>): PersonalRoom => ({
  room: 'participation',
  read: (db, { id, email }) =>
    participationOfPerson(db as unknown as Kysely<ParticipationTables>, addressMark(secret, 'participation', email), id),
  erase: (trx, { id, email }) =>
    eraseParticipant(trx as unknown as Kysely<ParticipationTables>, addressMark(secret, 'participation', email), id),
})
