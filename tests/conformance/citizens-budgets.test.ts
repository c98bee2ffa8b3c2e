// Real votes of cities (pabulib.org) recounted: the winners that were really funded, and what another program made of the same ballots.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import { type RuleId, readPbVote, tallyFile } from '#participation'
import { readPb, writePb } from '#standards/pabulib'
import { naiveAdd1 } from '#support/naive-shares.ts'
import { sharedData, withoutShared } from '#support/shared.ts'

const skip = withoutShared()
const folder = path.join(sharedData() ?? '', 'pabulib')
const filesOf = (part: string) => (skip ? [] : readdirSync(path.join(folder, part)).map((file) => path.join(part, file)))
const all = [...filesOf('pb'), ...filesOf('checker-examples'), ...filesOf('pb-checker-errors')]
const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8')

/** A second reader, written from the format's description and sharing nothing with the first: three parts, a head in each, cells between semicolons. */
function readSecond(text: string) {
  const cells = [...text.replace(/^\uFEFF/, '').matchAll(/(?:^|(?<=[;\n]))(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r?\n|$)/g)]
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of cells) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? bare ?? '').trim())
    if (end !== ';') rows.push([])
  }
  const parts: Record<string, Record<string, string>[]> = {}
  let part: Record<string, string>[] = []
  let head: string[] | undefined
  for (const row of rows) {
    if (row.every((cell) => cell === '')) continue
    if (row.length === 1 && ['META', 'PROJECTS', 'VOTES'].includes(row[0] ?? '')) {
      part = parts[row[0] ?? ''] = []
      head = undefined
    } else if (!head) head = row
    else part.push(Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
  }
  return parts
}

const list = (cell: string | undefined) => (cell ? cell.split(',').map((one) => one.trim()) : [])

/** What both readers must agree on. */
function secondView(text: string) {
  const { META = [], PROJECTS = [], VOTES = [] } = readSecond(text)
  const meta = new Map(META.map(({ key, value }) => [key, value]))
  return {
    budget: Number(meta.get('budget')),
    type: meta.get('vote_type'),
    rule: meta.get('rule'),
    projects: PROJECTS.map(({ project_id, cost, name, votes }) => [project_id, Number(cost), name, votes]),
    votes: VOTES.map(({ voter_id, vote, points }) => [voter_id, list(vote), list(points).map(Number)]),
  }
}

function firstView(text: string) {
  const file = readPb(text)
  assert.ok(file.ok, JSON.stringify(file))
  const { budget, scale, voteType, rule, projects, votes } = file.value
  return {
    budget: budget / scale,
    type: voteType,
    rule,
    projects: projects.map(({ id, cost, fields }) => [id, cost / scale, fields.name, fields.votes]),
    votes: votes.map((vote) => [vote.voter, vote.projects, vote.points ?? []]),
  }
}

describe('.pb files', { skip }, () => {
  test('every file is read as a second reader reads it, and a second reader reads what is written', () => {
    assert.ok(all.length >= 40, `${all.length} files`)
    for (const name of all) {
      const text = textOf(name)
      assert.deepEqual(firstView(text), secondView(text), name)
      const file = readPb(text)
      assert.ok(file.ok)
      assert.deepEqual(secondView([...writePb(file.value)].join('')), secondView(text), name)
    }
  })
})

interface Expected {
  readonly rule: string
  readonly pabutools: Readonly<Record<string, readonly string[] | null>> | null
}
const expected: Readonly<Record<string, Expected>> = skip
  ? {}
  : JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8'))

function recount(name: string, rule?: RuleId) {
  const counted = tallyFile(textOf(name), rule ? { rule } : {})
  assert.ok(counted.ok, `${name}: ${JSON.stringify(counted)}`)
  return counted.value
}
const sorted = (ids: readonly string[]) => [...ids].sort()

/** Stated rules that are not counted, and why. */
const notCounted: Readonly<Record<string, string>> = {
  'greedy-exclusive': 'not-recountable-exclusive',
  unknown: 'unstated',
}

