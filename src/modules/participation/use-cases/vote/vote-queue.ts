import type { Site } from '#kernel/site.ts'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { castVotes, type NewVote, type VoteFate } from '../../store/vote/vote-store.ts'

interface Waiting {
  readonly vote: NewVote
  readonly done: (fate: VoteFate) => void
  readonly failed: (error: unknown) => void
}

/** As many votes go into one statement. */
const most = 200

/** Takes votes: those that come while a statement is under way go together into the next one, so that they share its commit. */
export interface VoteQueue {
  /** Resolved when the vote is written and durable, or refused. */
  take(site: Site, vote: NewVote): Promise<VoteFate>
}

const queues = new WeakMap<object, VoteQueue>()

/** The queue of this process for a house. */
export function votesOf(house: Pick<ParticipationHouse, 'database' | 'sites'>): VoteQueue {
  const known = queues.get(house.database)
  if (known) return known
  const made = openVoteQueue(house)
  queues.set(house.database, made)
  return made
}

function openVoteQueue(house: Pick<ParticipationHouse, 'database' | 'sites'>): VoteQueue {
  const waiting = new Map<string, Waiting[]>()
  const busy = new Set<string>()

  async function flush(site: Site): Promise<void> {
    if (busy.has(site.id)) return
    busy.add(site.id)
    try {
      for (;;) {
        const batch = waiting.get(site.id)?.splice(0, most) ?? []
        if (batch.length === 0) return
        await write(site, batch)
      }
    } finally {
      busy.delete(site.id)
    }
  }

  async function write(site: Site, batch: readonly Waiting[]): Promise<void> {
    try {
      const fates = await castVotes(
        publicDb(house, site),
        batch.map(({ vote }) => vote),
      )
      batch.forEach(({ done }, i) => {
        const fate = fates[i]
        if (fate) done(fate)
      })
    } catch (error) {
      // One bad vote must not take the others along: each goes alone.
      const [only] = batch
      if (batch.length === 1) only?.failed(error)
      else for (const one of batch) await write(site, [one])
    }
  }

  return {
    take: (site, vote) =>
      new Promise((done, failed) => {
        const line = waiting.get(site.id) ?? []
        waiting.set(site.id, line)
        line.push({ vote, done, failed })
        void flush(site)
      }),
  }
}
