/** What a receiver may want to hear of. */
export const changeKinds = ['created', 'updated', 'withdrawn'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** An address of somebody else that is told of changes. */
export interface Receiver {
  readonly id: string
  readonly tenant: string
  readonly name: string
  readonly address: string
  readonly below: boolean
  readonly kinds: readonly ChangeKind[]
  readonly state: 'on' | 'off' | 'broken'
  /** Sealed. */
  readonly secret: string
  /** Sealed; null once its day is over. */
  readonly formerSecret: string | null
  readonly formerUntil: Date | null
  readonly placeNumber: number
  readonly placeId: string
  readonly caughtNumber: number
  readonly attempts: number
  readonly nextAt: Date
  readonly goodAt: Date | null
  readonly brokenSince: Date | null
  readonly createdAt: Date
}

/** One message and how it went. */
export interface Delivery {
  readonly id: string
  readonly receiver: string
  readonly kind: 'changes' | 'test'
  readonly state: 'open' | 'done' | 'failed'
  readonly body: string
  readonly changes: number
  readonly attempts: number
  readonly status: number | null
  /** Code of what went wrong: text key `webhooks.fault.<code>`. */
  readonly fault: string | null
  readonly tookMs: number | null
  readonly createdAt: Date
  readonly triedAt: Date | null
}

/** What an attempt came to. */
export interface Attempted {
  readonly taken: boolean
  readonly status: number | null
  readonly fault: string | null
  readonly tookMs: number
  /** Seconds that the receiver asked to be left alone. */
  readonly retryAfter: number
}

/** Minutes until the next attempt, after the first failed, the second and so on: 21 hours in all. After the last one the receiver is paused. */
export const pauses = [1, 5, 15, 60, 120, 240, 360, 480] as const

/** Minutes to wait after so many attempts in vain (at least 1); undefined when it was enough. A receiver is waited for at most a day. */
export function pauseAfter(attempts: number, retryAfter = 0): number | undefined {
  const pause = pauses[attempts - 1]
  return pause === undefined ? undefined : Math.max(pause, Math.min(24 * 60, retryAfter / 60))
}

/** The id of a message as its receiver sees it: without a full stop, which divides what is signed. */
export const messageId = (id: string): string => `msg_${id.replaceAll('-', '')}`
