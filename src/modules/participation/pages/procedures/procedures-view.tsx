import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { daysLeft } from '#kernel/deadline.ts'
import type { Site } from '#kernel/site.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Choice } from '#ui/components/choice/choice.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Rows, RunRow } from '#ui/components/result-row/result-row.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import type { Format, FormatDate } from '../../format.ts'
import { wordsOf } from '../../format-words.ts'
import { projectRoutes } from '../../project-routes.ts'
import { routes } from '../../routes.ts'
import type { DatedPhase } from '../../store/dialogue-queries.ts'
import type { ListedProcedure } from '../../store/procedure-store.ts'
import { lastDay } from '../words.ts'
import { CalendarSection } from './calendar-section.tsx'
import { numbersOf, ProceduresMap } from './procedures-map.tsx'
import { type AskedOverview, overviewQuery } from './read-overview.ts'

export interface ProceduresData {
  readonly asked: AskedOverview
  readonly procedures: readonly ListedProcedure[]
  /** Id of the last one, where more follow. */
  readonly more: string | undefined
  /** Steps of the month, for the calendar. */
  readonly phases: readonly DatedPhase[]
  /** Dates of formats in the month. */
  readonly days: readonly FormatDate[]
  readonly formats: readonly Format[]
  readonly themes: readonly string[]
  /** Places whose procedures this site shows. */
  readonly places: readonly Site[]
}

/** Name of a format in the visitor's language. */
export const formatName = (format: Format | undefined, visit: Visit): string =>
  format ? (format.name[visit.lang] ?? format.name.de ?? '') : ''

function Entry({
  one,
  data,
  visit,
  pin,
}: {
  readonly one: ListedProcedure
  readonly data: ProceduresData
  readonly visit: Visit
  readonly pin: number | undefined
}) {
  const { t, lang } = visit
  const owner = visit.sites.byId(one.tenant) ?? visit.site
  const days = one.endsAt ? daysLeft(one.endsAt, visit.now) : undefined
  const left = one.running
    ? days === undefined
      ? t('participation.row.endless')
      : days === 0
        ? t('participation.row.today')
        : t('participation.row.days', { count: days })
    : one.startsAt
      ? t('participation.row.soon')
      : t('participation.row.over')
  const until = one.running
    ? one.endsAt
      ? t('participation.time.until', { until: formatDay(lastDay(one.endsAt), lang, 'short') })
      : ''
    : one.startsAt
      ? t('participation.time.from', { from: formatDay(dayOf(one.startsAt), lang, 'short') })
      : ''
  const format = data.formats.find(({ id }) => id === one.format)
  return (
    <RunRow
      left={left}
      until={until}
      href={visit.toSite(owner, routes.procedure, { slug: one.slug })}
      title={pin ? `${pin}. ${one.title}` : one.title}
      meta={[
        ...(owner.id === visit.site.id ? [] : [owner.name]),
        formatName(format, visit),
        ...(one.submissions > 0
          ? [t('participation.count.submissions', { count: one.submissions, ...wordsOf(format, lang) })]
          : []),
      ]}
      go={t(one.running ? 'participation.row.go' : 'participation.row.read')}
    />
  )
}

/** What the list, the month and the map are narrowed by. */
function Filters({ visit, data }: { readonly visit: Visit; readonly data: ProceduresData }) {
  const { t } = visit
  const { asked } = data
  const here = (change: Record<string, string>) => visit.to(routes.procedures, {}, overviewQuery(asked, change))
  const all = (name: string, current: boolean) => ({ text: t('participation.stand.all'), href: here({ [name]: '' }), current })
  return (
    <>
      {asked.view !== 'kalender' && (
        <Choice
          label={t('participation.procedures.stand')}
          links={['', 'laufend', 'kommend', 'beendet'].map((stand) => ({
            text: t(`participation.stand.${stand || 'all'}`),
            href: here({ stand }),
            current: asked.stand === stand,
          }))}
        />
      )}
      {data.formats.length > 1 && (
        <Choice
          label={t('participation.procedures.format')}
          links={[
            all('format', !asked.format),
            ...data.formats.map(({ id, ...format }) => ({
              text: formatName({ id, ...format }, visit),
              href: here({ format: id }),
              current: asked.format === id,
            })),
          ]}
        />
      )}
      {data.places.length > 1 && (
        <Choice
          label={t('participation.overview.place')}
          links={[
            all('ort', !asked.place),
            ...data.places.map((one) => ({
              text: one.shortName,
              href: here({ ort: one.slug }),
              current: asked.place === one.slug,
            })),
          ]}
        />
      )}
      {data.themes.length > 0 && (
        <Choice
          label={t('participation.overview.theme')}
          links={[
            all('thema', !asked.theme),
            ...data.themes.map((theme) => ({
              text: t(`participation.theme.${theme}`),
              href: here({ thema: theme }),
              current: asked.theme === theme,
            })),
          ]}
        />
      )}
    </>
  )
}

