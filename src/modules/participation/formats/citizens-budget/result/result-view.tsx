import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Bars } from '#ui/components/bars/bars.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { Outcome, ProjectAccount } from '../../../model/tally/outcome.ts'
import { tellReason } from '../../../model/tally/tell-reason.ts'
import { scaleOf } from '../../../model/vote/budget-vote.ts'
import { routes } from '../../../routes.ts'
import { budgetRoutes } from '../routes.ts'
import { explainRule, moneyOf } from './explain.ts'
import type { OpenedResult } from './open-result.ts'

interface Row {
  readonly title: string
  readonly place: string
  readonly score: string
  readonly cost: string
  readonly won?: boolean
}

export const resultCrumbs = (visit: Visit, { procedure, box }: OpenedResult, last?: string) => [
  { label: visit.t('participation.nav'), href: visit.to(routes.procedures) },
  { label: procedure.title, href: visit.to(routes.procedure, { slug: procedure.slug }) },
  last
    ? {
        label: visit.t('participation.result.title'),
        href: visit.to(budgetRoutes.result, { slug: procedure.slug, box: box.slug }),
      }
    : { label: visit.t('participation.result.title') },
  ...(last ? [{ label: last }] : []),
]

/** Winners and losers by their scores. */
export function ResultTable({ opened, visit }: { readonly opened: OpenedResult; readonly visit: Visit }) {
  const { t, lang } = visit
  const { box, candidates, count } = opened
  const { outcome } = count
  const money = moneyOf(scaleOf(box, candidates), lang)
  const measure = t(`participation.result.measure.${outcome.measure}`)
  const rows = [...outcome.projects]
    .sort((a, b) => b.score - a.score)
    .map((one): Row => {
      const shown = candidates.find(({ key }) => key === one.id)
      return {
        title: shown?.title ?? one.id,
        place: shown?.place ?? '',
        score: formatNumber(one.score, lang),
        cost: money(one.cost),
        won: one.won,
      }
    })
  return (
    <Table<Row>
      caption={t('participation.result.table')}
      columns={[
        { title: t('participation.vote.project'), cell: ({ title, won }) => (won ? <strong>{title}</strong> : title) },
        { title: t('participation.result.place'), cell: ({ place }) => place },
        { title: measure, cell: ({ score }) => score, right: true },
        { title: t('participation.vote.cost'), cell: ({ cost }) => cost, right: true },
        {
          title: t('participation.result.title'),
          cell: ({ won }) =>
            won === undefined ? (
              ''
            ) : (
              <Status kind={won ? 'ok' : 'idle'}>{t(won ? 'participation.result.won' : 'participation.result.lost')}</Status>
            ),
        },
      ]}
      rows={rows}
      rowKey={({ title }) => title}
      inline
      foot={{ title: t('participation.result.won-sum'), place: '', score: '', cost: money(outcome.cost) }}
      t={t}
    />
  )
}

const namesOf = (ids: readonly string[], { candidates }: OpenedResult) =>
  ids.map((id) => candidates.find(({ key }) => key === id)?.title ?? id).join(', ')

/** How many see one of their proposals done, by this rule and by most votes. */
function Compared({ opened, visit }: { readonly opened: OpenedResult; readonly visit: Visit }) {
  const { t, lang } = visit
  const { outcome, comparison } = opened.count
  if (!comparison || outcome.voters === 0) return null
  const share = ({ voters, unrepresented }: Outcome) => Math.round(((voters - unrepresented) / voters) * 1000) / 10
  const bar = (one: Outcome, kind: 'ours' | 'other', label: string) => ({
    label,
    value: share(one),
    text: `${formatNumber(share(one), lang)} %`,
    kind,
  })
  const same = [...outcome.winners].sort().join() === [...comparison.winners].sort().join()
  return (
    <>
      <p>
        {t(same ? 'participation.result.compare.same' : 'participation.result.compare.differs', {
          winners: namesOf(comparison.winners, opened),
        })}
      </p>
      <Bars
        title={t('participation.result.compare.bars')}
        lang={lang}
        bars={[
          bar(outcome, 'ours', t(`participation.tally.rule.${outcome.rule}`)),
          bar(comparison, 'other', t('participation.tally.rule.greedy')),
        ]}
      />
    </>
  )
}

