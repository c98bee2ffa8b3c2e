import type { Kysely } from 'kysely'
import { type CatalogueTables, tenantsChanged } from '#catalogue'
import type { Jobs } from '#platform/jobs'
import { listenForEvents } from '#platform/outbox'
import type { WebhooksHouse } from '../house.ts'
import { forgetDeliveries } from '../store/delivery-store.ts'
import { dueReceivers, forgetSecrets } from '../store/receiver-store.ts'
import { type DueReceiver, deliver, deliverJob } from '../use-cases/deliver.ts'
import { tenantsOf } from '../use-cases/next-message.ts'

const lookJob = 'webhooks/look'
/** Whoever sends waits for the other side: so many at once, and each attempt has an end, so that a slow receiver keeps nobody waiting. */
const atOnce = 8

/** Hands in a job for each receiver that is to be told something now. Gives how many. */
export async function startDue(house: Pick<WebhooksHouse, 'database' | 'jobs' | 'sites'>): Promise<number> {
  const db = house.database.system
  const due = await dueReceivers(db)
  if (due.length === 0) return 0
  const from = Math.min(...due.map((one) => one.placeNumber))
  const changed = await tenantsChanged(db as unknown as Kysely<CatalogueTables>, from)
  const told = due.filter(
    (one) => one.open || tenantsOf(house, one).some((tenant) => (changed.get(tenant) ?? 0) > one.placeNumber),
  )
  for (const { id } of told) await house.jobs.enqueue(db, deliverJob, { receiver: id } satisfies DueReceiver, { key: id })
  return told.length
}

/** Says what the jobs of the room do: every minute they look who is to be told; a commit wakes them before (`wakeForReceivers`). */
export function defineWebhookJobs(jobs: Pick<Jobs, 'define' | 'schedule'>, house: WebhooksHouse): void {
  jobs.define<DueReceiver>(deliverJob, ({ data, signal }) => deliver(house, data.receiver, signal), {
    atOnce,
    retryLimit: 1,
    timeout: 120,
  })
  jobs.define(lookJob, async () => void (await startDue(house)), { retryLimit: 1 })
  jobs.schedule(lookJob, '* * * * *')
}

/** While a server runs: whoever follows the catalogue is told within seconds of a commit. */
export function wakeForReceivers(house: Pick<WebhooksHouse, 'database' | 'jobs' | 'sites' | 'log'>): { stop(): Promise<void> } {
  let running: Promise<unknown> | undefined
  let again = false
  const look = () => {
    if (running) {
      again = true
      return
    }
    running = startDue(house)
      .catch((error) => house.log.error({ err: error }, 'receivers could not be looked for; it will be tried again'))
      // Many commits in a row are one reason to look.
      .then(() => new Promise((resolve) => setTimeout(resolve, 500)))
      .finally(() => {
        running = undefined
        if (again) {
          again = false
          look()
        }
      })
  }
  const ear = listenForEvents(house.database.url, look, { everyMs: 10_000 })
  return {
    async stop() {
      await ear.stop()
      again = false
      await running
    },
  }
}

/** Once a day: what is kept no longer. */
export async function tidyWebhooks(house: Pick<WebhooksHouse, 'database'>): Promise<void> {
  await forgetDeliveries(house.database.system)
  await forgetSecrets(house.database.system)
}
