import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { WrongCall } from '#kernel/command.ts'
import { participationCommands } from './commands.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'allmende-tally-'))
after(() => rmSync(folder, { recursive: true }))

const sound = `META
key;value
num_votes;3
budget;100.50
vote_type;approval
rule;greedy
PROJECTS
project_id;cost;votes;selected
bank;60.50;2;1
baum;40;1;1
platz;90;1;0
VOTES
voter_id;vote
1;bank,baum
2;bank
3;platz
`

/** Calls `tally` on a file with this text; gives exit code and what it said. */
async function call(text: string, values: Record<string, string | boolean> = {}) {
  const file = path.join(folder, 'vote.pb')
  writeFileSync(file, text)
  const said = { out: '', err: '' }
  const io = {
    out(line: string) {
      said.out += `${line}\n`
    },
    err(line: string) {
      said.err += `${line}\n`
    },
    progress() {},
  }
  const [tally] = participationCommands
  assert.ok(tally)
  const code = await tally.run({ values, positionals: [file], raw: [] }, io, async () => assert.fail('no house is needed'))
  return { code, ...said }
}

test('winners, cost, budget, order and who is left with nothing, as JSON', async () => {
  const { code, out } = await call(sound, { json: true })
  assert.equal(code, 0)
  const { explanation, ...answer } = JSON.parse(out)
  assert.deepEqual(answer, {
    rule: 'greedy',
    winners: ['bank', 'baum'],
    cost: 100.5,
    budget: 100.5,
    order: ['bank', 'baum', 'platz'],
    unrepresented: 1,
    voters: 3,
  })
  assert.deepEqual(explanation.projects[2].reason, { why: 'too-dear', left: 0, missing: 900 })
})

test('for people: every project has its sentence', async () => {
  const { out } = await call(sound, { check: true })
  assert.match(out, /cost: 100\.50 of a budget of 100\.50/)
  assert.match(out, /\+ bank: Chosen \(2 votes\): 100\.50 were left, the project costs 60\.50, which left 40\./)
  assert.match(out, /- platz: Not chosen \(1 vote\): .* 90 were missing\./)
  assert.match(out, /check: the published result follows greedy/)
})

test('--check ends with 1 where the result, a figure or a result at all is missing, and names what differs', async () => {
  const other = await call(sound.replace('1;0', '1;1').replace('2;1', '2;0'), { check: true })
  assert.equal(other.code, 1)
  assert.match(other.out, /not published as winners: bank\n.*not won by the rule: platz/)
  const figures = await call(sound.replace('60.50;2', '60.50;7').replace('num_votes;3', 'num_votes;4'), { check: true })
  assert.equal(figures.code, 1)
  assert.match(
    figures.out,
    /num_votes: the file says 4, its ballots give 3\n {2}votes of bank: the file says 7, its ballots give 2/,
  )
  const none = await call(sound.replaceAll(';selected', ';note'), { check: true })
  assert.equal(none.code, 1)
  assert.match(none.out, /publishes no result/)
})

test('what cannot be read or counted ends with 1 and a sentence; a wrong call is told as such', async () => {
  const broken = await call(sound.replace('2;bank', '2;bänk'))
  assert.deepEqual(
    [broken.code, broken.err.replace(/^.*: line/, 'line')],
    [1, 'line 15: The vote names the project “bänk”, which is not in the list.\n'],
  )
  const exclusive = await call(sound.replace('rule;greedy', 'rule;greedy-exclusive'))
  assert.equal(exclusive.code, 1)
  assert.match(exclusive.err, /cannot be recounted/)
  assert.match((await call(sound, { rule: 'greedy-threshold' })).err, /needs a minimum/)
  assert.equal((await call(sound, { rule: 'greedy-threshold', threshold: '2' })).code, 0)
  await assert.rejects(call(sound, { rule: 'phragmen' }), WrongCall)
  await assert.rejects(call(sound, { rule: 'greedy-threshold', threshold: 'two' }), WrongCall)
})

test("a file's minimum belongs to the rule that it states", async () => {
  const text = sound.replace('rule;greedy', 'rule;greedy-threshold\nmin_project_score_threshold;2')
  assert.deepEqual(JSON.parse((await call(text, { json: true })).out).winners, ['bank'])
  assert.deepEqual(JSON.parse((await call(text, { json: true, rule: 'greedy' })).out).winners, ['bank', 'baum'])
})

test('a project that was withdrawn by its price stops nobody', async () => {
  const text = sound.replace('baum;40', 'baum;999999999').replace('rule;greedy', 'rule;greedy-no-skip')
  const { winners, explanation } = JSON.parse((await call(text, { json: true })).out)
  assert.deepEqual([winners, explanation.withdrawn], [['bank'], ['baum']])
})
