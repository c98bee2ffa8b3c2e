import { fail, ok, type Result } from '#kernel/result.ts'
import { type Rule, ruleIds } from './outcome.ts'

/** Why a rule's name leads to no count; the sentence is the text `participation.tally.rule-fault.CODE`. */
export interface RuleFault {
  /** `not-recountable`: the rule needs what stands in no file. `unstated`: no rule is named. */
  readonly code: 'not-recountable-exclusive' | 'not-recountable-custom' | 'unstated' | 'unknown'
  readonly rule: string
}

const elsewhere: Readonly<Record<string, RuleFault['code']>> = {
  'greedy-exclusive': 'not-recountable-exclusive',
  'greedy-custom': 'not-recountable-custom',
  unknown: 'unstated',
  '': 'unstated',
}

/** Finds the rule of a name, as files of participatory budgets name them (and `pro-contra`). */
export function readRule(name: string, threshold?: number): Result<Rule, RuleFault> {
  const id = ruleIds.find((one) => one === name)
  if (id) return ok(threshold === undefined ? { id } : { id, threshold })
  return fail({ code: elsewhere[name] ?? 'unknown', rule: name })
}
