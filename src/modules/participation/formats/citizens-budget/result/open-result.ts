import { dayOf } from '#kernel/clock.ts'
import { type Answer, problem, type Visit } from '#platform/http'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import { lastDay } from '../../../pages/words.ts'
import { type BoxCount, countsOf } from '../../../store/vote/count-store.ts'
import { ballotsOf } from '../../../store/vote/vote-store.ts'
import type { PublishedVote } from '../../../use-cases/vote/published-vote.ts'
import { type OpenedBox, withBox } from '../open-budget.ts'

/** A counted box. */
export interface OpenedResult extends OpenedBox {
  readonly count: BoxCount
}

/** Opens the result that the address names; says that there is none yet otherwise. */
export async function withResult(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedResult) => Promise<Answer> | Answer,
): Promise<Answer> {
  return withBox(house, visit, async (opened) => {
    const [count] = await countsOf(publicDb(house, visit.site), [opened.box.id])
    if (count) return show({ ...opened, count })
    return problem({
      status: 404,
      id: 'participation/not-counted',
      title: visit.t('participation.result.none'),
      detail: visit.t('participation.result.none.detail'),
    })
  })
}

const germanDay = (day: string) => day.split('-').reverse().join('.')

/** All that is published of a counted box. */
export async function publishedOf(house: ParticipationHouse, visit: Visit, opened: OpenedResult): Promise<PublishedVote> {
  const { procedure, phases, box, candidates, count } = opened
  const voting = phases.filter(({ actions }) => actions.includes('vote'))
  const starts = voting.flatMap(({ startsAt }) => (startsAt ? [dayOf(startsAt)] : [])).sort()
  const ends = voting.flatMap(({ endsAt }) => (endsAt ? [lastDay(endsAt)] : [])).sort()
  const until = ends.at(-1) ?? dayOf(count.countedAt)
  return {
    town: visit.site.shortName,
    title: procedure.title,
    year: /\d{4}/.exec(procedure.title)?.[0] ?? until.slice(0, 4),
    from: germanDay(starts[0] ?? until),
    until: germanDay(until),
    box,
    candidates,
    outcome: count.outcome,
    ballots: await ballotsOf(publicDb(house, visit.site), box.id),
  }
}
