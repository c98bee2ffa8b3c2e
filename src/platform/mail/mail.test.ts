import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { after, afterEach, before, suite, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { pino } from 'pino'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { translator } from '#kernel/locale.ts'
import { readConfig } from '#platform/config'
import { type Database, freePort, openDatabase } from '#platform/db'
import { type Jobs, openJobs } from '#platform/jobs'
import { openMetrics } from '#platform/metrics'
import { type TestDatabase, testDatabase } from '#support/database.ts'
import { until } from '#support/house.ts'
import { compose } from './compose.ts'
import { de } from './locales/de.ts'
import { type MailHouse, nextAttempt, openMail } from './mail.ts'
import { mailText } from './mail-text.ts'
import type { Mail, MailDraft, MailMessage } from './port.ts'

let place: TestDatabase
let database: Database
let tenant = ''
let said = ''
const ear = new Writable({
  write(line, _encoding, done) {
    said += line
    done()
  },
})
const log = pino({ level: 'info' }, ear)
const closing: (() => Promise<unknown>)[] = []

/** A mail server on this machine that keeps what it gets. */
async function postOffice(options: SMTPServerOptions = {}, at?: number) {
  const got: { from: string; to: string[]; raw: string }[] = []
  const seen: string[] = []
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom(address, _session, done) {
      seen.push(address.address)
      done()
    },
    onData(stream, session, done) {
      let raw = ''
      stream.on('data', (piece) => (raw += piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        got.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map((one) => one.address), raw })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const port = at ?? (await freePort())
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  const close = () => new Promise<void>((resolve) => server.close(resolve))
  closing.push(close)
  return { got, seen, port, close }
}

/** One process with a mail queue; its job runs only when `start` is called. */
function sender(
  port: number | undefined,
  given: Partial<MailHouse<unknown>> & { mode?: string } = {},
): { mail: Mail; jobs: Jobs } {
  const { mode = 'demonstration', ...rest } = given
  const config = readConfig({
    ALLMENDE_MODE: mode,
    ALLMENDE_SECRET: 'x'.repeat(40),
    PUBLIC_URL: 'https://portal.example',
    ...(port ? { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'portal@lindenrode.example' } : {}),
  })
  const jobs = openJobs(place.url, { log, poll: 0.5 })
  closing.push(() => jobs.stop(1000))
  return { mail: openMail({ config, database, jobs, log, ...rest }), jobs }
}

const site = { name: 'Stadt Lindenrode', contact: { organisation: 'Stadt Lindenrode', email: 'daten@lindenrode.example' } }
const words = (given: Partial<Parameters<typeof mailText>[0]> = {}) =>
  mailText({
    site,
    t: translator('de', de),
    paragraphs: ['Guten Tag,', 'jemand hat auf Ihren Vorschlag „Bänke“ geantwortet.'],
    action: { label: 'Antwort lesen', url: 'https://portal.example/vorschlag/7?a=1&b=2' },
    why: 'Sie folgen diesem Vorschlag.',
    ...given,
  })
function letter(given: Partial<MailDraft> = {}): MailMessage {
  const made = compose({
    tenant,
    to: { address: 'jana@example.org', name: 'Jana Albers' },
    subject: 'Antwort',
    ...words(),
    ...given,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}
const asApp = () => database.within({ tenant, readable: [tenant] })
const post = (mail: Mail, message = letter(), db: Kysely<unknown> = asApp()) =>
  db.transaction().execute((trx) => mail.queue(trx, message))
const row = async (id: string) =>
  (
    await sql<{
      sent_at: Date | null
      given_up_at: Date | null
      attempts: number
      error: string | null
      delete_after: Date | null
    }>`
    select * from platform_mail where id = ${id}`.execute(database.system)
  ).rows[0]
/** Time goes by for the queue. */
const later = (minutes: number) =>
  sql`update platform_mail set next_try_at = next_try_at - make_interval(mins => ${minutes}), claimed_until = claimed_until - make_interval(mins => ${minutes}),
    created_at = created_at - make_interval(mins => ${minutes}), delete_after = delete_after - make_interval(mins => ${minutes})`.execute(
    database.system,
  )
const unfolded = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')

suite('mail', () => {
  before(async () => {
    place = await testDatabase()
    database = openDatabase(place.url)
    tenant = randomUUID()
    await sql`insert into identity_tenant (id, slug, name, short_name, kind) values (${tenant}, 'ort', 'Ort', 'Ort', 'gemeinde')`.execute(
      database.system,
    )
  })
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()))
    await sql`truncate platform_mail`.execute(database.system)
    said = ''
  })
  after(async () => {
    await database?.close()
    await place?.close()
  })

  test('written with the change, sent by the job: with all headers, both parts, and who sends it and why', async () => {
    const office = await postOffice()
    const { mail, jobs } = sender(office.port)
    await jobs.start()
    await assert.rejects(
      asApp()
        .transaction()
        .execute(async (trx) => {
          await mail.queue(trx, letter({ subject: 'nie gesagt' }))
          throw new Error('no')
        }),
    )
    const message = letter({
      subject: 'Grüße aus „Lindenrode“',
      fromName: 'Stadt Lindenrode, Allmende',
      replyTo: 'amt@lindenrode.example',
      listUnsubscribe: 'https://portal.example/abmelden?t=1',
    })
    const id = await post(mail, message)
    await until(() => office.got.length > 0)
    const [{ from, to, raw } = { from: '', to: [], raw: '' }] = office.got
    assert.deepEqual([from, to], ['portal@lindenrode.example', ['jana@example.org']])
    const head = unfolded(raw)
    assert.match(head, /^From: "Stadt Lindenrode, Allmende" <portal@lindenrode\.example>$/m)
    assert.match(head, /^To: Jana Albers <jana@example\.org>$/m)
    assert.match(head, /^Reply-To: amt@lindenrode\.example$/m)
    assert.match(head, /^Auto-Submitted: auto-generated$/m)
    assert.match(head, /^List-Unsubscribe: <https:\/\/portal\.example\/abmelden\?t=1>$/m)
    assert.match(head, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
    assert.match(head, new RegExp(`^Message-ID: <${id}@lindenrode\\.example>$`, 'm'))
    assert.match(head, /^Subject: =\?UTF-8\?/m)
    assert.match(raw, /Content-Type: text\/plain; charset=utf-8[\s\S]*Content-Type: text\/html; charset=utf-8/)
    await until(async () => (await row(id))?.sent_at !== null)
    assert.equal(office.got.length, 1)
    const week = (await row(id))?.delete_after?.getTime() ?? 0
    assert.ok(Math.abs(week - Date.now() - 7 * 24 * 3600_000) < 60_000)
    assert.doesNotMatch(said, /jana|Albers|Grüße/i)
  })

  const elsewhere: readonly (readonly [string, SMTPServerOptions])[] = [
    ['whose certificate nobody vouches for', { disabledCommands: [] }],
    ['that offers no encryption', {}],
  ]
  for (const [what, options] of elsewhere)
    test(`a server elsewhere ${what} gets nothing, not even in clear; the mail waits, and the log says so`, async () => {
      const office = await postOffice(options)
      const { mail } = sender(office.port, { loopback: false })
      const id = await post(mail)
      assert.equal(await mail.sendDue(), 0)
      assert.deepEqual([office.seen, office.got], [[], []])
      const kept = await row(id)
      assert.deepEqual([kept?.sent_at, kept?.given_up_at, kept?.attempts], [null, null, 0])
      assert.match(said, /"level":50.*the mail server cannot be used/)
    })

  test('a server that is away and comes back: everything is sent then, once', async () => {
    const metrics = openMetrics()
    const port = await freePort()
    const { mail } = sender(port, { metrics })
    const ids = [await post(mail), await post(mail), await post(mail)]
    assert.equal(await mail.sendDue(), 0)
    await later(1)
    assert.equal(await mail.sendDue(), 0)
    assert.equal(said.match(/the mail server cannot be used/g)?.length, 1, 'one alarm, not one a minute')
    assert.match(await metrics.registry.metrics(), /^platform_mail_waiting 3$/m)
    const office = await postOffice({}, port)
    await later(1)
    assert.equal(await mail.sendDue(), 3)
    assert.equal(await mail.sendDue(), 0)
    assert.equal(office.got.length, 3)
    assert.ok((await Promise.all(ids.map(row))).every((one) => one?.sent_at))
    assert.match(said, /can be used again/)
    assert.match(await metrics.registry.metrics(), /^platform_mail_waiting 0$/m)
  })

  test('two processes at once send each mail once', async () => {
    const office = await postOffice()
    const pair = [sender(office.port).mail, sender(office.port).mail] as const
    for (let n = 0; n < 30; n++) await post(pair[0], letter({ subject: `Nummer ${n}` }))
    const [one, other] = await Promise.all([pair[0].sendDue(), pair[1].sendDue()])
    assert.equal(one + other, 30)
    const subjects = office.got.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1])
    assert.deepEqual([office.got.length, new Set(subjects).size], [30, 30])
  })

  test('what a killed process had in hand is sent by another when its claim is over', async () => {
    const office = await postOffice()
    const { mail } = sender(office.port)
    await post(mail)
    await sql`update platform_mail set claimed_until = now() + interval '5 minutes'`.execute(database.system)
    assert.equal(await mail.sendDue(), 0)
    await later(6)
    assert.equal(await mail.sendDue(), 1)
    assert.equal(office.got.length, 1)
  })

  test('an address that the server refuses does not hold up the others, and is given up after some attempts', async () => {
    const office = await postOffice({
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('weg') ? Object.assign(new Error(`no such user ${address}`), { responseCode: 550 }) : null),
    })
    const { mail } = sender(office.port)
    const lost = await post(mail, letter({ to: 'weg@example.org' }))
    await post(mail)
    assert.equal(await mail.sendDue(), 1)
    for (let n = 0; n < 4; n++) {
      await later(3 * 60)
      await mail.sendDue()
    }
    const kept = await row(lost)
    assert.deepEqual([kept?.attempts, kept?.error, kept?.given_up_at !== null], [4, 'EENVELOPE 550', true])
    assert.doesNotMatch(said, /weg@|no such user/)
  })

  test('what is no longer true is not sent', async () => {
    const office = await postOffice()
    const { mail } = sender(office.port)
    const id = await post(mail, letter({ validUntil: new Date(Date.now() - 1000) }))
    assert.equal(await mail.sendDue(), 0)
    assert.equal((await row(id))?.error, 'expired')
    assert.equal(office.got.length, 0)
  })

  test('after seven days nothing is left of what was sent; what waits stays', async () => {
    const office = await postOffice()
    const { mail } = sender(office.port)
    const sent = await post(mail)
    await mail.sendDue()
    await later(6 * 24 * 60)
    await mail.forget()
    assert.ok(await row(sent))
    const waits = await post(mail)
    await later(20 * 24 * 60)
    await mail.forget()
    assert.deepEqual([await row(sent), (await row(waits))?.sent_at], [undefined, null])
  })

  test('without a server mails stay and are shown in the demonstration, never in production', async () => {
    const { mail } = sender(undefined)
    await post(mail)
    const id = await post(mail, letter({ subject: 'Die neuere' }))
    assert.equal(await mail.sendDue(), 0)
    assert.equal((await row(id))?.sent_at, null)
    assert.deepEqual(
      (await mail.recent?.(10))?.map((one) => one.subject),
      ['Die neuere', 'Antwort'],
    )
    assert.match((await mail.recent?.(1))?.[0]?.text ?? '', /https:\/\/portal\.example\/vorschlag\/7\?a=1&b=2/)
    assert.equal(sender(undefined, { mode: 'production' }).mail.recent, undefined)
    assert.equal(sender(await freePort()).mail.recent, undefined)
  })

  test('pages write for their tenant only and read nothing', async () => {
    const { mail } = sender(undefined)
    await assert.rejects(post(mail, letter({ tenant: null })), /row-level security/)
    await post(mail, letter({ tenant: null }), database.system)
    await assert.rejects(sql`select text from platform_mail`.execute(asApp()), /permission denied/)
    await assert.rejects(sql`delete from platform_mail`.execute(asApp()), /permission denied/)
  })

  test('line breaks in subject and names never begin another header, as they go over the wire', async () => {
    const office = await postOffice()
    const { mail } = sender(office.port)
    const breaks = ['\r\n', '\n', '\r', '\u2028', '\u0085', '\0', '\v', '\f', '\r\n ']
    for (const end of breaks) {
      const evil = `Hallo${end}Bcc: opfer@example.org${end}${end}Zweiter Brief`
      await post(
        mail,
        letter({ subject: evil, fromName: evil, to: { address: 'jana@example.org', name: `${evil}" <x@y.example>` } }),
      )
    }
    assert.equal(await mail.sendDue(), breaks.length)
    for (const { raw, to } of office.got) {
      const head = unfolded(raw)
      assert.deepEqual(to, ['jana@example.org'])
      assert.doesNotMatch(head, /^(?:Bcc|Cc|Zweiter)/im)
      const names = head.split('\r\n').map((line) => /^[\w-]+(?=: )/.exec(line)?.[0])
      assert.deepEqual(names.toSorted(), [
        'Auto-Submitted',
        'Content-Type',
        'Date',
        'From',
        'MIME-Version',
        'Message-ID',
        'Subject',
        'To',
      ])
    }
  })

  test('the pauses between attempts grow, and end', () => {
    const now = new Date('2026-11-26T12:00:00Z')
    const old = (hours: number) => new Date(now.getTime() - hours * 3600_000)
    const pauses = [1, 2, 3, 4, 5, 6, 9].map((attempts) => nextAttempt({ attempts, created_at: old(1) }, false, now))
    assert.deepEqual(pauses, [60, 300, 1800, 7200, 21_600, 43_200, 43_200])
    assert.equal(nextAttempt({ attempts: 2, created_at: old(73) }, false, now), undefined)
    assert.equal(nextAttempt({ attempts: 4, created_at: old(1) }, true, now), undefined)
  })
})
