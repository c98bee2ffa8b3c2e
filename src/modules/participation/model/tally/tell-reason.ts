import { formatNumber, type Translate } from '#kernel/locale.ts'
import type { Measure, ProjectAccount, Share } from './outcome.ts'

/** Writes an amount given in the smallest unit, in the reader's language. */
export type MoneyText = (units: number) => string

/** Amounts with as many decimals as the vote has; shares of equal shares with two. */
export function moneyText(lang: string, unit: number): MoneyText {
  return (units) => {
    const amount = units / unit
    return formatNumber(amount, lang, Number.isInteger(amount) ? 0 : 2)
  }
}

/** What amounts and scores are in this vote. */
export interface Telling {
  readonly money: MoneyText
  readonly measure: Measure
}

/** The sentences that say why a project won or did not, with the figures of this vote. */
export function tellReason(t: Translate, { money, measure }: Telling, account: ProjectAccount): string[] {
  const { reason, cost, approvals } = account
  const score = t(`participation.tally.score.${measure}`, { count: account.score })
  const share = ({ value }: Share) => money(value)
  const told = (name: string, params: Record<string, string | number> = {}) => t(`participation.tally.reason.${name}`, params)
  const sentences: string[] = []
  if (reason.why === 'fits')
    sentences.push(told('fits', { score, cost: money(cost), left: money(reason.left), after: money(reason.leftAfter) }))
  else if (reason.why === 'too-dear')
    sentences.push(told('too-dear', { score, cost: money(cost), left: money(reason.left), missing: money(reason.missing) }))
  else if (reason.why === 'stopped') sentences.push(told('stopped', { score, at: reason.at }))
  else if (reason.why === 'below-threshold')
    sentences.push(told('below-threshold', { score, threshold: reason.threshold, missing: reason.missing }))
  else if (reason.why === 'supporters-short')
    sentences.push(
      told('supporters-short', {
        count: approvals,
        cost: money(cost),
        money: share(reason.money),
        missing: share(reason.missing),
      }),
    )
  else if (reason.why === 'bought') {
    const { step, price, payers, restPayers, restPaid, broke } = reason
    sentences.push(told('bought', { step, count: payers, price: share(price), cost: money(cost) }))
    if (restPayers > 0) sentences.push(told('rest', { count: restPayers, paid: share(restPaid) }))
    if (broke > 0) sentences.push(told('broke', { count: broke }))
  } else sentences.push(told(reason.why))
  if (account.tie) {
    const others = account.tie.between.filter((id) => id !== account.id).join(', ')
    sentences.push(t(`participation.tally.tie.${account.tie.by}`, { others }))
  }
  return sentences
}
