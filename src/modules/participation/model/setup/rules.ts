import { formatDay } from '#kernel/day.ts'
import { readDay } from '#kernel/deadline.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { type Action, type IdentityLevel, identityLevels, type Procedure } from '../procedure.ts'
import type { SetupFault, Typed } from './typed.ts'

/** The rules of a procedure: the part of it that the third step of the form writes. */
export type Rules = Pick<Procedure, 'moderation' | 'identity' | 'answerBy' | 'retentionMonths'>

/** What of a format's actions wants to know who acts: everything but reading. */
export const guardedActions = (actions: readonly Action[]): Action[] => actions.filter((one) => one !== 'read')

/** A procedure's rules as the fields of the form show them. */
export const typedRules = (one: Rules, actions: readonly Action[]): Typed => ({
  moderation: one.moderation,
  answerBy: one.answerBy ? formatDay(one.answerBy, 'de', 'short') : '',
  retentionMonths: String(one.retentionMonths),
  ...Object.fromEntries(guardedActions(actions).map((action) => [`identity-${action}`, one.identity[action] ?? 'none'])),
})

/** Reads the step; gives every fault with its field. */
export function readRules(typed: Typed, actions: readonly Action[]): Result<Rules, SetupFault[]> {
  const faults: SetupFault[] = []
  const { moderation } = typed
  if (moderation !== 'before' && moderation !== 'after') faults.push({ field: 'moderation', fault: 'moderation.missing' })
  const identity: Partial<Record<Action, IdentityLevel>> = {}
  for (const action of guardedActions(actions)) {
    const level = identityLevels.find((one) => one === typed[`identity-${action}`])
    if (!level) faults.push({ field: `identity-${action}`, fault: 'identity.unknown' })
    else if (level !== 'none') identity[action] = level
  }
  const day = typed.answerBy?.trim() ?? ''
  const answerBy = day ? readDay(day) : null
  if (answerBy === undefined) faults.push({ field: 'answerBy', fault: 'day' })
  const months = /^\d{1,3}$/.test(typed.retentionMonths?.trim() ?? '') ? Number(typed.retentionMonths) : 0
  if (months < 1 || months > 120) faults.push({ field: 'retentionMonths', fault: 'retentionMonths.range' })
  if (faults.length > 0 || answerBy === undefined) return fail(faults)
  return ok({ moderation: moderation === 'before' ? 'before' : 'after', identity, answerBy, retentionMonths: months })
}
