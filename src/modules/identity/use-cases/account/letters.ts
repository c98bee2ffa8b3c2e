import type { Transaction } from 'kysely'
import type { Translate } from '#kernel/locale.ts'
import { Bug } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { compose, type Mail, mailText } from '#platform/mail'
import type { IdentityTables } from '../../store/tenant-store.ts'

/** What is written to people about their accounts; each has its texts below `identity.mail.`. */
export type LetterKind = 'sign-in' | 'password' | 'email' | 'erase' | 'password-changed' | 'email-changed' | 'factor-changed'

/** A mail about an account. */
export interface Letter {
  readonly kind: LetterKind
  readonly site: Site
  readonly to: { readonly name: string; readonly email: string; readonly lang: string }
  /** Full address of the link, and the minutes it is good for; afterwards the mail is not sent any more. */
  readonly link?: { readonly url: string; readonly minutes: number }
}

/** What letters need of the house. */
export interface LetterHouse {
  readonly mail: Pick<Mail, 'queue' | 'forgetAddress'>
  /** The texts of a language; German where there is no such language. */
  translate(lang: string): Translate
  now(): Date
}

/** Hands a mail about an account in with the change that causes it. */
export async function sendLetter(house: LetterHouse, trx: Transaction<IdentityTables>, letter: Letter): Promise<void> {
  const { kind, site, to, link } = letter
  const t = house.translate(to.lang)
  const words = { name: to.name, site: site.name, count: link?.minutes ?? 0 }
  const made = compose({
    tenant: site.id,
    to: { address: to.email, name: to.name },
    fromName: site.name,
    subject: t(`identity.mail.${kind}.subject`, words),
    ...mailText({
      site,
      t,
      paragraphs: [t('identity.mail.greeting', words), t(`identity.mail.${kind}`, words)],
      ...(link ? { action: { label: t(`identity.mail.${kind}.do`, words), url: link.url } } : {}),
      why: t(link ? 'identity.mail.why.asked' : 'identity.mail.why.changed', words),
    }),
    ...(link ? { validUntil: new Date(house.now().getTime() + link.minutes * 60_000) } : {}),
  })
  // An address is checked before it becomes that of an account.
  if (!made.ok) throw new Bug(`a letter cannot be written: ${made.error.map(({ field, fault }) => `${field} ${fault}`).join()}`)
  await house.mail.queue(trx, made.value)
}
