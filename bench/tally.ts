// Counting of citizens' budgets: every .pb file at hand and generated votes of the size of large towns. Beside it, in the same run:
// merely reading the file, and for small votes a fraction for every voter.
//   npm run bench -- tally [--naive 500]
import { readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type BudgetVote, readPbVote, tally } from '#participation'
import { readPb } from '#standards/pabulib'
import { naiveAdd1 } from '#support/naive-shares.ts'
import { sharedData } from '#support/shared.ts'

const { values } = parseArgs({ options: { naive: { type: 'string', default: '500' } } })
/** The naive way is asked where a vote has at most so many voters. */
const naiveVoters = Number(values.naive)

/** Milliseconds of one run. Processor time tells more than the clock where other programs run beside. */
interface Time {
  readonly clock: number
  readonly processor: number
}

/** The middle of five runs, or the only one of what takes long. */
function time(work: () => unknown): Time {
  const times: Time[] = []
  do {
    const [begun, before] = [performance.now(), process.cpuUsage()]
    work()
    const { user, system } = process.cpuUsage(before)
    times.push({ clock: performance.now() - begun, processor: (user + system) / 1_000 })
  } while (times.length < 5 && (times[0]?.clock ?? 0) < 2_000)
  return times.sort((x, y) => x.processor - y.processor)[Math.floor(times.length / 2)] ?? { clock: 0, processor: 0 }
}

const ms = (time: Time | undefined) =>
  (time === undefined ? '-' : time.processor.toFixed(time.processor < 10 ? 1 : 0)).padStart(8)

function line(name: string, vote: BudgetVote, reading?: Time): Time | undefined {
  const shares = tally(vote, { id: 'equalshares/add1' })
  const raises = shares.ok ? String(shares.value.endowment?.raises ?? 0) : '-'
  const greedy = time(() => tally(vote, { id: 'greedy' }))
  const add1 = shares.ok ? time(() => tally(vote, { id: 'equalshares/add1' })) : undefined
  const naive = shares.ok && vote.ballots.length <= naiveVoters ? time(() => naiveAdd1(vote, 'overspent')) : undefined
  console.log(
    `${name.slice(0, 44).padEnd(44)} ${String(vote.ballots.length).padStart(7)} ${String(vote.projects.length).padStart(5)} ${ms(reading)} ${ms(greedy)} ${ms(add1)} ${raises.padStart(7)} ${ms(naive)}`,
  )
  return add1
}

/** A vote with chosen size: popular and rare projects, ballots of one to nine. The same numbers every time. */
function generated(voters: number, projects: number): BudgetVote {
  let state = 1
  const chance = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const list = Array.from({ length: projects }, (_, at) => ({ id: `p${at}`, cost: 5_000 + Math.floor(chance() ** 2 * 200_000) }))
  const ballots = Array.from({ length: voters }, () => {
    const chosen = new Set<string>()
    const wanted = 1 + Math.floor(chance() * 9)
    while (chosen.size < wanted) chosen.add(`p${Math.floor(chance() ** 2 * projects)}`)
    return { projects: [...chosen] }
  })
  return { kind: 'approval', unit: 1, budget: projects * 25_000, projects: list, ballots }
}

console.log(`load ${loadavg()[0]?.toFixed(1)} at the start; milliseconds of processor, the middle of five`)
console.log(`${'vote'.padEnd(44)}  voters  proj.  reading   greedy     add1  raises    naive`)
let longest: Time = { clock: 0, processor: 0 }
const folder = path.join(sharedData() ?? '', 'pabulib/pb')
for (const file of sharedData() ? readdirSync(folder).sort() : []) {
  const content = readFileSync(path.join(folder, file))
  const read = readPb(content)
  if (!read.ok) throw new Error(`${file}: ${read.error[0]?.code} in line ${read.error[0]?.line}`)
  const { vote } = readPbVote(read.value)
  const counted = line(
    file.replace('.pb', ''),
    vote,
    time(() => readPb(content)),
  )
  if (counted && counted.processor > longest.processor) longest = counted
}
console.log(`longest of the files with add1: ${ms(longest).trim()} ms of processor, ${longest.clock.toFixed(0)} ms by the clock`)
for (const [voters, projects] of [
  [6_586, 64],
  [20_000, 100],
  [100_000, 150],
] as const)
  line(`generated`, generated(voters, projects))
console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`)
