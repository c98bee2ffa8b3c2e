import { domainToASCII } from 'node:url'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { MailAddress, MailDraft, MailFault, MailMessage } from './port.ts'

// RFC 5321: what stands before the @ without quotes. Nothing here can end a header line or begin another address.
const local = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/
const host = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/

/** The address as mail servers take it (a domain with umlauts in letters of the net); undefined when it is none. */
export function mailAddress(text: string): string | undefined {
  const trimmed = text.trim()
  // Reading the domain would silently drop line breaks in it.
  if (/[\s\p{C}]/u.test(trimmed)) return undefined
  const at = trimmed.lastIndexOf('@')
  const [name, domain] = [trimmed.slice(0, at), domainToASCII(trimmed.slice(at + 1)).toLowerCase()]
  if (at < 1 || !local.test(name) || /^\.|\.\.|\.$/.test(name) || !host.test(domain)) return undefined
  return `${name}@${domain}`
}

/** One line: whatever could end it becomes a space. */
const line = (text: string, most: number) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(new RegExp(`^(.{${most - 1}}).{2,}$`, 'su'), '$1…')

const named = (to: MailDraft['to']): MailAddress => (typeof to === 'string' ? { address: to } : to)

const httpsAddress = (text: string) => text.length < 1000 && /^https:\/\/[!-;=?-~]+$/.test(text) && URL.canParse(text)

/** Makes a mail fit to be sent, or says field by field what is wrong. Line breaks in subject and names become spaces; addresses with them are refused. */
export function compose(draft: MailDraft): Result<MailMessage, readonly MailFault[]> {
  const to = named(draft.to)
  const address = mailAddress(to.address)
  const replyTo = draft.replyTo === undefined ? undefined : mailAddress(draft.replyTo)
  const subject = line(draft.subject, 200)
  const faults: MailFault[] = []
  if (!address) faults.push({ field: 'to', fault: to.address.trim() ? 'invalid' : 'missing' })
  if (!subject) faults.push({ field: 'subject', fault: 'missing' })
  if (draft.text.length > 200_000 || draft.html.length > 400_000) faults.push({ field: 'text', fault: 'long' })
  if (draft.replyTo !== undefined && !replyTo) faults.push({ field: 'replyTo', fault: 'invalid' })
  if (draft.listUnsubscribe !== undefined && !httpsAddress(draft.listUnsubscribe))
    faults.push({ field: 'listUnsubscribe', fault: 'invalid' })
  if (!address || faults.length > 0) return fail(faults)
  const name = line(to.name ?? '', 100)
  const fromName = line(draft.fromName ?? '', 100)
  const { to: _to, replyTo: _replyTo, fromName: _fromName, ...rest } = draft
  return ok({
    ...rest,
    composed: true,
    to: { address, ...(name ? { name } : {}) },
    subject,
    ...(fromName ? { fromName } : {}),
    ...(replyTo ? { replyTo } : {}),
  })
}
