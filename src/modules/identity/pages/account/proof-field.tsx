import type { Translate } from '#kernel/locale.ts'
import { type Answer, page, type Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import type { FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { routes } from '../../routes.ts'
import { sessionIsFresh } from '../../store/account/sessions.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import { freshMinutes, type ProofFault, type ProofKind, proofNeeded, prove } from '../../use-cases/account/prove.ts'
import { groupOf } from './browser.ts'
import type { Known } from './known.ts'
import { accountView, field, waitWords } from './parts.tsx'

/** What a form asks for before something important changes. */
export const ProofField = ({
  t,
  need,
  error,
  again,
}: {
  readonly t: Translate
  readonly need: ProofKind
  readonly error?: string | undefined
  readonly again: string
}) =>
  need === 'password' ? (
    <TextField
      id="current"
      name="current"
      type="password"
      label={t('identity.proof')}
      help={t('identity.proof.help')}
      autocomplete="current-password"
      error={error}
      t={t}
    />
  ) : need === 'sign-in' ? (
    <Message kind="info" title={t('identity.proof.stale')} t={t}>
      <p>
        <a class="alm-link" href={again}>
          {t('identity.proof.again')}
        </a>
      </p>
    </Message>
  ) : null

/** Where somebody signs in anew and comes back to this page. */
export const againAddress = (visit: Visit): string =>
  visit.to(routes.signIn, {}, { erneut: '1', weiter: visit.path.split('?')[0] ?? '' })

/** What the form of a page has to ask for. */
export const needOf = (accounts: Accounts, { person, session }: Known, always = false): Promise<ProofKind> =>
  proofNeeded(accounts, person, session.id, always)

const wordsOf = (t: Translate, error: ProofFault): string =>
  error.fault === 'too-many'
    ? t('identity.code.too-many', { wait: waitWords(t, error.seconds) })
    : t(`identity.proof.${error.fault}`)

/** Goes on when somebody has shown that it is still he; else shows the page again with what is missing. */
export async function proven(
  accounts: Accounts,
  one: Known,
  options: { readonly always?: boolean },
  refuse: (faults: readonly FieldFault[]) => Promise<Answer>,
  then: () => Promise<Answer>,
): Promise<Answer> {
  const { visit, person, session } = one
  const done = await prove(accounts, {
    person,
    session: session.id,
    password: field(visit, 'current'),
    group: groupOf(visit),
    always: options.always ?? false,
  })
  return done.ok ? then() : refuse([{ field: 'current', text: wordsOf(visit.t, done.error) }])
}

/** Goes on only just after signing in, with all factors: whoever finds an open browser changes no second factor. Others are asked to sign in again. */
export async function justSignedIn(accounts: Accounts, one: Known, then: () => Promise<Answer>): Promise<Answer> {
  const { visit, session } = one
  if (await sessionIsFresh(accounts.db, session.id, freshMinutes)) return then()
  const title = visit.t('identity.proof.stale')
  const body = (
    <>
      <Head title={title} lead={visit.t('identity.proof.stale.lead')} t={visit.t} />
      <div class="alm-actions">
        <Button text={visit.t('identity.proof.again')} href={againAddress(visit)} />
      </div>
    </>
  )
  return page(accountView(title, body), visit.route.method === 'POST' ? 403 : 200)
}
