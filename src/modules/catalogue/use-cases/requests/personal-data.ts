import type { Kysely } from 'kysely'
import type { PersonalRoom } from '#identity'
import type { Config } from '#platform/config'
import { addressMark } from '#platform/secret-link'
import { eraseOfPerson, requestsOfPerson } from '../../store/request-tidy.ts'
import type { CatalogueTables } from '../../store/tables.ts'

/** What wishes, remarks and subscriptions keep of somebody with an account: what the address is told, what was written and looked after as staff. Wishes themselves carry no name. */
export const wishPersonal = ({ ALLMENDE_SECRET: secret }: Pick<Config, 'ALLMENDE_SECRET'>): PersonalRoom => ({
  room: 'wishes',
  read: (db, { id, email }) =>
    requestsOfPerson(db as unknown as Kysely<CatalogueTables>, addressMark(secret, 'catalogue', email), id),
  // Subscriptions end; answers stay with their office.
  erase: (trx, { id, email }) =>
    eraseOfPerson(trx as unknown as Kysely<CatalogueTables>, addressMark(secret, 'catalogue', email), id),
})
