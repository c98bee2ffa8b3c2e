import { fail, ok, type Result } from '#kernel/result.ts'
import type { Box, Candidate } from './box.ts'

/** What somebody votes: keys of projects; with points beside them, or the best first. */
export interface Choice {
  readonly projects: readonly string[]
  readonly points?: readonly number[]
}

/** What is wrong with a ballot, with the figures of this ballot. Amounts in cents. */
export type BallotFault =
  | { readonly code: 'too-few'; readonly chosen: number; readonly limit: number }
  | { readonly code: 'too-many'; readonly chosen: number; readonly limit: number }
  /** `projects`: what one could leave out so that the rest fits. */
  | { readonly code: 'over-budget'; readonly over: number; readonly projects: readonly string[] }
  | { readonly code: 'points-over'; readonly given: number; readonly limit: number }
  | { readonly code: 'points-each'; readonly project: string; readonly limit: number }
  | { readonly code: 'points-number'; readonly project: string }
  | { readonly code: 'rank-number'; readonly project: string; readonly limit: number }
  | { readonly code: 'rank-twice'; readonly rank: number; readonly projects: readonly string[] }

/** What a ballot costs. */
export const costOf = (choice: Choice, candidates: readonly Candidate[]): number =>
  candidates.reduce((sum, { key, cost }) => (choice.projects.includes(key) ? sum + cost : sum), 0)

/** Names of the fields: `v` holds keys of ticked projects, `p-KEY` points or a place. */
export const numberField = (key: string): string => `p-${key}`

/** Reads numbers beside projects; an empty field names none. */
function numbersIn(form: URLSearchParams, candidates: readonly Candidate[]): { key: string; text: string; value: number }[] {
  return candidates.flatMap(({ key }) => {
    const text = (form.get(numberField(key)) ?? '').trim()
    return text === '' || text === '0' ? [] : [{ key, text, value: /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN }]
  })
}

function readPoints(form: URLSearchParams, box: Box, candidates: readonly Candidate[]): Result<Choice, BallotFault[]> {
  const read = numbersIn(form, candidates)
  const each = box.each ?? box.points
  const faults = read.flatMap(({ key, value }): BallotFault[] => {
    if (Number.isNaN(value)) return [{ code: 'points-number', project: key }]
    return value > each ? [{ code: 'points-each', project: key, limit: each }] : []
  })
  const given = read.reduce((sum, { value }) => sum + (Number.isNaN(value) ? 0 : value), 0)
  if (given > box.points) faults.push({ code: 'points-over', given, limit: box.points })
  return faults.length > 0 ? fail(faults) : ok({ projects: read.map(({ key }) => key), points: read.map(({ value }) => value) })
}

function readRanking(form: URLSearchParams, candidates: readonly Candidate[]): Result<Choice, BallotFault[]> {
  const read = numbersIn(form, candidates)
  const faults = read.flatMap(({ key, value }): BallotFault[] =>
    Number.isNaN(value) || value > candidates.length ? [{ code: 'rank-number', project: key, limit: candidates.length }] : [],
  )
  for (const rank of new Set(read.map(({ value }) => value))) {
    const same = read.filter(({ value }) => value === rank).map(({ key }) => key)
    if (same.length > 1) faults.push({ code: 'rank-twice', rank, projects: same })
  }
  // Places that are left out close up: 1, 2, 5 is 1, 2, 3.
  return faults.length > 0 ? fail(faults) : ok({ projects: [...read].sort((a, b) => a.value - b.value).map(({ key }) => key) })
}

/** The dearest ones whose leaving out makes the rest fit. */
function leaveOut(choice: Choice, candidates: readonly Candidate[], over: number): string[] {
  const dearest = candidates.filter(({ key }) => choice.projects.includes(key)).sort((a, b) => b.cost - a.cost)
  const one = [...dearest].reverse().find(({ cost }) => cost >= over)
  if (one) return [one.key]
  let rest = over
  return dearest.flatMap(({ key, cost }) => {
    if (rest <= 0) return []
    rest -= cost
    return [key]
  })
}

/** Looks whether a choice keeps to the rules of its box. The database looks again when it takes the vote. */
export function checkChoice(choice: Choice, box: Box, candidates: readonly Candidate[]): BallotFault[] {
  const chosen = choice.projects.length
  const faults: BallotFault[] = []
  if (chosen < box.fewest) faults.push({ code: 'too-few', chosen, limit: box.fewest })
  if (box.most !== null && chosen > box.most) faults.push({ code: 'too-many', chosen, limit: box.most })
  const over = costOf(choice, candidates) - box.budget
  if (box.kind === 'knapsack' && over > 0)
    faults.push({ code: 'over-budget', over, projects: leaveOut(choice, candidates, over) })
  return faults
}

/** Reads a ballot from a form. What does not stand for election is left aside; gives every fault. */
export function readBallot(form: URLSearchParams, box: Box, candidates: readonly Candidate[]): Result<Choice, BallotFault[]> {
  const read =
    box.kind === 'points'
      ? readPoints(form, box, candidates)
      : box.kind === 'ranking'
        ? readRanking(form, candidates)
        : ok({ projects: candidates.filter(({ key }) => form.getAll('v').includes(key)).map(({ key }) => key) })
  if (!read.ok) return read
  const faults = checkChoice(read.value, box, candidates)
  return faults.length > 0 ? fail(faults) : read
}
