import { readFileSync, statSync } from 'node:fs'
import { type Command, type Io, WrongCall } from '#kernel/command.ts'
import { joinMessages, translator } from '#kernel/locale.ts'
import { pabulibEnglish } from '#standards/pabulib'
import { en } from './model/tally/locales/en.ts'
import { ruleIds } from './model/tally/outcome.ts'
import { moneyText, tellReason } from './model/tally/tell-reason.ts'
import { type TalliedFile, type TallyFileFault, tallyFile } from './use-cases/tally-file.ts'

const t = translator('en', joinMessages([en, pabulibEnglish]))

/** More than any city's vote so far; a file is read as a whole. */
const mostBytes = 300 * 1024 * 1024

function contentOf(name: string): Uint8Array {
  const found = statSync(name, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new WrongCall(`There is no file "${name}".`)
  if (found.size > mostBytes) throw new WrongCall(`"${name}" is larger than ${mostBytes / 1024 / 1024} MB.`)
  return readFileSync(name)
}

function sentencesOf(fault: TallyFileFault): string[] {
  if (fault.at === 'file')
    return fault.faults.map(({ line, code, params }) => `line ${line}: ${t(`pabulib.fault.${code}`, params)}`)
  if (fault.at === 'rule') return [t(`participation.tally.rule-fault.${fault.fault.code}`, { rule: fault.fault.rule })]
  const { code, ...params } = fault.fault
  return [t(`participation.tally.fault.${code}`, params)]
}

function asJson({ file, outcome, withdrawn, check, figures, bounds }: TalliedFile, checked: boolean): object {
  const { rule, winners, order, unrepresented, voters, projects, endowment, comparison } = outcome
  return {
    rule,
    winners,
    cost: outcome.cost / file.scale,
    budget: outcome.budget / file.scale,
    order,
    unrepresented,
    voters,
    ...(checked ? { check: { stated: file.rule, published: check !== undefined, ...check, figures, bounds } } : {}),
    // Amounts below stand in the file's smallest unit: so many make one unit of its currency.
    explanation: { unitsPerCurrency: file.scale, withdrawn, projects, endowment, comparison },
  }
}

function tellOutcome({ file, outcome, withdrawn }: TalliedFile, io: Io): void {
  const money = moneyText('en', file.scale)
  const { winners, voters, unrepresented, endowment, comparison, measure } = outcome
  const share = voters === 0 ? 0 : (100 * unrepresented) / voters
  io.out(`rule: ${outcome.rule} (${t(`participation.tally.rule.${outcome.rule}`)})`)
  io.out(`winners: ${winners.length} of ${outcome.projects.length} projects, ${voters} voters`)
  io.out(`cost: ${money(outcome.cost)} of a budget of ${money(outcome.budget)}`)
  io.out(`unrepresented: ${unrepresented} voters (${share.toFixed(1)} %) have none of their projects among the winners`)
  if (endowment) {
    const { first, last, raises, next } = endowment
    io.out(`share of each voter: ${money(first.value)}, raised ${raises} times to ${money(last.value)}`)
    if (next) io.out(`one more raise would cost ${money(next.cost)}, ${money(next.over)} more than the budget`)
  }
  if (comparison)
    io.out(
      `comparison: ${comparison.preferEqualShares} voters have more projects with equal shares, ${comparison.preferGreedy} with most votes first; ${comparison.chosen} it is`,
    )
  for (const id of withdrawn) io.out(`withdrawn: ${id}`)
  for (const account of outcome.projects)
    io.out(`${account.won ? '+' : '-'} ${account.id}: ${tellReason(t, { money, measure }, account).join(' ')}`)
}

function tellCheck({ file, outcome, check, figures, bounds }: TalliedFile, io: Io): void {
  const named = (label: string, ids: readonly string[]) => ids.length > 0 && io.out(`  ${label}: ${ids.join(', ')}`)
  if (!check) io.out('check: the file publishes no result to compare with')
  else if (check.follows) io.out(`check: the published result follows ${outcome.rule}`)
  else {
    io.out(`check: the published result does not follow ${outcome.rule}`)
    named('won by the rule, not published as winners', check.missing)
    named('published as winners, not won by the rule', check.extra)
  }
  if (outcome.rule !== file.rule) io.out(`  the file states the rule "${file.rule}"`)
  for (const { project, figure, stated, counted } of figures)
    io.out(`  ${figure}${project ? ` of ${project}` : ''}: the file says ${stated}, its ballots give ${counted}`)
  for (const { bound, value, ballots } of bounds) io.out(`  ${ballots} ballots break ${bound} ${value}; they are counted`)
}

const tallyCommand: Command<unknown> = {
  name: 'tally',
  usage: 'tally FILE.pb [--rule RULE] [--threshold N] [--check] [--json]',
  help: `Counts a citizens' budget from a .pb file, and says of each project why it won or did not.\nThe rule is the one that the file states, or one of: ${ruleIds.join(', ')}.\nExit code 1 when the file cannot be read or counted by the rule; with --check also when the published result or its figures are not\nwhat the ballots give, or nothing is published.`,
  options: {
    rule: { type: 'string', value: 'RULE', help: 'count by this rule instead of the stated one' },
    threshold: { type: 'string', value: 'N', help: 'score that a project needs (default: what the file states)' },
    check: { type: 'boolean', help: 'compare with the result that the file publishes' },
    json: { type: 'boolean', help: 'answer as JSON' },
  },
  async run({ values, positionals }, io) {
    const [name, ...more] = positionals
    if (name === undefined || more.length > 0) throw new WrongCall('Name one file.')
    const { rule, threshold } = values
    if (typeof rule === 'string' && !ruleIds.some((id) => id === rule) && !rule.startsWith('greedy-'))
      throw new WrongCall(`There is no rule "${rule}". Known: ${ruleIds.join(', ')}`)
    if (typeof threshold === 'string' && !/^\d{1,9}$/.test(threshold)) throw new WrongCall('--threshold takes a whole number.')
    const tallied = tallyFile(contentOf(name), {
      ...(typeof rule === 'string' ? { rule } : {}),
      ...(typeof threshold === 'string' ? { threshold: Number(threshold) } : {}),
    })
    if (!tallied.ok) {
      const sentences = sentencesOf(tallied.error)
      if (values.json) io.out(JSON.stringify({ error: { ...tallied.error, sentences } }, null, 2))
      for (const sentence of sentences) io.err(`${name}: ${sentence}`)
      return 1
    }
    if (values.json) io.out(JSON.stringify(asJson(tallied.value, values.check === true), null, 2))
    else {
      tellOutcome(tallied.value, io)
      if (values.check) tellCheck(tallied.value, io)
    }
    const { check, figures } = tallied.value
    return values.check && !(check?.follows && figures.length === 0) ? 1 : 0
  },
}

/** The commands of the room; none of them needs an open house. */
export const participationCommands: readonly Command<unknown>[] = [tallyCommand]
