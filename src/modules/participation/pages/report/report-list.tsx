import { csvLine } from '#kernel/csv-line.ts'
import { isIdInAnyCase } from '#kernel/id.ts'
import { type Answer, stream, type View, type Visit } from '#platform/http'
import { Choice } from '#ui/components/choice/choice.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { numberOf } from '../../model/procedure.ts'
import { channels, outcomes, reasons } from '../../model/submission.ts'
import { type ReportFilter, type ReportRow, reportLists, reportRows } from '../../store/report-store.ts'
import { rowCells } from './report-cells.ts'
import { type ReportSubject, reportLinks, reportTitle } from './report-subject.ts'
import { reportCrumbs } from './report-view.tsx'
import { StoryTableView } from './story-view.tsx'

export const pageSize = 50

/** The list an address asks for; what nobody knows narrows nothing. */
export function readReportList(visit: Visit): { filter: ReportFilter; after?: string } {
  const among = <T extends string>(known: readonly T[], name: string): T | undefined =>
    known.find((one) => one === visit.query.get(name))
  const month = /^\d{4}-(?:0[1-9]|1[0-2])$/.exec(visit.query.get('monat') ?? '')?.[0]
  const after = visit.query.get('nach') ?? ''
  return {
    filter: {
      list: among(reportLists, 'stand') ?? 'alle',
      channel: among(channels, 'weg'),
      outcome: among(outcomes, 'ergebnis'),
      reason: among(reasons, 'grund'),
      month,
    },
    ...(isIdInAnyCase(after) ? { after } : {}),
  }
}

const paramsOf = ({ list, channel, outcome, reason, month }: ReportFilter) => ({
  stand: list === 'alle' ? undefined : list,
  weg: channel,
  ergebnis: outcome,
  grund: reason,
  monat: month,
})

/** Submissions of a report and how far each came. */
export function reportListView(
  visit: Visit,
  data: {
    readonly subject: ReportSubject
    readonly filter: ReportFilter
    readonly rows: readonly ReportRow[]
    readonly more: string | undefined
  },
): View {
  const { t } = visit
  const { subject, filter, rows, more } = data
  const to = reportLinks(subject, visit)
  const params = paramsOf(filter)
  const narrowed = [
    filter.channel && t(`participation.way.${filter.channel}`),
    filter.outcome && t(`participation.result.${filter.outcome}`),
    filter.reason && t(`participation.reason.${filter.reason}`),
    filter.month,
  ].filter((one) => one !== undefined && one !== '')
  const title = t(`participation.report.list.${filter.list}`)
  return {
    title: `${title}: ${reportTitle(subject, visit)}`,
    robots: 'noindex, follow',
    area: 'participation',
    crumbs: [...reportCrumbs(subject, visit), { label: t('participation.report.list') }],
    body: (
      <>
        <Head
          pre={reportTitle(subject, visit)}
          title={title}
          {...(narrowed.length > 0 ? { lead: narrowed.join(', ') } : {})}
          t={t}
        />
        <Section title={t('participation.report.list')} id="beitraege">
          <Choice
            label={t('participation.report.list.show')}
            links={reportLists.map((list) => ({
              text: t(`participation.report.list.${list}`),
              href: to.list({ ...params, stand: list === 'alle' ? undefined : list }),
              current: filter.list === list,
            }))}
          />
          {rows.length === 0 ? (
            <Empty title={t('participation.report.list.none')} reason={t('participation.report.list.none.reason')}>
              <LinkList links={[{ href: to.list(), text: t('participation.report.list.alle') }]} />
            </Empty>
          ) : (
            <StoryTableView
              table={{
                caption: title,
                head: ['submission', 'answer', 'decision', 'stand'].map((name) => t(`participation.report.column.${name}`)),
                rows: rows.map((row) => rowCells(row, visit)),
              }}
              visit={visit}
            />
          )}
          <LinkList
            links={[
              ...(more ? [{ href: to.list({ ...params, nach: more }), text: t('participation.more') }] : []),
              { href: to.csv(params), text: t('participation.report.list.csv') },
            ]}
          />
        </Section>
      </>
    ),
  }
}

const columns = [
  'nummer',
  'titel',
  'eingang',
  'weg',
  'ergebnis',
  'grund',
  'antwort',
  'beantwortet',
  'beschluss',
  'gremium',
  'beschlossen',
  'stand',
] as const

/** The same list as CSV. */
export function reportListCsv(house: ParticipationHouse, visit: Visit, subject: ReportSubject): Answer {
  const db = publicDb(house, visit.site)
  const { filter } = readReportList(visit)
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(columns)
    let after: string | undefined
    for (;;) {
      const rows = await reportRows(db, visit.site.id, subject.scope, filter, { limit: 500, after })
      yield rows
        .map((one) =>
          csvLine([
            numberOf(one.prefix, one.number),
            one.title,
            one.received,
            one.channel,
            one.outcome ?? '',
            one.reason ?? '',
            one.answer ?? '',
            one.answered ?? '',
            one.decisionTitle ?? '',
            one.decisionBody ?? '',
            one.decidedOn ?? '',
            one.decisionState ?? '',
          ]),
        )
        .join('')
      after = rows.at(-1)?.id
      if (rows.length < 500) return
    }
  }
  return stream('text/csv; charset=utf-8; header=present', lines(), {
    'content-disposition': 'attachment; filename="beitraege.csv"',
  })
}
