import type { Kysely } from 'kysely'
import type { FormatNews } from '../../../format.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { letterRoutes } from '../letter-routes.ts'
import { whenWords } from '../model/when.ts'
import { eventsToTell } from '../store/event-store.ts'
import { wordsIn } from './letters.ts'

/** What mails say of dates to those who follow a procedure: as the date is now, not as it was when it was noted. */
export const eventNews = {
  what: ['event-new', 'event-moved', 'event-off'],
  async tell(db: Kysely<ParticipationTables>, refs: readonly string[]): Promise<ReadonlyMap<string, FormatNews>> {
    const events = await eventsToTell(db, refs)
    return new Map(
      events.map((event) => [
        event.id,
        {
          line: (what, lang) => {
            const t = wordsIn(lang)
            return t(`participation.events.news.${event.state === 'cancelled' ? 'event-off' : what}`, {
              title: event.title,
              when: whenWords(event, lang === 'en' ? 'en' : 'de', t),
              place: [event.place, event.address].filter(Boolean).join(', ') || '–',
              reason: event.cancelledReason ?? '',
            })
          },
          route: letterRoutes.event,
          params: { slug: event.slug, event: String(event.key) },
        },
      ]),
    )
  },
} as const
