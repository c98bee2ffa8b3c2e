import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Figures } from '#ui/components/figures/figures.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { StackedBar } from '#ui/components/stacked-bar/stacked-bar.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import type { CheckCount, PublisherQuality, QualityTotals } from '../../store/queries/metadata-quality.ts'
import { type PointsData, PointsSections } from './points-view.tsx'

/** The checks in the order in which people would ask. */
export const qualityChecks: readonly string[] = ['current', 'described', 'open', 'machine-readable', 'obtainable', 'contact']

export interface QualityData {
  totals: QualityTotals
  checks: readonly CheckCount[]
  publishers: readonly PublisherQuality[]
  points: PointsData
}

const listOf = (visit: Visit, check: string, passed: boolean) =>
  visit.to(routes.metadataQuality, {}, { pruefung: check, ergebnis: passed ? 'ja' : 'nein' })

function CheckTable({ visit, checks }: { readonly visit: Visit; readonly checks: readonly CheckCount[] }) {
  const { t, lang } = visit
  const byId = new Map(checks.map((one) => [one.id, one]))
  const rows = qualityChecks.map((id) => byId.get(id)).filter((one) => one !== undefined)
  const link = (one: CheckCount, passed: boolean) => {
    const count = passed ? one.passed : one.failed
    return count > 0 ? <a href={listOf(visit, one.id, passed)}>{formatNumber(count, lang)}</a> : '0'
  }
  const columns: Column<CheckCount>[] = [
    {
      title: t('catalogue.view-quality.check'),
      cell: (one) => (
        <>
          {t(`catalogue.view-quality.check.${one.id}`)}
          <span class="catalogue-why">{t(`catalogue.view-quality.why.${one.id}`)}</span>
        </>
      ),
    },
    {
      title: t('catalogue.view-quality.share'),
      cell: (one) => (
        <StackedBar
          id={`anteil-${one.id}`}
          segments={[
            { step: 'full', value: one.passed },
            { step: 'empty', value: one.failed },
          ]}
        />
      ),
    },
    { title: t('catalogue.view-quality.passed'), right: true, cell: (one) => link(one, true) },
    { title: t('catalogue.view-quality.failed'), right: true, cell: (one) => link(one, false) },
  ]
  return (
    <div class="catalogue-shares">
      <Table caption={t('catalogue.view-quality.checks')} columns={columns} rows={rows} rowKey={(one) => one.id} inline t={t} />
    </div>
  )
}

function PublisherTable({ visit, publishers }: { readonly visit: Visit; readonly publishers: readonly PublisherQuality[] }) {
  const { t, lang } = visit
  const columns: Column<PublisherQuality>[] = [
    {
      title: t('catalogue.search.facet.publisher'),
      cell: (one) => <a href={visit.to(routes.publisher, { slug: one.slug })}>{one.publisher}</a>,
    },
    { title: t('catalogue.table.records'), right: true, cell: (one) => formatNumber(one.records, lang) },
    { title: t('catalogue.view-quality.whole'), right: true, cell: (one) => formatNumber(one.whole, lang) },
    {
      title: t('catalogue.view-quality.mean'),
      right: true,
      cell: (one) => t('catalogue.view-quality.mean.of', { mean: formatNumber(one.mean, lang, 1), all: qualityChecks.length }),
    },
    {
      title: t('catalogue.record.points'),
      right: true,
      cell: (one) => (one.best > 0 ? formatNumber(Math.round(one.score), lang) : ''),
    },
  ]
  return (
    <Table
      caption={t('catalogue.view-quality.publishers')}
      columns={columns}
      rows={publishers}
      rowKey={(one) => one.slug}
      inline
      t={t}
    />
  )
}

/** The finding first: how many are whole; then check by check, publisher by publisher, and how it is measured. */
export function qualityView(visit: Visit, { totals, checks, publishers, points }: QualityData): View {
  const { t, site } = visit
  const title =
    totals.assessed === 0
      ? t('catalogue.view-quality.title.none')
      : t('catalogue.view-quality.title', { whole: totals.whole, count: totals.assessed })
  const weakest = checks.toSorted((a, b) => b.failed - a.failed)[0]
  const waiting = totals.records - totals.assessed
  const lead = [
    t('catalogue.view-quality.lead', { count: totals.assessed }),
    ...(weakest && weakest.failed > 0 ? [t(`catalogue.view-quality.weakest.${weakest.id}`, { count: weakest.failed })] : []),
    ...(waiting > 0 ? [t('catalogue.view-quality.waiting', { count: waiting })] : []),
  ].join(' ')
  return {
    title: t('catalogue.nav.quality'),
    description: `${title}. ${lead}`,
    area: 'data',
    crumbs: [{ label: t('catalogue.nav.data'), href: visit.to(routes.search) }, { label: t('catalogue.nav.quality') }],
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'WebPage',
        name: t('catalogue.nav.quality'),
        url: visit.address(site, routes.metadataQuality),
      },
    ],
    body: (
      <>
        <Head title={title} lead={lead} t={t} />
        {totals.assessed > 0 && (
          <>
            <Section title={t('catalogue.view-quality.checks')} note={t('catalogue.home.figures.note')}>
              <CheckTable visit={visit} checks={checks} />
            </Section>
            <Section title={t('catalogue.home.figures')}>
              <Figures>
                <a href={listOf(visit, 'all', true)}>{t('catalogue.view-quality.told.whole', { count: totals.whole })}</a>
                {t('catalogue.view-quality.told.whole.rest')}{' '}
                <a href={listOf(visit, 'all', false)}>
                  {t('catalogue.view-quality.told.some', { count: totals.assessed - totals.whole })}
                </a>
                {t('catalogue.view-quality.told.some.rest')}
                {totals.judged > 0 &&
                  ` ${t('catalogue.view-quality.told.shapes', { conforming: totals.conforming, judged: totals.judged })}`}
              </Figures>
            </Section>
            <PointsSections points={points} visit={visit} />
            {publishers.length > 0 && (
              <Section title={t('catalogue.view-quality.publishers')} note={t('catalogue.view-quality.publishers.note')}>
                <PublisherTable visit={visit} publishers={publishers} />
                <LinkList
                  links={[
                    { href: visit.to(routes.metadataQuality, {}, { als: 'csv' }), text: t('catalogue.view-quality.csv') },
                    { href: visit.to(routes.publishers), text: t('catalogue.view-quality.publishers.all') },
                  ]}
                />
              </Section>
            )}
          </>
        )}
        <Section title={t('catalogue.view-quality.how')}>
          <p>{t('catalogue.view-quality.how.checks')}</p>
          <p>{t('catalogue.view-quality.how.shapes')}</p>
          <p>{t('catalogue.view-quality.how.mqa')}</p>
        </Section>
      </>
    ),
  }
}
