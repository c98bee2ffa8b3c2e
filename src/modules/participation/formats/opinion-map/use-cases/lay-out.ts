import { type OpinionMap, opinionMap } from '../../../model/opinion/opinion-map.ts'
import type { Vote } from '../../../model/opinion/votes.ts'
import { wordOf } from '../model/answer.ts'
import type { Counted, OpinionResult } from '../model/result.ts'

/** Answers as they go to the thread: numbers of people and statements, and 1, -1 or 0. */
export interface Ballots {
  /** Names of people and statements; the answers name them by their place here. */
  readonly people: readonly string[]
  readonly statements: readonly string[]
  /** Statements that are not shown. */
  readonly hidden: readonly string[]
  readonly person: Int32Array
  readonly statement: Int32Array
  readonly value: Int8Array
}

/** What the thread gives back: the result, and for exports the group of each person who is placed. */
export interface LaidOut {
  readonly result: OpinionResult
  readonly groupOf: ReadonlyMap<string, number>
}

const choices = { zu: 'agree', nicht: 'disagree', weiter: 'pass' } as const
const nothing: Counted = { agree: 0, disagree: 0, pass: 0, votes: 0 }

function* votesIn({ people, statements, person, statement, value }: Ballots): Generator<Vote> {
  for (let i = 0; i < value.length; i++)
    yield {
      person: people[person[i] ?? -1] ?? '',
      statement: statements[statement[i] ?? -1] ?? '',
      choice: choices[wordOf(value[i] ?? 0)],
      at: 0,
    }
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)
const deviation = (values: readonly number[]) => {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((one) => (one - middle) ** 2)))
}

/** Where a group stands on average, and how far around it its people are. */
function whereIs(map: OpinionMap, group: number) {
  const own = map.places.filter((place) => place.group === group)
  const [xs, ys] = [own.map(({ x }) => x), own.map(({ y }) => y)]
  return { at: [mean(xs), mean(ys)], spread: [deviation(xs), deviation(ys)] } as const
}

/** Computes the map of all answers and sums it up so that nobody's place is in it. The same answers give the same result. */
export function layOut(ballots: Ballots): LaidOut {
  const hidden = new Set(ballots.hidden)
  const map = opinionMap(votesIn(ballots), hidden)
  const column = new Map(map.statements.map((id, at) => [id, at]))
  const shown = map.counted.last.filter(({ statement }) => !hidden.has(statement))
  const all = (id: string): Counted => {
    const last = map.counted.tallies.get(id)?.last ?? nothing
    return { ...last, votes: last.agree + last.disagree + last.pass }
  }
  const result: OpinionResult = {
    people: new Set(shown.map(({ person }) => person)).size,
    answers: shown.length,
    placed: map.places.length,
    silhouette: map.silhouette,
    statements: ballots.statements
      .filter((id) => !hidden.has(id))
      .map((id) => ({ id, all: all(id), groups: map.tallies.map((own) => own[column.get(id) ?? -1] ?? nothing) })),
    groups: map.groups.map(({ size, representative }, at) => ({ size, ...whereIs(map, at), typical: representative })),
    ...map.consensus,
  }
  return { result, groupOf: new Map(map.places.map(({ person, group }) => [person, group])) }
}
