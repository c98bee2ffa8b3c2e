// A public conversation goes through the tables, the thread and the snapshot, and comes out as the arithmetic says it.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { must } from '#kernel/result.ts'
import { participationDefinition } from '#plaques/participation'
import { type conversations, readConversation } from '#support/conversations.ts'
import { places } from '#support/house.ts'
import { signedIn } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { withoutShared } from '#support/shared.ts'
import { opinionMap } from '../../model/opinion/opinion-map.ts'
import { countVotes } from '../../model/opinion/votes.ts'
import { answers } from './model/answer.ts'
import { plantMap } from './plant-map.ts'
import { plantVotes } from './store/plant-votes.ts'
import { resultOf } from './store/result-store.ts'
import { computeMap } from './use-cases/compute-map.ts'

let town: TestServer
const site = () => town.site(places.stadt)
const system = () => town.house.database.system
const values = { agree: answers.zu, disagree: answers.nicht, pass: answers.weiter } as const

/** Brings a published conversation in: statements by their numbers, participants by a hash as ours have. */
async function bring(name: (typeof conversations)[number]) {
  const { votes, hidden, statements: published } = readConversation(name)
  const numbers = [...new Set([...published.keys(), ...votes.map(({ statement }) => statement)])]
  const map = await plantMap(town.house, site(), { statements: numbers.map((number) => `Aussage ${number} zur Probe`) })
  const ids = new Map(numbers.map((number, at) => [number, must(map.statements[at], number).id]))
  const id = (number: string) => must(ids.get(number), number)
  const who = new Map(
    [...new Set(votes.map(({ person }) => person))].map((person) => [person, createHash('sha256').update(person).digest()]),
  )
  const last = countVotes(votes).last
  await plantVotes(
    system(),
    { tenant: site().id, procedure: map.id },
    last.map(({ person, statement, choice }) => ({
      participant: must(who.get(person), person),
      statement: id(statement),
      value: values[choice],
    })),
  )
  await sql`update participation_opinion_statement set shown = false where id = any(${[...hidden].map(id)}::uuid[])`.execute(
    system(),
  )
  const expected = opinionMap(
    last.map((vote) => ({ ...vote, person: must(who.get(vote.person), '').toString('hex'), statement: id(vote.statement) })),
    new Set([...hidden].map(id)),
  )
  return { map, id, who, hidden, expected, last }
}

suite('published conversations through the format', { skip: withoutShared() }, () => {
  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', participationDefinition.id] } } })
  })
  after(() => town?.close())

  for (const name of ['brexit-consensus', 'scoop-hivemind.taxes', 'vtaiwan.uberx'] as const)
    test(`${name}: the snapshot says what the arithmetic says, to the last digit`, async () => {
      const { map, expected, hidden, last } = await bring(name)
      const began = performance.now()
      assert.equal(await computeMap(town.house, site().id, map.id), true)
      assert.ok(performance.now() - began < 20_000)
      const { result } = must(await resultOf(system(), map.id), 'a snapshot')
      assert.equal(result.placed, expected.places.length)
      assert.equal(result.answers, last.filter(({ statement }) => !hidden.has(statement)).length)
      assert.equal(result.silhouette, expected.silhouette)
      assert.deepEqual(
        result.groups.map(({ size, typical }) => ({ size, representative: typical })),
        JSON.parse(JSON.stringify(expected.groups)),
      )
      assert.deepEqual({ agree: result.agree, disagree: result.disagree }, JSON.parse(JSON.stringify(expected.consensus)))
      for (const [at, statement] of expected.statements.entries()) {
        const own = result.statements.find(({ id }) => id === statement)
        assert.deepEqual(
          own?.groups,
          expected.tallies.map((group) => group[at]),
        )
      }
      assert.doesNotMatch(JSON.stringify(result), /[0-9a-f]{64}/, 'nobody is in it')
      assert.equal(await computeMap(town.house, site().id, map.id), false, 'what did not change is not computed again')
    })

  test('taken away in the published layout, a program for it reads the same conversation', async () => {
    const { map, expected, who, last } = await bring('brexit-consensus')
    await computeMap(town.house, site().id, map.id)
    const { cookie } = await signedIn(town, { [places.stadt]: ['administrator'] })
    const read = async (file: string): Promise<Record<string, string>[]> => {
      const answer = await town.get(`/${places.stadt}/intern/meinungsbilder/${map.id}/${file}`, { cookie })
      assert.equal(answer.statusCode, 200)
      assert.doesNotMatch(answer.body, /[0-9a-f]{64}/, 'no participant key leaves the house')
      return parse(answer.body, { columns: true })
    }
    const [votes, comments, people] = await Promise.all(['votes.csv', 'comments.csv', 'participants-votes.csv'].map(read))
    assert.ok(votes && comments && people)
    assert.deepEqual(Object.keys(must(votes[0], 'a vote')), ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'])
    assert.deepEqual(Object.keys(must(comments[0], 'a comment')).slice(2), [
      'comment-id',
      'author-id',
      'agrees',
      'disagrees',
      'moderated',
      'comment-body',
    ])
    assert.equal(votes.length, last.length)
    const sum = (choice: string) => votes.filter(({ vote }) => vote === choice).length
    assert.equal(sum('1'), last.filter(({ choice }) => choice === 'agree').length, '+1 is agree')
    assert.equal(
      comments.reduce((all, { agrees }) => all + Number(agrees), 0),
      sum('1'),
    )
    assert.equal(people.length, who.size)
    assert.deepEqual(
      people
        .map((row) => row['group-id'])
        .filter(Boolean)
        .sort(),
      expected.places.map(({ group }) => String(group)).sort(),
    )
    for (const row of people)
      assert.equal(votes.filter((vote) => vote['voter-id'] === row.participant).length, Number(row['n-votes']))
  })
})
