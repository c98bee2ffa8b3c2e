import type { Lang, Translate } from '#kernel/locale.ts'
import type { Outcome } from '../../../model/tally/outcome.ts'
import { euros } from '../../../model/vote/money.ts'

/** A step of the rule: a sentence in bold, and what it means in this vote. */
export interface Explained {
  readonly title: string
  readonly text: string
}

/** Amounts of an outcome in words: `unit` smallest units are a euro. */
export const moneyOf =
  (unit: number, lang: Lang) =>
  (units: number): string =>
    euros(Math.round((units * 100) / unit), lang)

/** How the rule works, step by step, with the figures of this vote. */
export function explainRule(t: Translate, outcome: Outcome, unit: number): Explained[] {
  const money = moneyOf(unit, t.lang)
  const step = (name: string, params: Record<string, string | number> = {}): Explained => ({
    title: t(`participation.result.rule.${name}`, params),
    text: t(`participation.result.rule.${name}.text`, params),
  })
  const { endowment, rule, voters } = outcome
  const budget = money(outcome.budget)
  if (endowment) {
    const { raises, first, last, next } = endowment
    return [
      step('equal', { budget, voters, share: money(first.value) }),
      step('pay'),
      step('cheapest'),
      step('once'),
      ...(raises > 0 ? [step('raised', { count: raises, last: money(last.value), over: next ? money(next.over) : '' })] : []),
      ...(rule.endsWith('-comparison') && outcome.comparison
        ? [
            step('compared', {
              equal: outcome.comparison.preferEqualShares,
              greedy: outcome.comparison.preferGreedy,
              chosen: t(`participation.result.chosen.${outcome.comparison.chosen}`),
            }),
          ]
        : []),
    ]
  }
  return [
    step(outcome.measure === 'points' ? 'most-points' : 'most-votes', { voters }),
    step('as-fits', { budget }),
    rule === 'greedy-no-skip' ? step('stop') : step('skip'),
    ...(rule === 'greedy-threshold' ? [step('threshold')] : []),
  ]
}
