import type { View, Visit } from '#platform/http'
import { Ballot, ballotIslands } from '#ui/components/ballot/ballot.tsx'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import type { Procedure } from '../../../model/procedure.ts'
import { numberField } from '../../../model/vote/ballot.ts'
import { euros } from '../../../model/vote/money.ts'
import { routes } from '../../../routes.ts'
import { type OpenedBox, votingPhase } from '../open-budget.ts'
import { budgetRoutes } from '../routes.ts'
import { lastVotingDay } from './words.ts'

/** What goes along through the steps: how somebody votes, as it was given. */
export interface Along {
  readonly code?: string | undefined
  readonly ausweis?: string | undefined
  /** The receipt code of the vote that is to be changed. */
  readonly pruefnummer?: string | undefined
}

export const crumbsOf = (visit: Visit, procedure: Procedure, last: string) => [
  { label: visit.t('participation.nav'), href: visit.to(routes.procedures) },
  { label: procedure.title, href: visit.to(routes.procedure, { slug: procedure.slug }) },
  { label: last },
]

/** The address of the ballot. */
export const ballotHref = (visit: Visit, { procedure, box }: OpenedBox): string =>
  visit.to(budgetRoutes.ballot, { slug: procedure.slug, box: box.slug })

function instruction({ box }: OpenedBox, visit: Visit): string {
  const { t } = visit
  const said =
    box.kind === 'knapsack'
      ? t('participation.vote.how.knapsack')
      : box.kind === 'approval'
        ? t(box.most === null ? 'participation.vote.how.approval' : 'participation.vote.how.approval-most', {
            count: box.most ?? 0,
          })
        : box.kind === 'points'
          ? t('participation.vote.how.points', { points: box.points, each: box.each ?? box.points })
          : t('participation.vote.how.ranking')
  return said
}

/** The ballot, to be filled in. */
export function ballotView(
  visit: Visit,
  opened: OpenedBox,
  typed: URLSearchParams,
  faults: readonly FieldFault[],
  along: Along,
): View {
  const { t, lang } = visit
  const { procedure, box, candidates } = opened
  const ticks = box.kind === 'knapsack' || box.kind === 'approval'
  const until = lastVotingDay(opened, visit)
  const budget = euros(box.budget, lang)
  return {
    title: `${t('participation.vote.ballot')}: ${procedure.title}`,
    area: 'participation',
    robots: 'noindex',
    secret: true,
    islands: ticks ? ballotIslands : [],
    crumbs: crumbsOf(visit, procedure, t('participation.vote.ballot')),
    body: (
      <>
        <Head
          pre={box.title === procedure.title ? procedure.title : `${procedure.title}, ${box.title}`}
          title={t('participation.vote.question', { town: visit.site.shortName, budget })}
          lead={[instruction(opened, visit), until && t('participation.vote.until', { date: until })].filter(Boolean).join(' ')}
          t={t}
        >
          <p class="alm-small">
            {along.pruefnummer && <strong>{t('participation.vote.changing')} </strong>}
            <a class="alm-link" href={`${visit.to(routes.procedure, { slug: procedure.slug })}#auszaehlung`}>
              {t('participation.vote.how-counted')}
            </a>
          </p>
        </Head>
        <ErrorSummary faults={faults} t={t} />
        <form method="post" action={ballotHref(visit, opened)} noValidate>
          <HiddenValues values={{ ...along }} />
          <Ballot
            label={t('participation.vote.projects')}
            lines={candidates.map((one) => ({
              key: one.key,
              title: one.title,
              note: [one.summary, one.place && `${one.place}.`].filter(Boolean).join(' '),
              cost: euros(one.cost, lang),
              amount: one.cost,
              value: ticks
                ? typed.getAll('v').includes(one.key)
                  ? '1'
                  : undefined
                : (typed.get(numberField(one.key)) ?? undefined),
              error: faults.find(({ field }) => field === `wahl-${one.key}`)?.text,
            }))}
            fill={ticks ? 'tick' : 'number'}
            numberLabel={t(box.kind === 'points' ? 'participation.vote.points-field' : 'participation.vote.rank-field')}
            highest={box.kind === 'points' ? (box.each ?? box.points) : candidates.length}
            limit={box.kind === 'knapsack' ? box.budget : undefined}
            sum={{
              title: t('participation.vote.budget', { budget }),
              note: t(box.kind === 'knapsack' ? 'participation.vote.sum-later' : 'participation.vote.counts-later'),
            }}
            says={{
              left: t('participation.vote.left'),
              over: t('participation.vote.over'),
              short: t('participation.vote.short'),
              chosen: t('participation.vote.chosen'),
            }}
            button={t('participation.vote.check')}
            t={t}
          />
        </form>
      </>
    ),
  }
}

/** Too late or too early. */
export function closedBallotView(visit: Visit, opened: OpenedBox): View {
  const { t } = visit
  const { procedure, phases } = opened
  const early = phases.some(
    (one) => one.actions.includes('vote') && one.startsAt !== null && one.startsAt > visit.now && !votingPhase(opened, visit.now),
  )
  return {
    title: t('participation.vote.closed'),
    area: 'participation',
    robots: 'noindex',
    secret: true,
    crumbs: crumbsOf(visit, procedure, t('participation.vote.ballot')),
    body: (
      <Head
        pre={procedure.title}
        title={t(early ? 'participation.vote.early' : 'participation.vote.closed')}
        lead={t(early ? 'participation.vote.early.lead' : 'participation.vote.closed.lead')}
        t={t}
      >
        <p>
          <a class="alm-link" href={visit.to(routes.procedure, { slug: procedure.slug })}>
            {t('participation.closed.back')}
          </a>
        </p>
      </Head>
    ),
  }
}
