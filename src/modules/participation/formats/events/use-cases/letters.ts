import type { Kysely } from 'kysely'
import { type Messages, translator } from '#kernel/locale.ts'
import { href, type Params, type Route } from '#kernel/route.ts'
import { type Site, siteAddress } from '#kernel/site.ts'
import { mailEnglish, mailGerman, sendLetter } from '#platform/mail'
import { linkSecret } from '#platform/secret-link'
import type { ParticipationHouse } from '../../../house.ts'
import { procedureById } from '../../../store/procedure-store.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { letterRoutes } from '../letter-routes.ts'
import { letterGerman } from '../locales/letters-de.ts'
import { letterEnglish } from '../locales/letters-en.ts'
import type { TownEvent } from '../model/event.ts'
import type { Registration } from '../model/registration.ts'
import { whenWords } from '../model/when.ts'
import { eventById } from '../store/event-store.ts'
import { type Addressee, movedUp } from '../store/registration-store.ts'

const germanWords: Messages = { ...letterGerman, ...mailGerman }
const german = translator('de', germanWords)
const english = translator('en', { ...letterEnglish, ...mailEnglish }, germanWords)
/** The words of these letters. */
export const wordsIn = (lang: string) => (lang === 'en' ? english : german)

type House = Pick<ParticipationHouse, 'config' | 'mail'>
type Trx = Kysely<ParticipationTables>

const address = (house: Pick<House, 'config'>, site: Site, route: Route, params: Params) =>
  siteAddress(site, house.config.publicUrl) + href(route, params)

/** What kind of link leads to a registration, and what to an answer in a search for a date. */
export const linkKinds = { registration: 'participation/registration', poll: 'participation/poll-answer' } as const

/** Where somebody sees, changes and cancels the own registration. */
export const registrationLink = (house: Pick<House, 'config'>, site: Site, id: string): string =>
  address(house, site, letterRoutes.ownRegistration, {
    token: linkSecret(house.config.ALLMENDE_SECRET, linkKinds.registration, id),
  })

/** The same for an answer in a search for a date. */
export const pollLink = (house: Pick<House, 'config'>, site: Site, id: string): string =>
  address(house, site, letterRoutes.ownPollAnswer, { token: linkSecret(house.config.ALLMENDE_SECRET, linkKinds.poll, id) })

/** What a letter about a registration is for. */
export type Occasion = 'registered' | 'waiting' | 'moved-up' | 'reminder' | 'changed' | 'called-off' | 'removed'

type EventWords = Pick<TownEvent, 'title' | 'startsAt' | 'endsAt' | 'place' | 'address' | 'cancelledReason'>

/** Writes to somebody who is registered, in the transaction of what happened: with it, or not at all. */
export async function writeTo(
  house: House,
  trx: Trx,
  site: Site,
  occasion: Occasion,
  to: Pick<Addressee, 'id' | 'people' | 'email' | 'lang'>,
  event: EventWords,
  slot?: { readonly startsAt: Date; readonly endsAt: Date },
): Promise<void> {
  const t = wordsIn(to.lang)
  const about = {
    title: event.title,
    when: whenWords(slot ?? event, to.lang === 'en' ? 'en' : 'de', t),
    place: [event.place, event.address].filter(Boolean).join(', '),
    name: site.name,
    reason: event.cancelledReason ?? '',
    count: to.people,
  }
  const gone = occasion === 'called-off' || occasion === 'removed'
  await sendLetter(house.mail, trx, t, {
    site,
    to: to.email,
    subject: t(`participation.events.letter.${occasion}.subject`, about),
    paragraphs: [
      t(`participation.events.letter.${occasion}`, about),
      ...(occasion === 'removed' ? [] : [t('participation.events.letter.when', about)]),
      ...(about.place && !gone ? [t('participation.events.letter.where', about)] : []),
      ...(gone ? [] : [t('participation.events.letter.people', about)]),
    ],
    ways: gone ? [] : [{ text: t('participation.events.letter.way'), href: registrationLink(house, site, to.id) }],
    reason: t('participation.events.letter.why', about),
    ...(gone ? {} : { validUntil: slot?.endsAt ?? event.endsAt }),
  })
}

/** The time of a registration's slot, where it has one. */
export const slotTime = ({ slotStart, slotEnd }: Pick<Registration, 'slotStart' | 'slotEnd'>) =>
  slotStart && slotEnd ? { startsAt: slotStart, endsAt: slotEnd } : undefined

/** Tells those whom this transaction let move up from the waiting list. The last step of everything that gives seats back. */
export async function tellMovedUp(house: House, trx: Trx, site: Site): Promise<void> {
  const moved = await movedUp(trx)
  // All of one event, as a rule.
  const events = new Map<string, TownEvent | undefined>()
  for (const id of new Set(moved.map((one) => one.event))) events.set(id, await eventById(trx, site.id, id))
  for (const one of moved) {
    const event = events.get(one.event)
    if (event) await writeTo(house, trx, site, 'moved-up', one, event)
  }
}

/** Tells somebody who answered which date was fixed. */
export async function writeFixed(
  house: House,
  trx: Trx,
  site: Site,
  to: { readonly email: string; readonly lang: string },
  event: Pick<TownEvent, 'procedure' | 'key'> & EventWords,
): Promise<void> {
  const t = wordsIn(to.lang)
  const procedure = await procedureById(trx, site.id, event.procedure)
  const about = { title: event.title, when: whenWords(event, to.lang === 'en' ? 'en' : 'de', t), name: site.name }
  await sendLetter(house.mail, trx, t, {
    site,
    to: to.email,
    subject: t('participation.events.letter.fixed.subject', about),
    paragraphs: [t('participation.events.letter.fixed', about), t('participation.events.letter.when', about)],
    ways: procedure
      ? [
          {
            text: t('participation.events.letter.fixed.way'),
            href: address(house, site, letterRoutes.event, { slug: procedure.slug, event: String(event.key) }),
          },
        ]
      : [],
    reason: t('participation.events.letter.fixed.why', about),
  })
}
