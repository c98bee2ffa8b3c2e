import { formatDay } from '#kernel/day.ts'
import { readDay } from '#kernel/deadline.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { type Action, type IdentityLevel, identityLevels, type Procedure, trusts } from '../procedure.ts'
import type { SetupFault, Typed } from './typed.ts'

/** The rules of a procedure: the part of it that the third step of the form writes. */
export type Rules = Pick<Procedure, 'moderation' | 'identity' | 'trust' | 'answerBy' | 'retentionMonths'>

/** What of a format's actions wants to know who acts: everything but reading. */
export const guardedActions = (actions: readonly Action[]): Action[] => actions.filter((one) => one !== 'read')

/** A procedure's rules as the fields of the form show them. */
export const typedRules = (one: Rules, actions: readonly Action[]): Typed => ({
  moderation: one.moderation,
  trust: one.trust,
  answerBy: one.answerBy ? formatDay(one.answerBy, 'de', 'short') : '',
  retentionMonths: String(one.retentionMonths),
  ...Object.fromEntries(guardedActions(actions).map((action) => [`identity-${action}`, one.identity[action] ?? 'none'])),
})

/** What can be asked of people here. */
export interface Askable {
  /** Actions for which the pages of the format ask who it is. */
  readonly asks: readonly Action[]
  /** Whether BundID is set up. */
  readonly bundId: boolean
}

/** Levels that can be chosen for an action: none but "nothing" where nobody would ask. */
export const levelsFor = (action: Action, { asks, bundId }: Askable): IdentityLevel[] =>
  identityLevels.filter((one) => one === 'none' || (asks.includes(action) && (one !== 'bundid' || bundId)))

/** Reads the step; gives every fault with its field. */
export function readRules(typed: Typed, actions: readonly Action[], askable: Askable): Result<Rules, SetupFault[]> {
  const faults: SetupFault[] = []
  const { moderation } = typed
  if (moderation !== 'before' && moderation !== 'after') faults.push({ field: 'moderation', fault: 'moderation.missing' })
  const identity: Partial<Record<Action, IdentityLevel>> = {}
  for (const action of guardedActions(actions)) {
    const level = identityLevels.find((one) => one === typed[`identity-${action}`])
    if (!level) faults.push({ field: `identity-${action}`, fault: 'identity.unknown' })
    else if (!levelsFor(action, askable).includes(level))
      faults.push({ field: `identity-${action}`, fault: level === 'bundid' ? 'identity.bundid' : 'identity.unasked' })
    else if (level !== 'none') identity[action] = level
  }
  const trust = trusts.find((one) => one === typed.trust)
  if (!trust) faults.push({ field: 'trust', fault: 'trust.unknown' })
  const day = typed.answerBy?.trim() ?? ''
  const answerBy = day ? readDay(day) : null
  if (answerBy === undefined) faults.push({ field: 'answerBy', fault: 'day' })
  const months = /^\d{1,3}$/.test(typed.retentionMonths?.trim() ?? '') ? Number(typed.retentionMonths) : 0
  if (months < 1 || months > 120) faults.push({ field: 'retentionMonths', fault: 'retentionMonths.range' })
  if (faults.length > 0 || answerBy === undefined || !trust) return fail(faults)
  return ok({ moderation: moderation === 'before' ? 'before' : 'after', identity, trust, answerBy, retentionMonths: months })
}
