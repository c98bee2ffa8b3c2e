import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import type { AnswerFault } from '../../model/answer.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import type { CountedDecision } from '../../store/decision-store.ts'
import { answerLists, type TextBlock } from '../../store/staff-answer-store.ts'
import { staffFrame, staffTabs } from '../staff-procedure.ts'
import { shortened } from '../submission-row.tsx'
import { AnswerFilterLine } from './answer-filter-line.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { AskedAnswers } from './read-answers.ts'

/** What stands in the form of an answer. */
export interface TypedAnswer {
  readonly outcome: string
  readonly reason: string
  readonly body: string
  readonly office: string
}

export interface AnswersPage {
  readonly asked: AskedAnswers
  readonly rows: readonly Submission[]
  readonly total: number
  readonly open: number
  readonly overdue: number
  readonly blocks: readonly TextBlock[]
  readonly decisions: readonly CountedDecision[]
  readonly more: string | undefined
  readonly picked: readonly string[]
  readonly typed: TypedAnswer
  readonly faults: readonly AnswerFault[]
  readonly said: string | undefined
}

/** Lines of the error summary. */
export const faultLines = (faults: readonly AnswerFault[], visit: Visit) =>
  faults.map(({ field, fault }) => ({
    field: field === 'pick' ? 'liste' : field,
    text: visit.t(`participation.answer-fault.${field}.${fault}`),
  }))

/** What waits for an answer, and the form to answer what is ticked. */
export function answersView(visit: Visit, procedure: Procedure, data: AnswersPage): View {
  const { t, lang } = visit
  const { asked, rows } = data
  const here = (change: Record<string, string | undefined>) =>
    visit.to(routes.staffAnswers, { id: procedure.id }, { ...asked.params, ...change })
  const decisions = new Map(data.decisions.map((one) => [one.id, one.title]))
  const title = data.overdue > 0 ? 'overdue' : data.open > 0 ? 'open' : 'none'
  return {
    ...staffFrame(visit, procedure, 'answers'),
    body: (
      <>
        {data.said && (
          <Message
            kind={data.said === 'weg' || data.said === 'nichts' ? 'warning' : 'success'}
            title={t(`participation.answers.said.${data.said}`)}
            live
            t={t}
          />
        )}
        <ErrorSummary faults={faultLines(data.faults, visit)} t={t} />
        <Head
          pre={procedure.title}
          title={t(`participation.answers.title.${title}`, { count: data.overdue > 0 ? data.overdue : data.open })}
          lead={
            procedure.answerBy
              ? t('participation.answers.by', { date: formatDay(procedure.answerBy, lang) })
              : t('participation.answers.lead')
          }
          t={t}
        />
        <Tabs {...staffTabs(visit, procedure, 'answers')} />
        <AnswerFilterLine asked={asked} procedure={procedure} visit={visit} lists={answerLists} />
        <p id="liste">{t('participation.answers.count', { count: data.total })}</p>
        {rows.length === 0 ? (
          <Empty title={t('participation.answers.empty')} reason={t('participation.answers.empty.reason')} level="h2">
            <LinkList links={[{ href: here({ liste: 'alle' }), text: t('participation.answers.list.alle') }]} />
          </Empty>
        ) : (
          <form method="post" action={visit.to(routes.sendAnswers, { id: procedure.id }, asked.params)} noValidate>
            <Table
              caption={t('participation.part.answers')}
              rows={rows}
              rowKey={(one) => one.id}
              pick={{
                name: 'pick',
                checked: (one) => data.picked.includes(one.id),
                label: (one) => one.title,
              }}
              t={t}
              columns={[
                {
                  title: t('participation.report.column.submission'),
                  cell: (one) => {
                    const number = numberOf(procedure.prefix, one.number)
                    return (
                      <>
                        <a href={visit.to(routes.submission, { slug: procedure.slug, number })}>{one.title}</a>
                        <span class="participation-more">{shortened(one.body, 160)}</span>
                        <span class="participation-more">
                          {[number, one.category, one.decision && decisions.get(one.decision)].filter(Boolean).join(', ')}
                        </span>
                      </>
                    )
                  },
                },
                {
                  title: t('participation.report.column.stand'),
                  cell: (one) =>
                    one.outcome ? (
                      <Status kind="ok">{t(`participation.result.${one.outcome}`)}</Status>
                    ) : procedure.answerBy && procedure.answerBy < dayOf(visit.now) ? (
                      <Status kind="bad">{t('participation.answers.overdue')}</Status>
                    ) : (
                      <Status kind="warn">{t('participation.result.open')}</Status>
                    ),
                },
                {
                  title: t('participation.answers.agree'),
                  right: true,
                  cell: (one) => formatNumber(one.agree, lang),
                },
                {
                  title: t('participation.answers.received'),
                  right: true,
                  whole: true,
                  cell: (one) => formatDay(dayOf(one.receivedAt), lang, 'short'),
                },
              ]}
            />
            {data.more && <LinkList links={[{ href: here({ nach: data.more }), text: t('participation.more') }]} />}
            {visit.may('participation/answer') && <AnswerForm data={data} visit={visit} />}
          </form>
        )}
        <LinkList
          links={[
            { href: `${visit.to(routes.analysis, { id: procedure.id })}#aehnlich`, text: t('participation.answers.groups') },
            ...(visit.may('participation/answer')
              ? [{ href: visit.to(routes.textBlocks), text: t('participation.blocks.title') }]
              : []),
            ...(visit.may('participation/read')
              ? [{ href: visit.to(routes.exportAll, { id: procedure.id }, { als: 'csv' }), text: t('participation.export.csv') }]
              : []),
          ]}
        />
      </>
    ),
  }
}
