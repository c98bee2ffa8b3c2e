import type { TLSSocketOptions } from 'node:tls'
import type { DueMail } from './queue.ts'

/** A way to the mail server. `send` throws what the server or the net said; read it with `refusalOf`. */
export interface Post {
  send(mail: DueMail): Promise<void>
  close(): void
}

export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://...`. */
  readonly url: string
  readonly from: string
  /** The server runs on this machine, so that nobody listens between; worked out of the host without it. */
  readonly loopback?: boolean
}

const isLoopback = (host: string) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

/** How the server is reached: encrypted and with a valid certificate, or not at all; only on this machine it may be otherwise. */
export function smtpOptions({ url, loopback }: SmtpSettings) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const near = loopback ?? isLoopback(hostname)
  const tls: TLSSocketOptions & { minVersion: 'TLSv1.2' } = { minVersion: 'TLSv1.2', rejectUnauthorized: !near }
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
    secure: protocol === 'smtps:',
    requireTLS: protocol !== 'smtps:' && !near,
    tls,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // One connection for a row of mails; a mail is never handed in again behind our back.
    pool: true as const,
    maxConnections: 1,
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** Opens a way to the mail server; nothing is read or connected until the first mail. */
export function openPost(settings: SmtpSettings): Post {
  const open = async () => (await import('nodemailer')).createTransport(smtpOptions(settings))
  let transport: ReturnType<typeof open> | undefined
  const domain = settings.from.split('@').at(-1) ?? 'localhost'
  return {
    async send(mail) {
      transport ??= open()
      await (await transport).sendMail({
        // The same at every attempt: who gets it twice can tell.
        messageId: `<${mail.id}@${domain}>`,
        date: mail.created_at,
        from: { name: mail.from_name ?? '', address: settings.from },
        to: { name: mail.to_name ?? '', address: mail.to_address },
        ...(mail.reply_to ? { replyTo: mail.reply_to } : {}),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: {
          // RFC 3834: no answer of a machine comes back.
          'Auto-Submitted': 'auto-generated',
          ...(mail.list_unsubscribe
            ? { 'List-Unsubscribe': `<${mail.list_unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
            : {}),
        },
      })
    },
    close: () => void transport?.then((one) => one.close()),
  }
}

/** What went wrong: with the way to the server, or with this mail. `code` quotes nobody's address. */
export interface Refusal {
  readonly about: 'mail' | 'server'
  readonly code: string
  /** The server says that trying again is of no use. */
  readonly final: boolean
}

const ways = /^(?:ECONN\w*|ETIMEDOUT|ESOCKET|EDNS|ETLS|EREQUIRETLS|EPROTOCOL|E\w*AUTH2?|EPROXY|ECONFIG)$/

/** Reads what `send` threw. What is not clearly the way's fault is the mail's: it must not stand in front of the others for ever. */
export function refusalOf(error: unknown): Refusal {
  const { code = 'EUNKNOWN', responseCode, command } = (error ?? {}) as { code?: string; responseCode?: number; command?: string }
  const said = [code, responseCode].filter((part) => part !== undefined).join(' ')
  // A refused sender is a matter of settings, and every mail would meet it.
  const server = ways.test(code) || (code === 'EENVELOPE' && command === 'MAIL FROM')
  return { about: server ? 'server' : 'mail', code: said, final: !server && (responseCode ?? 0) >= 500 }
}
