import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { dayBegins } from '#kernel/deadline.ts'
import type { Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Rows, RunRow } from '#ui/components/result-row/result-row.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { routes } from '../../routes.ts'
import type { DatedPhase } from '../../store/dialogue-queries.ts'
import { lastDay } from '../words.ts'
import { type AskedOverview, overviewQuery } from './read-overview.ts'

/** The month so many months later. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, one = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, one - 1 + months, 1)).toISOString().slice(0, 7)
}

/** First moment of a month, and of the next one. */
export const monthSpan = (month: string): readonly [Date, Date] => [
  dayBegins(`${month}-01`),
  dayBegins(`${monthAfter(month, 1)}-01`),
]

interface Dated {
  readonly day: string
  readonly what: 'begins' | 'ends' | 'both'
  readonly phase: DatedPhase
}

/** Beginnings and last days that lie in a month, by day. */
export function datesIn(phases: readonly DatedPhase[], month: string): Dated[] {
  const dates = phases.flatMap((phase): Dated[] => {
    const first = phase.startsAt && dayOf(phase.startsAt)
    const last = phase.endsAt && lastDay(phase.endsAt)
    if (first && first === last) return [{ day: first, what: 'both', phase }]
    return [
      ...(first ? [{ day: first, what: 'begins', phase } as const] : []),
      ...(last ? [{ day: last, what: 'ends', phase } as const] : []),
    ]
  })
  return dates.filter((one) => one.day.startsWith(month)).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** A month as a list: what begins and what ends on which day. */
export function CalendarSection({
  visit,
  asked,
  phases,
  filters,
}: {
  readonly visit: Visit
  readonly asked: AskedOverview
  readonly phases: readonly DatedPhase[]
  readonly filters: Children
}) {
  const { t, lang } = visit
  const dates = datesIn(phases, asked.month)
  const at = (months: number) => {
    const month = monthAfter(asked.month, months)
    return { month: formatDay(month, lang), href: visit.to(routes.procedures, {}, overviewQuery(asked, { monat: month })) }
  }
  const [before, next] = [at(-1), at(1)]
  const { ansicht: _, ...query } = overviewQuery(asked)
  return (
    <Section title={formatDay(asked.month, lang)} id="kalender">
      <div class="participation-filters">{filters}</div>
      {dates.length === 0 ? (
        <Empty title={t('participation.overview.calendar.none')} reason={t('participation.overview.calendar.none.reason')} />
      ) : (
        <Rows>
          {dates.map(({ day, what, phase }) => {
            const owner = visit.sites.byId(phase.tenant) ?? visit.site
            return (
              <RunRow
                key={`${phase.id}${what}`}
                left={`${Number(day.slice(8))}.`}
                until={new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { weekday: 'long', timeZone: 'UTC' }).format(
                  new Date(`${day}T12:00:00Z`),
                )}
                href={visit.toSite(owner, routes.procedure, { slug: phase.slug })}
                title={phase.procedureTitle}
                meta={[
                  t(`participation.overview.calendar.${what}`, { phase: phase.title }),
                  ...(owner.id === visit.site.id ? [] : [owner.name]),
                ]}
                go={t('participation.row.read')}
              />
            )
          })}
        </Rows>
      )}
      <LinkList
        links={[
          { href: before.href, text: t('participation.overview.calendar.before', { month: before.month }) },
          { href: next.href, text: t('participation.overview.calendar.next', { month: next.month }) },
          { href: visit.to(routes.proceduresCalendar, {}, query), text: t('participation.take.calendar') },
        ]}
      />
    </Section>
  )
}
