import type { Kysely } from 'kysely'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import { mailAddress } from './compose.ts'
import type { Mail } from './port.ts'
import {
  claimMail,
  type DueMail,
  deleteMailTo,
  deleteOldMail,
  giveUpExpired,
  insertMail,
  mailFigures,
  mailRefused,
  mailSent,
  mailWaits,
  recentMail,
} from './queue.ts'
import { openPost, type Post, refusalOf, type SmtpSettings } from './smtp.ts'

export interface MailHouse<Tables> {
  readonly config: Pick<Config, 'SMTP_URL' | 'MAIL_FROM' | 'ALLMENDE_MODE'>
  readonly database: Pick<Database<Tables>, 'system'>
  readonly jobs: Jobs
  readonly log: Log
  readonly metrics?: Metrics
  /** Only for servers whose nearness the address does not tell. */
  readonly loopback?: boolean
}

const job = 'platform/send-mail'
const minute = 60
/** Seconds until the next attempt for a mail that the server refused. */
const pauses = [minute, 5 * minute, 30 * minute, 2 * 3600, 6 * 3600, 12 * 3600]
/** A mail that the server puts off again and again is given up after three days, one that it refuses for good after four attempts. */
const patience = 3 * 24 * 3600_000
const finalAttempts = 4
/** An outage is told again after this time. */
const reminder = 15 * 60_000

/** When the next attempt is due, in seconds; undefined: never. */
export function nextAttempt(mail: Pick<DueMail, 'attempts' | 'created_at'>, final: boolean, now: Date): number | undefined {
  if (final && mail.attempts >= finalAttempts) return undefined
  if (now.getTime() - mail.created_at.getTime() > patience) return undefined
  return pauses[Math.min(mail.attempts, pauses.length) - 1] ?? minute
}

/** Opens the mail queue and says what its job does; the job runs where `jobs` were started. */
export function openMail<Tables>(house: MailHouse<Tables>): Mail {
  const { config, jobs, log } = house
  const db = house.database.system as unknown as Kysely<unknown>
  const server: SmtpSettings | undefined = config.SMTP_URL
    ? {
        url: config.SMTP_URL,
        from: config.MAIL_FROM ?? '',
        ...(house.loopback === undefined ? {} : { loopback: house.loopback }),
      }
    : undefined
  let toldAt = 0

  const alarm = async (code: string, reason: string) => {
    if (Date.now() - toldAt < reminder) return
    toldAt = Date.now()
    const { waiting } = await mailFigures(db)
    log.error({ code, reason, waiting }, 'the mail server cannot be used; mails wait and will be sent later')
  }
  /** Sends one mail; `away` when the server cannot be used, so that trying the next is of no use. */
  const sendOne = async (post: Post, mail: DueMail): Promise<'sent' | 'refused' | 'away'> => {
    try {
      await post.send(mail)
    } catch (error) {
      const { about, code, final } = refusalOf(error)
      if (about === 'server') {
        await mailWaits(db, mail.id, code)
        await alarm(code, error instanceof Error ? error.message : '')
        return 'away'
      }
      const after = nextAttempt(mail, final, new Date())
      await mailRefused(db, mail.id, code, after)
      log.warn({ mail: mail.id, code, attempt: mail.attempts }, after ? 'a mail was put off' : 'a mail was given up')
      return 'refused'
    }
    // Killed between the server's yes and this line, the mail goes out again: SMTP knows no other way.
    await mailSent(db, mail.id)
    if (toldAt > 0) log.info('the mail server can be used again')
    toldAt = 0
    return 'sent'
  }
  const sendDue = async (): Promise<number> => {
    await giveUpExpired(db)
    if (!server) return 0
    const post = openPost(server)
    let sent = 0
    try {
      for (let mail = await claimMail(db); mail; mail = await claimMail(db)) {
        const outcome = await sendOne(post, mail)
        if (outcome === 'away') break
        if (outcome === 'sent') sent++
      }
    } finally {
      post.close()
    }
    return sent
  }

  jobs.define(job, async () => void (await sendDue()), { retryLimit: 1, timeout: 3600 })
  jobs.schedule(job, '* * * * *')
  if (house.metrics) {
    house.metrics.gauge('platform_mail_waiting', 'Mails not sent yet', async () => (await mailFigures(db)).waiting)
    house.metrics.gauge(
      'platform_mail_oldest_seconds',
      'Age of the oldest mail not sent yet',
      async () => (await mailFigures(db)).oldest,
    )
    house.metrics.gauge('platform_mail_given_up', 'Mails given up in the last days', async () => (await mailFigures(db)).given_up)
  }
  const shown = !server && config.ALLMENDE_MODE === 'demonstration'
  return {
    async queue(trx, message) {
      const id = await insertMail(trx as unknown as Kysely<unknown>, message)
      if (server) await jobs.enqueue(trx, job, {})
      return id
    },
    recent: shown ? (limit) => recentMail(db, limit) : undefined,
    sendDue,
    forgetAddress: (trx, address) => deleteMailTo(trx as unknown as Kysely<unknown>, mailAddress(address) ?? address),
    forget: () => deleteOldMail(db, !server),
  }
}