function Listed({ visit, data }: { readonly visit: Visit; readonly data: ProceduresData }) {
  const { t, site } = visit
  const { asked } = data
  const narrowed = asked.text || asked.stand || asked.format || asked.place || asked.theme
  if (data.procedures.length === 0)
    return (
      <Empty title={t('participation.procedures.none')} reason={t('participation.procedures.none.reason', { name: site.name })}>
        {narrowed && <LinkList links={[{ href: visit.to(routes.procedures), text: t('participation.procedures.all') }]} />}
      </Empty>
    )
  const numbers = asked.view === 'karte' ? numbersOf(data.procedures) : undefined
  return (
    <>
      {numbers && <ProceduresMap procedures={data.procedures} visit={visit} />}
      <Rows>
        {data.procedures.map((one) => (
          <Entry key={one.id} one={one} data={data} visit={visit} pin={numbers?.get(one.id)} />
        ))}
      </Rows>
      {data.more && (
        <LinkList
          links={[
            {
              href: visit.to(routes.procedures, {}, overviewQuery(asked, { nach: data.more })),
              text: t('participation.more'),
            },
          ]}
        />
      )}
    </>
  )
}

/** All procedures of a view, those first that end soonest; as a list, a month or a map. */
export function proceduresView(visit: Visit, data: ProceduresData): View {
  const { t, site } = visit
  const { asked } = data
  const title = t('participation.procedures.title')
  const feed = overviewQuery(asked, { ansicht: '' })
  return {
    title,
    description: t('participation.procedures.lead', { name: site.name }),
    area: 'participation',
    crumbs: [{ label: t('participation.nav') }],
    ...(asked.view ? { robots: 'noindex, follow' } : {}),
    alternates: [{ type: 'application/atom+xml', href: visit.to(routes.proceduresAtom, {}, feed), title }],
    body: (
      <>
        <Head title={title} lead={t('participation.procedures.lead', { name: site.name })} t={t} />
        <div class="participation-views">
          <Tabs
            label={t('participation.overview.view')}
            links={(['', 'kalender', 'karte'] as const).map((view) => ({
              text: t(`participation.overview.${view === 'kalender' ? 'calendar' : view === 'karte' ? 'map' : 'list'}`),
              href: visit.to(routes.procedures, {}, overviewQuery(asked, { ansicht: view })),
              current: asked.view === view,
            }))}
          />
        </div>
        {asked.view === 'kalender' ? (
          <CalendarSection
            visit={visit}
            asked={asked}
            phases={data.phases}
            days={data.days}
            filters={<Filters visit={visit} data={data} />}
          />
        ) : (
          <Section title={t('participation.procedures.list')} id="verfahren">
            <form class="alm-form" method="get" action={visit.to(routes.procedures)}>
              <HiddenValues values={overviewQuery(asked, { q: '' })} />
              <TextField id="q" name="q" type="search" label={t('participation.procedures.words')} value={asked.text} t={t} />
              <Actions>
                <Button kind="secondary" text={t('participation.procedures.find')} />
                <Filters visit={visit} data={data} />
              </Actions>
            </form>
            <Listed visit={visit} data={data} />
            <LinkList
              links={[
                { href: visit.to(routes.proceduresAtom, {}, feed), text: t('participation.take.atom') },
                { href: visit.to(routes.proceduresCalendar, {}, feed), text: t('participation.take.calendar') },
                { href: visit.to(projectRoutes.projects), text: t('participation.projects.more') },
              ]}
            />
          </Section>
        )}
      </>
    ),
  }
}
