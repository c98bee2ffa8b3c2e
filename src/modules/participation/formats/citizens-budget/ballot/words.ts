import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import type { FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import type { BallotFault, Choice } from '../../../model/vote/ballot.ts'
import type { Candidate } from '../../../model/vote/box.ts'
import { euros } from '../../../model/vote/money.ts'
import { lastDay } from '../../../pages/words.ts'
import { type OpenedBox, votingPhase } from '../open-budget.ts'

/** Titles of projects, joined: "A", "B" und "C". */
function titles(keys: readonly string[], candidates: readonly Candidate[], lang: string): string {
  const named = keys.map((key) => `„${candidates.find((one) => one.key === key)?.title ?? key}“`)
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(named)
}

/** What is wrong with a ballot, each line with the field it leads to. */
export function ballotFaults(
  visit: Visit,
  faults: readonly BallotFault[],
  { candidates }: Pick<OpenedBox, 'candidates'>,
): FieldFault[] {
  const { t, lang } = visit
  const first = `wahl-${candidates[0]?.key ?? ''}`
  return faults.map((fault) => {
    const told = (params: Record<string, string | number>) => t(`participation.vote.fault.${fault.code}`, params)
    if (fault.code === 'over-budget')
      return {
        field: `wahl-${fault.projects[0] ?? ''}`,
        text: told({ over: euros(fault.over, lang), projects: titles(fault.projects, candidates, lang) }),
      }
    if (fault.code === 'rank-twice')
      return {
        field: `wahl-${fault.projects[1] ?? ''}`,
        text: told({ rank: fault.rank, projects: titles(fault.projects, candidates, lang) }),
      }
    if (fault.code === 'too-few' || fault.code === 'too-many')
      return { field: first, text: told({ count: fault.limit, chosen: fault.chosen }) }
    if (fault.code === 'points-over') return { field: first, text: told({ given: fault.given, limit: fault.limit }) }
    const limit = 'limit' in fault ? fault.limit : 0
    return { field: `wahl-${fault.project}`, text: told({ project: titles([fault.project], candidates, lang), limit }) }
  })
}

/** The last day of voting in words; '' where there is none. */
export function lastVotingDay(opened: OpenedBox, visit: Visit): string {
  const end = votingPhase(opened, visit.now)?.endsAt
  return end ? formatDay(lastDay(end), visit.lang) : ''
}

/** A choice as hidden fields of a form. */
export const choiceFields = (choice: Choice, kind: string): Record<string, string | readonly string[]> =>
  kind === 'points'
    ? Object.fromEntries(choice.projects.map((key, i) => [`p-${key}`, String(choice.points?.[i] ?? 0)]))
    : kind === 'ranking'
      ? Object.fromEntries(choice.projects.map((key, i) => [`p-${key}`, String(i + 1)]))
      : { v: choice.projects }
