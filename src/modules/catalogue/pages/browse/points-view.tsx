import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { bandOf, bestOf, type Dimension, dimensions, total } from '#standards/mqa'
import { Bars } from '#ui/components/bars/bars.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { Figures } from '#ui/components/figures/figures.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { StackedBar } from '#ui/components/stacked-bar/stacked-bar.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import type { CoursePoint, Gain, PointTotals, TenantPoints } from '../../store/queries/points.ts'

/** Everything the sections about points show. */
export interface PointsData {
  readonly totals: PointTotals
  readonly gains: readonly Gain[]
  readonly course: readonly CoursePoint[]
  /** Empty where the view is one place. */
  readonly places: readonly TenantPoints[]
}

const shownGains = 6
const shownPlaces = 25
const shownDays = 12

function Dimensions({ totals, visit }: { readonly totals: PointTotals; readonly visit: Visit }) {
  const { t, lang } = visit
  const earned = (one: Dimension) => Math.round(totals.parts[one])
  const columns: Column<Dimension>[] = [
    {
      title: t('catalogue.points.dimension'),
      cell: (one) => (
        <>
          {t(`catalogue.mqa.${one}`)}
          <span class="catalogue-why">{t(`catalogue.mqa.${one}.what`)}</span>
        </>
      ),
    },
    {
      title: t('catalogue.view-quality.share'),
      cell: (one) => (
        <StackedBar
          id={`punkte-${one}`}
          segments={[
            { step: 'full', value: earned(one) },
            { step: 'empty', value: bestOf(one) - earned(one) },
          ]}
        />
      ),
    },
    {
      title: t('catalogue.record.points'),
      right: true,
      cell: (one) => t('catalogue.view-quality.mean.of', { mean: formatNumber(earned(one), lang), all: bestOf(one) }),
    },
  ]
  return (
    <div class="catalogue-shares">
      <Table caption={t('catalogue.points.title')} columns={columns} rows={dimensions} rowKey={(one) => one} inline t={t} />
    </div>
  )
}

function GainTable({ gains, visit }: { readonly gains: readonly Gain[]; readonly visit: Visit }) {
  const { t, lang } = visit
  const columns: Column<Gain>[] = [
    { title: t('catalogue.points.gain.what'), cell: (one) => t(`catalogue.mqa.${one.id}`) },
    {
      title: t('catalogue.points.gain.records'),
      right: true,
      cell: (one) => <a href={visit.to(routes.metadataQuality, {}, { fehlt: one.id })}>{formatNumber(one.records, lang)}</a>,
    },
    { title: t('catalogue.points.gain.each'), right: true, cell: (one) => formatNumber(one.weight, lang) },
    { title: t('catalogue.points.gain.all'), right: true, cell: (one) => formatNumber(one.points, lang) },
  ]
  return <Table caption={t('catalogue.points.gains')} columns={columns} rows={gains} rowKey={(one) => one.id} inline t={t} />
}

function Gains({ gains, visit }: { readonly gains: readonly Gain[]; readonly visit: Visit }) {
  const { t } = visit
  const [first] = gains
  return (
    <Section title={t('catalogue.points.gains')} id="was-bringt-es" note={t('catalogue.points.gains.note')}>
      {first ? (
        <>
          <p>
            {t('catalogue.points.gains.first', {
              name: t(`catalogue.mqa.${first.id}`),
              count: first.records,
              points: first.points,
            })}
          </p>
          <GainTable gains={gains.slice(0, shownGains)} visit={visit} />
          {gains.length > shownGains && (
            <Disclosure title={t('catalogue.points.gains.more', { count: gains.length - shownGains })}>
              <GainTable gains={gains.slice(shownGains)} visit={visit} />
            </Disclosure>
          )}
          <LinkList
            links={[{ href: visit.to(routes.metadataQuality, {}, { als: 'punkte' }), text: t('catalogue.points.gains.csv') }]}
          />
        </>
      ) : (
        <p>{t('catalogue.points.gains.none')}</p>
      )}
    </Section>
  )
}

/** Of many days the newest, and before it one a week. */
export function weekly(course: readonly CoursePoint[], most: number): CoursePoint[] {
  const shown: CoursePoint[] = []
  for (const one of [...course].reverse()) {
    const last = shown.at(-1)
    if (!last || Date.parse(last.day) - Date.parse(one.day) >= 7 * 86_400_000) shown.push(one)
    if (shown.length === most) break
  }
  return shown.reverse()
}