describe('real votes, by the rule that the file states', { skip }, () => {
  test('every published result follows its rule, and its figures are those of its ballots', () => {
    const seen: Record<string, number> = {}
    for (const [name, { rule }] of Object.entries(expected)) {
      const counted = tallyFile(textOf(`pb/${name}`))
      if (!counted.ok) {
        assert.deepEqual(counted.error.at === 'rule' && counted.error.fault.code, notCounted[rule], name)
        continue
      }
      const { check, figures } = counted.value
      if (!check) continue
      seen[rule] = (seen[rule] ?? 0) + 1
      assert.deepEqual(check, { follows: true, missing: [], extra: [] }, name)
      assert.deepEqual(figures, [], name)
    }
    assert.deepEqual(seen, { 'equalshares/add1': 2, 'greedy-threshold': 7, 'greedy-no-skip': 7, greedy: 3 })
  })

  // Both programs must agree without looking at the city's result, also where none is published.
  test('most votes first and equal shares agree with pabutools on every file that it counted', () => {
    let compared = 0
    for (const [name, { pabutools }] of Object.entries(expected)) {
      if (!pabutools) continue
      compared++
      assert.deepEqual(sorted(recount(`pb/${name}`, 'greedy').outcome.winners), sorted(pabutools.greedy_votes_cost ?? []), name)
      assert.deepEqual(sorted(recount(`pb/${name}`, 'equalshares').outcome.winners), sorted(pabutools.mes_cost ?? []), name)
    }
    assert.equal(compared, 22)
  })

  /**
   * pabutools stops raising as soon as no project fits into what is left; cities and the checker of pabulib go on until the next
   * raise overspends. On these three files that makes a difference.
   */
  const goesOn = [
    'Netherlands_Amsterdam_358.pb',
    'Netherlands_Amsterdam_522.pb',
    'Poland_Warszawa_2018_BoernerowoFort_RadiowoGrotyGorce.pb',
  ]

  test('raised shares agree with pabutools, but where it stops earlier', () => {
    for (const [name, { pabutools }] of Object.entries(expected)) {
      if (!pabutools) continue
      const mine = sorted(recount(`pb/${name}`, 'equalshares/add1').outcome.winners)
      const theirs = sorted(pabutools.mes_cost_add1 ?? [])
      if (goesOn.includes(name)) assert.notDeepEqual(mine, theirs, name)
      else assert.deepEqual(mine, theirs, name)
    }
    const name = 'Netherlands_Amsterdam_522.pb'
    const file = readPb(textOf(`pb/${name}`))
    assert.ok(file.ok)
    const { vote } = readPbVote(file.value)
    assert.deepEqual(sorted(naiveAdd1(vote, 'exhaustive')), sorted(expected[name]?.pabutools?.mes_cost_add1 ?? []))
    assert.deepEqual(naiveAdd1(vote, 'overspent'), recount(`pb/${name}`, 'equalshares/add1').outcome.winners)
  })
})

describe('what equal shares really funded', { skip }, () => {
  const elections = [
    { place: 'Swiecie_2023', winners: 17, without: 0.002 },
    { place: 'Assen_2024', winners: 9, without: 0.06 },
  ]
  for (const { place, winners, without } of elections) {
    test(place, () => {
      const { check, outcome } = recount(all.find((one) => one.includes(place)) ?? place, 'equalshares/add1')
      assert.equal(check?.follows, true)
      assert.equal(outcome.winners.length, winners)
      assert.ok(outcome.unrepresented / outcome.voters < without)
    })
  }

  test('in Świecie most votes first would have left 9.1 % with nothing', () => {
    const { outcome } = recount('pb/Poland_Swiecie_2023.pb', 'greedy')
    assert.deepEqual([outcome.winners.length, outcome.unrepresented, outcome.voters], [9, 232, 2553])
  })
})

describe('results that do not follow their rule', { skip }, () => {
  test('a winner that is exchanged is named, in every file with a result', () => {
    let changed = 0
    for (const name of all) {
      const file = readPb(textOf(name))
      if (!file.ok || notCounted[file.value.rule]) continue
      const { projects } = file.value
      const [won, lost] = ['1', '0'].map((selected) => projects.find(({ fields }) => fields.selected === selected))
      if (!won || !lost) continue
      const forged = projects.map((one) =>
        one === won || one === lost ? { ...one, fields: { ...one.fields, selected: one === won ? '0' : '1' } } : one,
      )
      const counted = tallyFile([...writePb({ ...file.value, projects: forged })].join(''))
      assert.ok(counted.ok)
      assert.deepEqual(counted.value.check, { follows: false, missing: [won.id], extra: [lost.id] }, name)
      changed++
    }
    assert.equal(changed, 16)
  })
})
