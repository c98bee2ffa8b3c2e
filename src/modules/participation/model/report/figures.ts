import { countBy } from '../analysis/course.ts'
import { type IdentityLevel, identityLevels } from '../procedure.ts'
import type { Channel, Outcome, Reason } from '../submission.ts'
import { channels, outcomes, reasons } from '../submission.ts'

/** What happens to a decision. */
export const decisionStates = ['planned', 'running', 'done', 'delayed', 'dropped'] as const
export type DecisionState = (typeof decisionStates)[number]

/** A submission as a report counts it. Days are calendar days of the clocks in Germany. */
export interface CountedSubmission {
  readonly id: string
  readonly procedure: string
  readonly channel: Channel
  /** What its author had shown. */
  readonly identity: IdentityLevel
  readonly category: string | null
  readonly outcome: Outcome | null
  readonly reason: Reason | null
  readonly received: string
  readonly answered: string | null
  /** Until when its procedure promised an answer. */
  readonly answerBy: string | null
  /** Its decision, and where that stands. */
  readonly decision: string | null
  readonly decisionState: DecisionState | null
  /** In which part of the tenant its point lies; left out where no parts are known. */
  readonly area?: string
}

/** How long answers took, in days, by the month in which they were given. */
export interface MonthOfAnswers {
  readonly month: string
  readonly answers: number
  readonly median: number
}

/** Figures of one procedure within a report. */
export interface ProcedureFigures {
  readonly id: string
  readonly received: number
  readonly answered: number
  readonly decided: number
  readonly realised: number
}

/** How much came from people who had shown what: of what came through the portal. */
export interface LevelFigures {
  readonly level: IdentityLevel
  readonly submissions: number
  readonly comments: number
  readonly reactions: number
}

/** How much lies in a part of the tenant: its id, `elsewhere`, or '' for what has no point. */
export interface AreaFigures {
  readonly area: string
  readonly submissions: number
}

/** All figures of a report: numbers and ids, never words of people. */
export interface ReportFigures {
  /** The day they were counted. */
  readonly day: string
  readonly received: number
  readonly answered: number
  readonly decided: number
  readonly realised: number
  readonly byChannel: Readonly<Record<Channel, number>>
  /** Only the levels that occur. Reports of earlier days know nothing of it. */
  readonly byLevel?: readonly LevelFigures[]
  /** Most first; only where parts are known and something has a point. */
  readonly byArea?: readonly AreaFigures[]
  readonly byOutcome: Readonly<Record<Outcome, number>>
  readonly byReason: Partial<Readonly<Record<Reason, number>>>
  readonly unanswered: number
  /** Unanswered although the promised day is over. */
  readonly overdue: number
  /** The oldest unanswered one waits for so many days. */
  readonly oldestDays: number | null
  readonly decisions: Readonly<Record<DecisionState, number>>
  /** Days from receipt to the first answer; null without answers. */
  readonly medianDays: number | null
  /** Answers that came by the promised day, of those that had one. */
  readonly promised: number
  readonly kept: number
  readonly months: readonly MonthOfAnswers[]
  readonly procedures: readonly ProcedureFigures[]
}

const dayMs = 86_400_000
const daysBetween = (from: string, to: string) => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayMs))

/** The middle value; of an even number the mean of both middle ones, rounded up to whole days. Null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return low === undefined || high === undefined ? null : Math.ceil((low + high) / 2)
}

const count = <T>(all: readonly T[], which: (one: T) => boolean): number => all.filter(which).length

function byKey<K extends string, T>(keys: readonly K[], all: readonly T[], of: (one: T) => K | null) {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
  for (const one of all) {
    const key = of(one)
    if (key !== null) counts[key]++
  }
  return counts
}

const chain = (all: readonly CountedSubmission[]) => ({
  received: all.length,
  answered: count(all, (one) => one.outcome !== null),
  decided: count(all, (one) => one.decision !== null),
  realised: count(all, (one) => one.decisionState === 'done'),
})

function monthsOf(all: readonly CountedSubmission[]): MonthOfAnswers[] {
  const answered = all.filter((one) => one.answered !== null)
  return [...Map.groupBy(answered, (one) => (one.answered ?? '').slice(0, 7))]
    .map(([month, ones]) => ({
      month,
      answers: ones.length,
      median: median(ones.map((one) => daysBetween(one.received, one.answered ?? one.received))) ?? 0,
    }))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}

function levelsOf(all: readonly CountedSubmission[], others: readonly Omit<LevelFigures, 'submissions'>[]): LevelFigures[] {
  const submissions = byKey(identityLevels, all, (one) => (one.channel === 'web' ? one.identity : null))
  return identityLevels
    .map((level) => {
      const { comments = 0, reactions = 0 } = others.find((one) => one.level === level) ?? {}
      return { level, submissions: submissions[level], comments, reactions }
    })
    .filter((one) => one.submissions + one.comments + one.reactions > 0)
}

function areasOf(all: readonly CountedSubmission[]): { readonly byArea?: readonly AreaFigures[] } {
  const placed = all.filter((one): one is CountedSubmission & { readonly area: string } => one.area !== undefined)
  if (placed.every(({ area }) => area === '')) return {}
  return { byArea: countBy(placed, ({ area }) => area).map(({ key, count: submissions }) => ({ area: key, submissions })) }
}

/** Counts what a report tells on a day. The order of the submissions does not matter. Pure. */
export function reportFigures(
  all: readonly CountedSubmission[],
  decisions: readonly { readonly state: DecisionState }[],
  day: string,
  others: readonly Omit<LevelFigures, 'submissions'>[] = [],
): ReportFigures {
  const open = all.filter((one) => one.outcome === null)
  const promised = all.filter((one) => one.answered !== null && one.answerBy !== null)
  const times = all.flatMap((one) => (one.answered === null ? [] : [daysBetween(one.received, one.answered)]))
  const reasonCounts = byKey(reasons, all, (one) => one.reason)
  return {
    day,
    ...chain(all),
    byChannel: byKey(channels, all, (one) => one.channel),
    byLevel: levelsOf(all, others),
    ...areasOf(all),
    byOutcome: byKey(outcomes, all, (one) => one.outcome),
    byReason: Object.fromEntries(Object.entries(reasonCounts).filter(([, n]) => n > 0)),
    unanswered: open.length,
    overdue: count(open, (one) => one.answerBy !== null && one.answerBy < day),
    oldestDays: open.length > 0 ? Math.max(...open.map((one) => daysBetween(one.received, day))) : null,
    decisions: byKey(decisionStates, decisions, (one) => one.state),
    medianDays: median(times),
    promised: promised.length,
    kept: count(promised, (one) => (one.answered ?? '') <= (one.answerBy ?? '')),
    months: monthsOf(all),
    procedures: [...Map.groupBy(all, (one) => one.procedure)]
      .map(([id, ones]) => ({ id, ...chain(ones) }))
      .sort((a, b) => b.received - a.received || (a.id < b.id ? -1 : 1)),
  }
}
