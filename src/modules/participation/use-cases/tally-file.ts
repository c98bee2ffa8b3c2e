import { fail, ok, type Result } from '#kernel/result.ts'
import { type PbFault, type PbFile, readPb } from '#standards/pabulib'
import { checkPublished, type PublishedCheck } from '../model/tally/check-published.ts'
import type { Outcome, TallyFault } from '../model/tally/outcome.ts'
import { type RuleFault, readRule } from '../model/tally/read-rule.ts'
import { tally } from '../model/tally/tally.ts'
import { type BrokenBound, checkBounds, checkFigures, type FigureFault } from './check-figures.ts'
import { readPbVote } from './read-pb-vote.ts'

/** What stands against a count: the file, the rule, or the vote. */
export type TallyFileFault =
  | { readonly at: 'file'; readonly faults: readonly PbFault[] }
  | { readonly at: 'rule'; readonly fault: RuleFault }
  | { readonly at: 'vote'; readonly fault: TallyFault }

/** A counted file. `check` is there where the file publishes a result. */
export interface TalliedFile {
  readonly file: PbFile
  readonly outcome: Outcome
  readonly withdrawn: readonly string[]
  readonly check?: PublishedCheck
  readonly figures: readonly FigureFault[]
  readonly bounds: readonly BrokenBound[]
}

/** Counts a .pb file by the rule that it states, or by another; compares the result and the figures that it publishes. */
export function tallyFile(
  content: Uint8Array | string,
  options: { readonly rule?: string; readonly threshold?: number } = {},
): Result<TalliedFile, TallyFileFault> {
  const file = readPb(content)
  if (!file.ok) return fail({ at: 'file', faults: file.error })
  const read = readPbVote(file.value)
  const name = options.rule ?? read.rule
  // The minimum of a file belongs to the rule that it states.
  const stated = name === read.rule || name === 'greedy-threshold' ? read.threshold : undefined
  const rule = readRule(name, options.threshold ?? stated)
  if (!rule.ok) return fail({ at: 'rule', fault: rule.error })
  const outcome = tally(read.vote, rule.value)
  if (!outcome.ok) return fail({ at: 'vote', fault: outcome.error })
  const byPoints = tally(read.vote, { id: 'greedy' })
  return ok({
    file: file.value,
    outcome: outcome.value,
    withdrawn: read.withdrawn,
    ...(read.published ? { check: checkPublished(outcome.value, read.published) } : {}),
    figures: byPoints.ok ? checkFigures(file.value, byPoints.value) : [],
    bounds: checkBounds(file.value),
  })
}
