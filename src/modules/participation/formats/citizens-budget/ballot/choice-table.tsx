import type { Visit } from '#platform/http'
import { Table } from '#ui/components/table/table.tsx'
import { type Choice, costOf } from '../../../model/vote/ballot.ts'
import type { Box, Candidate } from '../../../model/vote/box.ts'
import { euros } from '../../../model/vote/money.ts'

interface Row {
  readonly title: string
  readonly beside: string
}

/** What somebody chose: with costs and their sum, with points, or in order. */
export function ChoiceTable({
  choice,
  box,
  candidates,
  visit,
}: {
  readonly choice: Choice
  readonly box: Box
  readonly candidates: readonly Candidate[]
  readonly visit: Visit
}) {
  const { t, lang } = visit
  const rows = choice.projects.map((key, i): Row => {
    const one = candidates.find((other) => other.key === key)
    const beside =
      box.kind === 'points'
        ? t('participation.vote.points', { count: choice.points?.[i] ?? 0 })
        : box.kind === 'ranking'
          ? t('participation.vote.rank', { rank: i + 1 })
          : euros(one?.cost ?? 0, lang)
    return { title: one?.title ?? key, beside }
  })
  const sums = box.kind === 'knapsack' || box.kind === 'approval'
  return (
    <Table<Row>
      caption={t('participation.vote.yours')}
      columns={[
        { title: t('participation.vote.project'), cell: ({ title }) => title },
        { title: t(sums ? 'participation.vote.cost' : 'participation.vote.given'), cell: ({ beside }) => beside, right: true },
      ]}
      rows={rows}
      rowKey={({ title }) => title}
      inline
      {...(sums ? { foot: { title: t('participation.vote.sum'), beside: euros(costOf(choice, candidates), lang) } } : {})}
      t={t}
    />
  )
}
