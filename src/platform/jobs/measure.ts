import type { PgBoss, QueueResult } from 'pg-boss'
import type { Metrics } from '#platform/metrics'
import { parked } from './prepare.ts'

/** Figures of the whole queue, the same in every process; read when somebody asks for them. */
export function measureJobs(metrics: Metrics, boss: () => Promise<PgBoss>): void {
  const work = async () => (await (await boss()).getQueues()).filter((queue) => !queue.name.startsWith('__'))
  const sum = async (of: (queue: QueueResult) => number) =>
    (await work()).filter((queue) => queue.name !== parked).reduce((all, queue) => all + of(queue), 0)
  metrics.gauge('platform_jobs_ready', 'Jobs that could run now and wait', () => sum((queue) => queue.readyCount))
  metrics.gauge('platform_jobs_active', 'Jobs that run now', () => sum((queue) => queue.activeCount))
  metrics.gauge(
    'platform_jobs_parked',
    'Jobs that failed as often as they may',
    async () => (await (await boss()).findJobs(parked)).length,
  )
}
