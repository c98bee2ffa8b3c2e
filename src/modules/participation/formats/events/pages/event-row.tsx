import { dayOf, formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { RunRow } from '#ui/components/result-row/result-row.tsx'
import { eventRoutes } from '../event-routes.ts'
import { type TownEvent, takesRegistrations } from '../model/event.ts'
import type { Poll } from '../model/poll.ts'
import { weekday } from '../model/when.ts'
import { seatStatus, untilWords } from './words.ts'

/** `8. Dezember`: the year stands in the line beneath where it is not this one. */
function dayAndMonth(moment: Date, { lang, now }: Pick<Visit, 'lang' | 'now'>): string {
  const day = dayOf(moment)
  return day.slice(0, 4) === dayOf(now).slice(0, 4) ? formatDay(day, lang).replace(/.\d{4}$/u, '') : formatDay(day, lang)
}

/** A date in a list: day and time, what it is, where, and whether there are seats. */
export function EventRow({ event, slug, visit }: { readonly event: TownEvent; readonly slug: string; readonly visit: Visit }) {
  const { t, lang } = visit
  return (
    <RunRow
      left={dayAndMonth(event.startsAt, visit)}
      until={t('participation.events.row.time', {
        day: weekday(event.startsAt, lang),
        time: formatMoment(event.startsAt, lang, 'time'),
      })}
      href={visit.to(eventRoutes.event, { slug, event: String(event.key) })}
      title={event.title}
      meta={[...(event.place ? [event.place] : []), seatStatus(event, visit).text]}
      go={t(takesRegistrations(event, visit.now) ? 'participation.events.row.register' : 'participation.row.read')}
    />
  )
}

/** A search for a date in the same list. */
export const PollRow = ({ poll, slug, visit }: { readonly poll: Poll; readonly slug: string; readonly visit: Visit }) => (
  <RunRow
    left={visit.t('participation.events.poll.open')}
    until={untilWords(poll.until, visit)}
    href={visit.to(eventRoutes.poll, { slug, poll: String(poll.key) })}
    title={poll.title}
    meta={[visit.t('participation.events.poll.answers', { count: poll.answers })]}
    go={visit.t('participation.events.poll.go')}
  />
)
