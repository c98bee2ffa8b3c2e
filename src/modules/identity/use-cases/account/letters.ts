import type { Transaction } from 'kysely'
import type { Site } from '#kernel/site.ts'
import type { IdentityTables } from '../../store/tenant-store.ts'

/** What is written to people about their accounts; each has its texts below `identity.mail.`. */
export type LetterKind =
  | 'sign-in'
  | 'password'
  | 'set-up'
  | 'email'
  | 'erase'
  | 'password-changed'
  | 'email-changed'
  | 'factor-changed'

/** A mail about an account. */
export interface Letter {
  readonly kind: LetterKind
  readonly site: Site
  readonly to: { readonly name: string; readonly email: string; readonly lang: string }
  /** Full address of the link. */
  readonly link?: string
  /** Minutes after which it says nothing true any more. */
  readonly minutes?: number
}

/** Hands a mail about an account in with the change that causes it. */
export type SendLetter = (trx: Transaction<IdentityTables>, letter: Letter) => Promise<void>
