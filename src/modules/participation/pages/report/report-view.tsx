import { dayOf, formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { ReportFigures } from '../../model/report/figures.ts'
import { routes } from '../../routes.ts'
import type { ReportVersion } from '../../store/report-store.ts'
import { type ReportSubject, reportLinks, reportTitle } from './report-subject.ts'
import type { StorySection } from './story.ts'
import { Remark, StoryView } from './story-view.tsx'

export interface ReportPage {
  readonly subject: ReportSubject
  readonly version: ReportVersion
  /** Newest first. */
  readonly versions: readonly ReportVersion[]
  readonly sections: readonly StorySection[]
  /** Path of the open dataset, where there is one. */
  readonly dataset?: string | undefined
}

/** The lead, each number a link to its list. */
function Lead({ figures: f, subject, visit }: { figures: ReportFigures; subject: ReportSubject; visit: Visit }) {
  const { t, lang } = visit
  const to = reportLinks(subject, visit)
  const link = (stand: string, name: string, count: number) => (
    <a href={to.list({ stand })}>{t(`participation.report.told.${name}`, { count, number: formatNumber(count, lang) })}</a>
  )
  return (
    <>
      {t('participation.report.told.begin')} {link('alle', 'received', f.received)} {t('participation.report.told.written')}{' '}
      {link('beantwortet', 'answered', f.answered)}, {link('beschluss', 'decided', f.decided)},{' '}
      {link('umgesetzt', 'realised', f.realised)}.
    </>
  )
}

/** Crumbs above everything that belongs to a report. */
export const reportCrumbs = (subject: ReportSubject, visit: Visit) => [
  { label: visit.t('participation.nav'), href: visit.to(routes.procedures) },
  subject.procedure
    ? { label: subject.procedure.title, href: visit.to(routes.procedure, { slug: subject.procedure.slug }) }
    : { label: visit.t('participation.reports.title'), href: visit.to(routes.reports) },
]

/** A published report: what people handed in, and what became of it. */
export function reportView(visit: Visit, data: ReportPage): View {
  const { t, lang, site } = visit
  const { subject, version, versions, sections } = data
  const to = reportLinks(subject, visit)
  const newest = version.number === versions[0]?.number
  const title = reportTitle(subject, visit)
  const query = newest ? {} : { fassung: version.number }
  return {
    title,
    area: 'participation',
    crumbs: [...reportCrumbs(subject, visit), { label: t('participation.report.crumb') }],
    ...(newest ? {} : { canonical: to.page(), robots: 'noindex' }),
    body: (
      <>
        <Head
          pre={t('participation.report.pre', {
            name: site.name,
            day: formatDay(dayOf(version.publishedAt), lang),
            number: String(version.number),
          })}
          title={title}
          lead={<Lead figures={version.figures} subject={subject} visit={visit} />}
          t={t}
        >
          <Actions>
            <Button text={t('participation.report.find')} href={to.list()} />
            <a class="alm-link" href={to.csv()}>
              {t('participation.report.csv', { count: version.figures.received })}
            </a>
            <a class="alm-link" href={to.pdf(query)}>
              {t('participation.report.pdf')}
            </a>
            {data.dataset && (
              <a class="alm-link" href={data.dataset}>
                {t('participation.report.dataset')}
              </a>
            )}
          </Actions>
          {!newest && (
            <p class="alm-small">
              {t('participation.report.older')}{' '}
              <a class="alm-link" href={to.page()}>
                {t('participation.report.newest')}
              </a>
            </p>
          )}
          <Remark text={version.texts.intro} />
        </Head>
        <StoryView sections={sections} texts={version.texts} visit={visit} />
        <Section title={t('participation.report.versions')} id="fassungen">
          <LinkList
            links={versions.map((one) => ({
              href: to.page(one === versions[0] ? {} : { fassung: one.number }),
              text: t('participation.report.version', {
                number: String(one.number),
                when: formatMoment(one.publishedAt, lang, 'text'),
              }),
            }))}
          />
        </Section>
      </>
    ),
  }
}
