import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { newKey } from '#participation'
import { type PlantedBudget, plantBudget } from '#support/budget.ts'
import { places } from '#support/house.ts'
import { hidden, httpClient } from '#support/http-client.ts'
import { mailTo, signedIn } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { limits } from '../../../model/limits.ts'

const { stadt } = places

suite('who may vote, by what must be shown', () => {
  let town: TestServer
  const budgets: Record<string, PlantedBudget> = {}
  const ballotOf = (level: string) => budgets[level]?.ballot ?? ''
  const fields = (more: Record<string, string> = {}) => ({ v: 'A', schritt: 'abgeben', schluessel: newKey(), ...more })
  const votesIn = async (level: string) => {
    const { rows } = await sql<{
      ballots: number
    }>`select ballots from participation_box where id = ${budgets[level]?.box.id}`.execute(town.house.database.system)
    return rows[0]?.ballots
  }
  before(async () => {
    town = await testServer()
    for (const level of ['email', 'account', 'bundid', 'none'])
      budgets[level] = await plantBudget(town, stadt, { slug: `haushalt-${level}`, level, codes: 0 })
  })
  after(() => town?.close())

  test('a confirmed address votes once; an address that nobody confirmed does not', async () => {
    const client = httpClient(town)
    const ballot = ballotOf('email')
    assert.match((await client.get(ballot)).body, /E-Mail-Adresse bestätigen/)
    assert.match((await client.post(ballot, fields())).body, /E-Mail-Adresse bestätigen/)
    await client.post(ballot, { schritt: 'link', email: 'Elke@post.example' })
    const link = (await mailTo(town, 'Elke@post.example'))?.link ?? ''
    const opened = await client.get(link)
    assert.match(opened.body, /Wofür soll/)
    const ausweis = hidden(opened, 'ausweis')
    const forged = `${ausweis[0] === '0' ? '1' : '0'}${ausweis.slice(1)}`
    assert.match((await client.post(ballot, fields({ ausweis: forged }))).body, /E-Mail-Adresse bestätigen/)
    assert.equal(await votesIn('email'), 0)
    assert.equal((await client.post(ballot, fields({ ausweis }))).statusCode, 200)
    assert.match((await client.post(ballot, fields({ ausweis }))).body, /Damit wurde schon abgestimmt/)
    assert.equal(await votesIn('email'), 1)
  })

  test('when too many links went to one line the page asks for the puzzle, and does not say that it wrote', async () => {
    const ask = (n: number) =>
      httpClient(town, { address: '10.35.0.1' }).post(ballotOf('email'), { schritt: 'link', email: `eva-${n}@post.example` })
    await Promise.all(Array.from({ length: limits.votePass.line }, (_, n) => ask(n)))
    const slowed = await ask(limits.votePass.line)
    assert.equal(slowed.statusCode, 429)
    assert.match(slowed.body, /name="puzzle"/)
    assert.doesNotMatch(slowed.body, /Wir haben Ihnen eine E-Mail geschickt/)
  })

  test('an account votes once, and only when its second factor was shown where its role wants one', async () => {
    const ballot = ballotOf('account')
    const half = await signedIn(town, { [stadt]: ['participation-officer'] }, { strong: false })
    for (const client of [httpClient(town), httpClient(town, half)])
      assert.match((await client.post(ballot, fields())).body, /brauchen Sie ein Konto/)
    assert.equal(await votesIn('account'), 0)
    const whole = httpClient(town, await signedIn(town, {}))
    assert.match((await whole.post(ballot, fields())).body, /Ihre Stimme ist abgegeben/)
    assert.match((await whole.post(ballot, fields())).body, /Damit wurde schon abgestimmt/)
    assert.equal(await votesIn('account'), 1)
  })

  test('an account does not stand in for a BundID', async () => {
    const client = httpClient(town, await signedIn(town, {}))
    assert.match((await client.get(ballotOf('bundid'))).body, /brauchen Sie die BundID/)
    assert.match((await client.post(ballotOf('bundid'), fields())).body, /brauchen Sie die BundID/)
    assert.equal(await votesIn('bundid'), 0)
  })

  test('without any proof a browser votes once, and only with the number that we gave it', async () => {
    const client = httpClient(town)
    const ballot = ballotOf('none')
    assert.match((await client.post(ballot, fields())).body, /hat sich nicht gemerkt/)
    assert.match((await client.post(ballot, fields())).body, /Ihre Stimme ist abgegeben/)
    assert.match((await client.post(ballot, fields())).body, /Damit wurde schon abgestimmt/)
    const madeUp = httpClient(town, { cookie: 'allmende-vote=BwcHBwcHBwcHBwcHBwcHBw.wdvrvbT4Shqe_4sFsj3zPA' })
    assert.match((await madeUp.post(ballot, fields())).body, /hat sich nicht gemerkt/)
    assert.equal(await votesIn('none'), 1)
  })
})