function Reasons({ opened, visit }: { readonly opened: OpenedResult; readonly visit: Visit }) {
  const { t, lang } = visit
  const { outcome } = opened.count
  const money = moneyOf(scaleOf(opened.box, opened.candidates), lang)
  const told = (one: ProjectAccount) => tellReason(t, { money, measure: outcome.measure }, one).join(' ')
  return (
    <ol class="alm-list alm-list--num">
      {outcome.projects.map((one) => (
        <li key={one.id}>
          <strong>
            {namesOf([one.id], opened)} ({one.id}).
          </strong>{' '}
          {told(one)}
        </li>
      ))}
    </ol>
  )
}

/** The result: who won, why, compared with most votes, how it was counted, and how to count again. */
export function resultView(visit: Visit, opened: OpenedResult): View {
  const { t, lang } = visit
  const { procedure, box, candidates, count } = opened
  const { outcome } = count
  const params = { slug: procedure.slug, box: box.slug }
  const unit = scaleOf(box, candidates)
  const money = moneyOf(unit, lang)
  const seen = outcome.voters - outcome.unrepresented
  const left = outcome.budget - outcome.cost
  return {
    title: `${t('participation.result.title')}: ${procedure.title}`,
    description: t('participation.result.head', { count: outcome.winners.length }),
    area: 'participation',
    crumbs: resultCrumbs(visit, opened),
    body: (
      <>
        <Head
          pre={box.title === procedure.title ? procedure.title : `${procedure.title}, ${box.title}`}
          title={t('participation.result.head', { count: outcome.winners.length })}
          lead={
            outcome.voters > 0
              ? t('participation.result.lead', {
                  voters: outcome.voters,
                  seen,
                  of100: Math.round((seen / outcome.voters) * 100),
                })
              : t('participation.result.lead.none')
          }
          t={t}
        >
          <Actions>
            <Button text={t('participation.result.find')} href={visit.to(budgetRoutes.findBallot, params)} />
            <a class="alm-link" href={visit.to(budgetRoutes.recount, params)}>
              {t('participation.result.recount-self')}
            </a>
          </Actions>
        </Head>
        <Section title={t('participation.result.title')} id="ergebnis">
          <ResultTable opened={opened} visit={visit} />
          {left > 0 && <p class="alm-small">{t('participation.result.left', { left: money(left) })}</p>}
        </Section>
        {count.comparison && (
          <Section title={t('participation.result.compare')} id="vergleich">
            <Compared opened={opened} visit={visit} />
          </Section>
        )}
        <Section
          title={t('participation.result.how')}
          id="so-wird-gerechnet"
          note={t(`participation.tally.rule.${outcome.rule}`)}
        >
          <ol class="alm-list alm-list--num">
            {explainRule(t, outcome, unit).map((step) => (
              <li key={step.title}>
                <strong>{step.title}</strong> {step.text}
              </li>
            ))}
          </ol>
          <Disclosure title={t('participation.result.rounds')}>
            <Reasons opened={opened} visit={visit} />
          </Disclosure>
        </Section>
        <Section title={t('participation.result.recount')} id="nachzaehlen">
          <p>{t('participation.result.open', { count: count.ballots })}</p>
          <ul class="alm-inline">
            <li>
              <a class="alm-link" href={visit.to(budgetRoutes.ballotsPb, params)} download>
                {t('participation.result.pb')}
              </a>
            </li>
            <li>
              <a class="alm-link" href={visit.to(budgetRoutes.ballotsCsv, params)} download>
                {t('participation.result.csv')}
              </a>
            </li>
          </ul>
          <p class="alm-small alm-muted">{t('participation.result.head-hash', { count: count.last, hash: count.head })}</p>
        </Section>
      </>
    ),
  }
}
