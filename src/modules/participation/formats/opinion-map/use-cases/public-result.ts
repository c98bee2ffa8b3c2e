import { enoughTold, letterOf, type Shy } from '../model/result.ts'
import type { ShownResult } from './read-result.ts'

/** One line of the public result: what everybody, or one group, said to one statement. */
export interface CountLine {
  readonly statement: number
  readonly text: string
  /** `all`, or the letter of a group. */
  readonly group: string
  readonly agree: number
  readonly disagree: number
  readonly pass: number
  readonly votes: number
}

/** The result as lines, for everybody: only groups that may be shown, and no counts that could be somebody's. */
export function countLines({ outcomes, groups }: ShownResult, shy: Pick<Shy, 'smallestGroup'>): CountLine[] {
  return outcomes.flatMap(({ statement, all, groups: own }) => {
    const about = { statement: statement.number, text: statement.text }
    return [
      { ...about, group: 'all', ...all },
      ...groups.flatMap((at) => {
        const counted = own[at]
        return counted && enoughTold(counted, shy) ? [{ ...about, group: letterOf(at), ...counted }] : []
      }),
    ]
  })
}