/** How the mean went, in a sentence and week by week; a word of patience while there is one value only. */
function Course({ course, visit }: { readonly course: readonly CoursePoint[]; readonly visit: Visit }) {
  const { t, lang } = visit
  const shown = weekly(course, shownDays)
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last || first === last) return <p>{t('catalogue.points.course.none')}</p>
  const change = Math.round(last.score) - Math.round(first.score)
  const direction = change > 0 ? 'up' : change < 0 ? 'down' : 'same'
  return (
    <>
      <p>
        {t(`catalogue.points.course.${direction}`, {
          count: Math.abs(change),
          from: formatDay(first.day, lang),
          score: Math.round(last.score),
        })}
      </p>
      <Bars
        title={t('catalogue.points.course.axis')}
        bars={shown.map((one) => ({
          label: formatDay(one.day, lang, 'short'),
          value: one.score,
          text: formatNumber(Math.round(one.score), lang),
        }))}
        lang={lang}
      />
    </>
  )
}

const meanWords = (totals: PointTotals, { t }: Visit) =>
  t('catalogue.points.mean', {
    score: Math.round(totals.score),
    best: total,
    band: t(`catalogue.mqa.band.${bandOf(totals.score, totals.best)}`),
  })

/** Points of one publisher: the mean and its course. */
export function PublisherPoints({
  points,
  visit,
}: {
  readonly points: Pick<PointsData, 'totals' | 'course'>
  readonly visit: Visit
}) {
  const { t } = visit
  if (points.totals.records === 0) return null
  return (
    <Section title={t('catalogue.points.publisher')} id="punkte" note={t('catalogue.points.course.note')}>
      <p>{meanWords(points.totals, visit)}</p>
      <Course course={points.course} visit={visit} />
      <LinkList links={[{ href: visit.to(routes.metadataQuality), text: t('catalogue.points.all') }]} />
    </Section>
  )
}

function Places({ places, visit }: { readonly places: readonly TenantPoints[]; readonly visit: Visit }) {
  const { t, lang } = visit
  const columns: Column<TenantPoints>[] = [
    {
      title: t('catalogue.table.place'),
      cell: (one) => {
        const site = visit.sites.byId(one.tenant)
        return site ? <a href={visit.toSite(site, routes.metadataQuality)}>{site.name}</a> : ''
      },
    },
    { title: t('catalogue.table.records'), right: true, cell: (one) => formatNumber(one.records, lang) },
    { title: t('catalogue.record.points'), right: true, cell: (one) => formatNumber(Math.round(one.score), lang) },
    { title: t('catalogue.points.band'), cell: (one) => t(`catalogue.mqa.band.${bandOf(one.score, one.best)}`) },
  ]
  return (
    <Section title={t('catalogue.points.places')} id="orte" note={t('catalogue.points.places.note', { count: shownPlaces })}>
      <Table
        caption={t('catalogue.points.places')}
        columns={columns}
        rows={places.slice(0, shownPlaces)}
        rowKey={(one) => one.tenant}
        inline
        t={t}
      />
      <LinkList
        links={[{ href: visit.to(routes.metadataQuality, {}, { als: 'orte' }), text: t('catalogue.points.places.csv') }]}
      />
    </Section>
  )
}

/** Points of the European assessment: the mean, its parts, what gains most, the course, place by place. */
export function PointsSections({ points, visit }: { readonly points: PointsData; readonly visit: Visit }) {
  const { t } = visit
  const { totals, gains, course, places } = points
  if (totals.records === 0) return null
  const unasked = total - Math.round(totals.best)
  return (
    <>
      <Section title={t('catalogue.points.title')} id="punkte" note={t('catalogue.points.note')}>
        <Figures>{meanWords(totals, visit)}</Figures>
        {unasked > 0 && <p>{t('catalogue.points.unasked', { count: unasked })}</p>}
        <Dimensions totals={totals} visit={visit} />
      </Section>
      <Gains gains={gains} visit={visit} />
      <Section
        title={t('catalogue.points.course')}
        id="verlauf"
        {...(course.length > 1 ? { note: t('catalogue.points.course.note') } : {})}
      >
        <Course course={course} visit={visit} />
      </Section>
      {places.length > 1 && <Places places={places} visit={visit} />}
    </>
  )
}
