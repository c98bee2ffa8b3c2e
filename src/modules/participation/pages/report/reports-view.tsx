import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { ResultList, ResultRow } from '#ui/components/result-row/result-row.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { wordsOf } from '../../format-words.ts'
import { routes } from '../../routes.ts'
import type { publishedReports } from '../../store/report-store.ts'

/** All published reports of a tenant: years first, then procedures. */
export function reportsView(visit: Visit, reports: Awaited<ReturnType<typeof publishedReports>>): View {
  const { t, lang, site } = visit
  return {
    title: t('participation.reports.title'),
    description: t('participation.reports.lead', { name: site.name }),
    area: 'participation',
    crumbs: [{ label: t('participation.nav'), href: visit.to(routes.procedures) }, { label: t('participation.reports.title') }],
    body: (
      <>
        <Head title={t('participation.reports.title')} lead={t('participation.reports.lead', { name: site.name })} t={t} />
        <Section title={t('participation.reports.list')} id="berichte">
          {reports.length === 0 ? (
            <Empty title={t('participation.reports.none')} reason={t('participation.reports.none.reason', { name: site.name })} />
          ) : (
            <ResultList>
              {reports.map((one) => (
                <ResultRow
                  key={one.slug ?? String(one.year)}
                  href={
                    one.slug
                      ? visit.to(routes.report, { slug: one.slug })
                      : visit.to(routes.yearReport, { jahr: String(one.year) })
                  }
                  title={one.title ?? t('participation.report.title.year', { year: String(one.year) })}
                  meta={[
                    t('participation.count.submissions', { count: one.received, ...wordsOf(undefined, lang) }),
                    t('participation.published', { date: formatDay(dayOf(one.publishedAt), lang) }),
                  ]}
                />
              ))}
            </ResultList>
          )}
        </Section>
      </>
    ),
  }
}
