import { dayOf, formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Lang } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { RunRow } from '#ui/components/result-row/result-row.tsx'
import { eventRoutes } from '../event-routes.ts'
import { type TownEvent, takesRegistrations } from '../model/event.ts'
import type { Poll } from '../model/poll.ts'
import { seatStatus } from './words.ts'

/** `Di, 8.12.`: short, because it stands in a narrow column. */
const shortDay = (moment: Date, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    timeZone: 'Europe/Berlin',
  }).format(moment)

/** A date in a list: day and time, what it is, where, and whether there are seats. */
export function EventRow({ event, slug, visit }: { readonly event: TownEvent; readonly slug: string; readonly visit: Visit }) {
  const { t, lang } = visit
  return (
    <RunRow
      left={shortDay(event.startsAt, lang)}
      until={t('participation.events.row.time', { time: formatMoment(event.startsAt, lang, 'time') })}
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
    until={visit.t('participation.time.until', {
      until: formatDay(dayOf(new Date(poll.until.getTime() - 1)), visit.lang, 'short'),
    })}
    href={visit.to(eventRoutes.poll, { slug, poll: String(poll.key) })}
    title={poll.title}
    meta={[visit.t('participation.events.poll.answers', { count: poll.answers })]}
    go={visit.t('participation.events.poll.go')}
  />
)
