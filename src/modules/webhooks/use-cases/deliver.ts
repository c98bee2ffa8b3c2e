import { randomUUID } from 'node:crypto'
import type { WebhooksDb, WebhooksHouse } from '../house.ts'
import { type Delivery, pauseAfter, type Receiver } from '../model/receiver.ts'
import { noteRefused, noteTaken } from '../store/delivery-store.ts'
import { releaseLease, takeLease } from '../store/receiver-store.ts'
import { nextMessage } from './next-message.ts'
import { send } from './send.ts'
import { tellPaused } from './tell-paused.ts'

export const deliverJob = 'webhooks/deliver'

/** A receiver as it waits in the queue. */
export interface DueReceiver {
  readonly receiver: string
}

/** Milliseconds that a receiver may keep a worker; then others have their turn. */
const turn = 20_000

/** Sends one message and notes what came of it. False when there is nothing more to be done for now. */
async function one(
  house: WebhooksHouse,
  receiver: Receiver,
  message: Delivery,
  holder: string,
  signal: AbortSignal,
): Promise<boolean> {
  const attempted = await send(house, receiver, message, signal)
  const db = house.database.system
  if (attempted.taken) return noteTaken(db, message.id, holder, attempted)
  // We were stopped, not refused: the next process sends it.
  if (signal.aborted) return false
  // 410: it wants nothing more.
  const pause = attempted.status === 410 ? undefined : pauseAfter(receiver.attempts + 1, attempted.retryAfter)
  await db.transaction().execute(async (trx) => {
    const noted = await noteRefused(trx as WebhooksDb, message.id, holder, attempted, pause)
    if (noted && pause === undefined) await tellPaused(house, trx, receiver, attempted)
  })
  return false
}

/** Sends a receiver what it has not been told yet, message after message, until it has everything, takes no more, or others must have their turn. */
export async function deliver(
  house: WebhooksHouse,
  id: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const db = house.database.system
  const holder = randomUUID()
  const end = performance.now() + turn
  try {
    for (;;) {
      const receiver = signal.aborted ? undefined : await takeLease(db, id, holder)
      const message = receiver && (await nextMessage(house, receiver, holder))
      if (!receiver || !message || !(await one(house, receiver, message, holder, signal))) return
      if (performance.now() > end) break
    }
  } finally {
    await releaseLease(db, id, holder)
  }
  await house.jobs.enqueue(db, deliverJob, { receiver: id } satisfies DueReceiver, { key: id })
}
