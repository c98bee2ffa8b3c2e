import type { CatalogueHouse } from '../../house.ts'
import { eraseOfPerson, type RequestsOfPerson, requestsOfPerson } from '../../store/request-tidy.ts'
import { addressMark } from './secret-link.ts'

type House = Pick<CatalogueHouse, 'database' | 'config'>

/** Whom it is about: an address, and the account if there is one. */
export interface WhoAsks {
  readonly email: string
  readonly person?: string
}

/** Everything these tables know of somebody: what is subscribed to, what was written and is looked after as staff. Wishes themselves carry no name. */
export const wishPersonalData = (house: House, who: WhoAsks): Promise<RequestsOfPerson> =>
  requestsOfPerson(house.database.system, addressMark(house.config.ALLMENDE_SECRET, who.email), who.person)

/** Ends the subscriptions of an address and takes the account off what it wrote and looked after; answers stay with their office. */
export const wishErase = (house: House, who: WhoAsks): Promise<void> =>
  eraseOfPerson(house.database.system, addressMark(house.config.ALLMENDE_SECRET, who.email), who.person)
