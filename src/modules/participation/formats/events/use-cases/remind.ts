import { dayOf } from '#kernel/clock.ts'
import { addDays, dayBegins, dayEnds } from '#kernel/deadline.ts'
import type { Jobs } from '#platform/jobs'
import type { ParticipationHouse } from '../../../house.ts'
import { eventById } from '../store/event-store.ts'
import { registrationById, takeReminders } from '../store/registration-store.ts'
import { slotTime, writeTo } from './letters.ts'

/** The job that reminds people the day before. */
export const remindJob = 'participation/remind-of-events'

const batch = 100

async function remindSome(house: ParticipationHouse, from: Date, until: Date): Promise<number> {
  return house.database.system.transaction().execute(async (trx) => {
    const due = await takeReminders(trx, from, until, batch)
    for (const one of due) {
      const site = house.sites().byId(one.tenant)
      const event = await eventById(trx, one.tenant, one.event)
      const registration = await registrationById(trx, one.tenant, one.id)
      if (site && event && registration) await writeTo(house, trx, site, 'reminder', one, event, slotTime(registration))
    }
    return due.length
  })
}

/** Reminds everybody whose date is tomorrow, once each; mail and mark stand in one transaction. Gives how many were written to. */
export async function remindOfTomorrow(house: ParticipationHouse): Promise<number> {
  const tomorrow = addDays(dayOf(house.now()), 1)
  let sent = 0
  for (;;) {
    const some = await remindSome(house, dayBegins(tomorrow), dayEnds(tomorrow))
    sent += some
    if (some < batch) return sent
  }
}

/** From eight in the morning; again and again, so that what came late is not forgotten. */
export function defineEventJobs(jobs: Pick<Jobs, 'define' | 'schedule'>, house: ParticipationHouse): void {
  jobs.define(remindJob, async () => void (await remindOfTomorrow(house)), { retryLimit: 8, timeout: 600 })
  jobs.schedule(remindJob, '*/15 8-20 * * *')
}
