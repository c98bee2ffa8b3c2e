import type { Area } from '#kernel/site.ts'

/** How surely BundID knows somebody: by a password, by Elster or the like, by an identity card. Later ones are surer. */
export const trusts = ['basis', 'substantial', 'high'] as const
export type Trust = (typeof trusts)[number]

/** What people may do in a phase. */
export const actions = ['read', 'submit', 'comment', 'rate', 'vote'] as const
export type Action = (typeof actions)[number]

/** How sure it is who takes part; later ones are surer. */
export const identityLevels = ['none', 'email', 'code', 'account', 'bundid'] as const
export type IdentityLevel = (typeof identityLevels)[number]

export type ProcedureState = 'draft' | 'public' | 'withdrawn'

/** A paper that a procedure rests on. */
export interface Basis {
  readonly label: string
  readonly href: string
}

/** Who answers questions about it. */
export interface ProcedureContact {
  readonly name?: string
  readonly phone?: string
  readonly email?: string
}

/** A geometry in WGS 84, longitude first (RFC 7946). */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
  | { readonly type: 'LineString'; readonly coordinates: readonly (readonly [number, number])[] }
  | Area

/** What a tenant asks its people about (Verfahren). */
export interface Procedure {
  readonly id: string
  readonly tenant: string
  readonly slug: string
  /** Folder of its format. */
  readonly format: string
  readonly state: ProcedureState
  readonly prefix: string
  readonly title: string
  readonly lead: string
  /** Markdown. */
  readonly about: string
  readonly fixed: readonly string[]
  readonly open: readonly string[]
  readonly basis: readonly Basis[]
  readonly office: string
  readonly contact: ProcedureContact
  readonly place: string
  readonly area: Geometry | null
  /** What must be known of somebody for each action; none where nothing is said. */
  readonly identity: Partial<Readonly<Record<Action, IdentityLevel>>>
  /** How surely BundID must know somebody, where it is asked. */
  readonly trust: Trust
  readonly moderation: 'before' | 'after'
  /** Read by the format's own schema. */
  readonly settings: unknown
  /** A calendar day. */
  readonly answerBy: string | null
  readonly retentionMonths: number
  readonly submissions: number
  readonly comments: number
  readonly reactions: number
  readonly version: number
  readonly changedAt: Date
  readonly publishedAt: Date | null
  readonly withdrawnReason: string | null
}

/** A step of its timetable: from `startsAt` on, until just before `endsAt`. */
export interface Phase {
  readonly id: string
  readonly track: 'public' | 'agencies'
  readonly position: number
  readonly title: string
  readonly note: string
  /** Words instead of days: "ab Frühjahr 2028". */
  readonly label: string
  readonly startsAt: Date | null
  readonly endsAt: Date | null
  readonly actions: readonly Action[]
}

/** Whether a phase is under way at a moment; what has no beginning never is. */
export const isRunning = (phase: Phase, now: Date): boolean =>
  phase.startsAt !== null && phase.startsAt <= now && (phase.endsAt === null || now < phase.endsAt)

/** The running phase of the public in which something may be done; the one that ends last where several do. */
export const phaseFor = (phases: readonly Phase[], action: Action, now: Date): Phase | undefined =>
  phases
    .filter((one) => one.track === 'public' && one.actions.includes(action) && isRunning(one, now))
    .sort((a, b) => (b.endsAt?.getTime() ?? Infinity) - (a.endsAt?.getTime() ?? Infinity))[0]

/** Where a phase stands on the line: what has neither days nor a beginning is still to come. */
export function standOf(phase: Phase, now: Date): 'done' | 'current' | 'open' {
  if (isRunning(phase, now)) return 'current'
  return phase.endsAt !== null && phase.endsAt <= now ? 'done' : 'open'
}

/** `MP-0031`: what people write on paper and read out on the telephone. */
export const numberOf = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(4, '0')}`

/** The reverse of numberOf, in any case of letters; undefined for what is none. */
export function readNumber(text: string): { prefix: string; number: number } | undefined {
  const found = /^([A-Z]{2,4})-(\d{4,7})$/i.exec(text)
  return found?.[1] && found[2] ? { prefix: found[1].toUpperCase(), number: Number(found[2]) } : undefined
}
