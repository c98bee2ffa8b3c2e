import type { PgBoss } from 'pg-boss'
import type { FailedJob } from './port.ts'
import { parked } from './prepare.ts'

const messageOf = (output: unknown): string => {
  const { message, value } = (output ?? {}) as { message?: unknown; value?: unknown }
  return String(message ?? value ?? '')
}

/** Jobs that failed as often as they may, oldest first. */
export async function failedJobsIn(boss: PgBoss, limit: number): Promise<FailedJob[]> {
  const jobs = await boss.findJobs<unknown>(parked, { limit })
  return jobs.map((job) => ({
    id: job.id,
    name: job.sourceName ?? job.name,
    data: job.data,
    failedAt: job.createdOn,
    attempts: (job.sourceRetryCount ?? 0) + 1,
    error: messageOf(job.sourceOutput ?? job.output),
  }))
}
