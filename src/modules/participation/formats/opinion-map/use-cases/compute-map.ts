import type { Kysely } from 'kysely'
import type { Jobs } from '#platform/jobs'
import type { ParticipationHouse } from '../../../house.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { basisOf, keepResult, resultOf, runningMaps } from '../store/result-store.ts'
import { statementsOf } from '../store/statement-store.ts'
import { votesOf } from '../store/vote-store.ts'
import type { Ballots, LaidOut } from './lay-out.ts'
import { layOutApart } from './map-thread.ts'

type Db = Kysely<ParticipationTables>

/** The job that computes one map anew, and the one that looks which maps need it. */
export const mapJob = 'participation/opinion-map'
const lookJob = 'participation/opinion-look'

/** Seconds after an answer until the map is computed; what comes meanwhile is counted with it. */
export const rests = 20

/** Asks for a new map a little later. After the answer is kept, never before: a job that waits already will read it. */
export async function wakeMap(
  house: Pick<ParticipationHouse, 'jobs' | 'now'>,
  db: Db,
  where: { readonly tenant: string; readonly procedure: string },
): Promise<void> {
  const after = new Date(house.now().getTime() + rests * 1000)
  await house.jobs.enqueue(db, mapJob, { tenant: where.tenant, procedure: where.procedure }, { key: where.procedure, after })
}

/** Reads every answer of a procedure into arrays, as they stand at one moment. */
async function readBallots(db: Db, procedure: string): Promise<Ballots & { readonly basis: string; readonly at: Date }> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const basis = await basisOf(trx, procedure)
      const statements = await statementsOf(trx, procedure)
      const column = new Map(statements.map(({ id }, at) => [id, at]))
      const people: string[] = []
      let last: Buffer | undefined
      const person: number[] = []
      const statement: number[] = []
      const value: number[] = []
      for await (const rows of votesOf(trx, procedure))
        for (const row of rows) {
          // Rows come by participant.
          if (!last?.equals(row.participant)) people.push(row.participant.toString('hex'))
          last = row.participant
          person.push(people.length - 1)
          statement.push(column.get(row.statement) ?? -1)
          value.push(row.value)
        }
      return {
        ...basis,
        people,
        statements: statements.map(({ id }) => id),
        hidden: statements.filter(({ shown }) => !shown).map(({ id }) => id),
        person: Int32Array.from(person),
        statement: Int32Array.from(statement),
        value: Int8Array.from(value),
      }
    })
}

/** The map of this moment with the group of each participant, for exports; kept nowhere. */
export async function mapOfNow(db: Db, procedure: string): Promise<LaidOut> {
  const { basis: _, at: __, ...ballots } = await readBallots(db, procedure)
  return layOutApart(ballots)
}

/** Computes the map of a procedure and keeps it, where something changed since. False where nothing did. */
export async function computeMap(
  house: Pick<ParticipationHouse, 'database'>,
  tenant: string,
  procedure: string,
): Promise<boolean> {
  const db = house.database.system
  const [kept, now] = await Promise.all([resultOf(db, procedure), basisOf(db, procedure)])
  if (kept?.basis === now.basis) return false
  const { basis, at, ...ballots } = await readBallots(db, procedure)
  const { result } = await layOutApart(ballots)
  await keepResult(db, { tenant, procedure }, { result, basis, at })
  return true
}

/** Looks at every map that runs or ended lately: what was moderated, withdrawn, or lost its wake-up call in a crash is counted too. */
async function computeChanged(house: Pick<ParticipationHouse, 'database'>): Promise<void> {
  for (const { tenant, procedure } of await runningMaps(house.database.system)) await computeMap(house, tenant, procedure)
}

/** Says what the jobs of this format do. */
export function defineOpinionJobs(jobs: Pick<Jobs, 'define' | 'schedule'>, house: ParticipationHouse): void {
  jobs.define<{ tenant: string; procedure: string }>(mapJob, async ({ data }) => {
    await computeMap(house, data.tenant, data.procedure)
  })
  jobs.define(lookJob, () => computeChanged(house))
  jobs.schedule(lookJob, '*/5 * * * *')
}
