import type { SourceQuality } from '#catalogue'
import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Copy } from '#ui/components/copy/copy.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { countOf, type Report } from '../model/report.ts'
import { routes } from '../routes.ts'
import { Findings } from './report-view.tsx'
import { tongueOf, wordsOf } from './report-words.ts'
import { staffFrame } from './staff-frame.ts'

/** What a mail to the source says: the sum, each kind of fault with the way to mend it, and that the table is attached. */
export function mailOf(source: SourceQuality, report: Report, visit: Visit): string {
  const { t, site } = visit
  const kinds = report.groups.filter((group) => group.severity === 'Violation')
  return [
    t('quality.source.mail.hello'),
    t('quality.source.mail.lead', { name: source.name, site: site.name, count: report.records, whole: report.whole }),
    ...kinds.map((group, at) => {
      const { what, how } = wordsOf(group, tongueOf(visit))
      return `${at + 1}. ${what} ${t('quality.source.mail.records', { count: group.records })} ${how}`
    }),
    t('quality.source.mail.table'),
    t('quality.source.mail.bye', { site: site.contact.organisation || site.name }),
  ].join('\n\n')
}

/** Which faults came from one source, ready to be sent to it. */
export function sourceView(source: SourceQuality, report: Report, visit: Visit): View {
  const { t } = visit
  const violations = countOf(report, 'Violation')
  const title =
    source.judged === 0
      ? t('quality.source.title.unjudged', { name: source.name })
      : violations === 0
        ? t('quality.source.title.good', { name: source.name })
        : t('quality.source.title', { name: source.name, count: source.refused, all: source.judged })
  return staffFrame(
    visit,
    source.name,
    <>
      <Head
        pre={t('quality.source.pre')}
        title={title}
        lead={
          source.judged === 0
            ? t('quality.source.unjudged.lead')
            : t('quality.source.lead', { violations, warnings: countOf(report, 'Warning'), score: Math.round(source.score) })
        }
        t={t}
      >
        {report.groups.length > 0 && (
          <Actions>
            <Button text={t('quality.source.csv')} href={visit.to(routes.sourceCsv, { id: source.id })} />
            <a class="alm-link" href="#schreiben">
              {t('quality.source.write')}
            </a>
          </Actions>
        )}
      </Head>
      <Findings report={report} visit={visit} />
      {violations > 0 && (
        <Block title={t('quality.source.write')} id="schreiben">
          <p>{t('quality.source.write.how')}</p>
          <Copy text={mailOf(source, report, visit)} label={t('quality.source.write')} t={t} />
        </Block>
      )}
    </>,
  )
}
