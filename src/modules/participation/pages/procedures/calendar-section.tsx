import { dayOf, formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { dayBegins } from '#kernel/deadline.ts'
import type { Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Rows, RunRow } from '#ui/components/result-row/result-row.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Children } from '#ui/vocabulary.ts'
import type { FormatDate } from '../../format.ts'
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

/** One line of the month. */
interface Line {
  readonly key: string
  readonly day: string
  /** Orders the lines of a day: phases first, then by the hour. */
  readonly at: string
  readonly tenant: string
  readonly href: string
  readonly title: string
  readonly what: string
}

/** Phases and dates of the month in one order. */
function linesOf(phases: readonly DatedPhase[], days: readonly FormatDate[], month: string, visit: Visit): Line[] {
  const { t, lang } = visit
  const owner = (tenant: string) => visit.sites.byId(tenant) ?? visit.site
  return [
    ...datesIn(phases, month).map(({ day, what, phase }) => ({
      key: `${phase.id}${what}`,
      day,
      at: '',
      tenant: phase.tenant,
      href: visit.toSite(owner(phase.tenant), routes.procedure, { slug: phase.slug }),
      title: phase.procedureTitle,
      what: t(`participation.overview.calendar.${what}`, { phase: phase.title }),
    })),
    ...days
      .filter((one) => dayOf(one.startsAt).startsWith(month))
      .map((one) => ({
        key: one.event.uid,
        day: dayOf(one.startsAt),
        at: one.startsAt.toISOString(),
        tenant: one.tenant,
        href: one.href,
        title: one.procedureTitle,
        what: t(`participation.overview.calendar.${one.event.status === 'CANCELLED' ? 'off' : 'date'}`, {
          title: one.title,
          time: formatMoment(one.startsAt, lang, 'time'),
        }),
      })),
  ].sort((a, b) => (a.day + a.at < b.day + b.at ? -1 : a.day + a.at > b.day + b.at ? 1 : 0))
}

/** A month as a list: what begins and what ends on which day, and what takes place on it. */
export function CalendarSection({
  visit,
  asked,
  phases,
  days,
  filters,
}: {
  readonly visit: Visit
  readonly asked: AskedOverview
  readonly phases: readonly DatedPhase[]
  readonly days: readonly FormatDate[]
  readonly filters: Children
}) {
  const { t, lang } = visit
  const lines = linesOf(phases, days, asked.month, visit)
  const at = (months: number) => {
    const month = monthAfter(asked.month, months)
    return { month: formatDay(month, lang), href: visit.to(routes.procedures, {}, overviewQuery(asked, { monat: month })) }
  }
  const [before, next] = [at(-1), at(1)]
  const { ansicht: _, ...query } = overviewQuery(asked)
  return (
    <Section title={formatDay(asked.month, lang)} id="kalender">
      <div class="participation-filters">{filters}</div>
      {lines.length === 0 ? (
        <Empty title={t('participation.overview.calendar.none')} reason={t('participation.overview.calendar.none.reason')} />
      ) : (
        <Rows>
          {lines.map(({ key, day, tenant, href, title, what }) => (
            <RunRow
              key={key}
              left={`${Number(day.slice(8))}.`}
              until={new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { weekday: 'long', timeZone: 'UTC' }).format(
                new Date(`${day}T12:00:00Z`),
              )}
              href={href}
              title={title}
              meta={[what, ...(tenant === visit.site.id ? [] : [visit.sites.byId(tenant)?.name ?? ''])]}
              go={t('participation.row.read')}
            />
          ))}
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
