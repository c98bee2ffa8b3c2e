import type { Translate } from '#kernel/locale.ts'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Children, Link } from '#ui/vocabulary.ts'
import { Onward } from './parts.tsx'

export interface SignInPageProps {
  readonly t: Translate
  readonly action: string
  readonly email: string
  readonly wanted: string | undefined
  readonly faults: readonly FieldFault[]
  /** What happened before: signed out, password changed. */
  readonly told?: string | undefined
  /** Who is signed in already, and where the account is. */
  readonly person?: { readonly name: string; readonly href: string; readonly signOut: string } | undefined
  readonly passkey: Children
  readonly ways: readonly Link[]
  readonly more?: Children
}

/** Who is signed in already may go on or sign out. */
const Already = ({ person, t }: { readonly person: NonNullable<SignInPageProps['person']>; readonly t: Translate }) => (
  <>
    <Head title={t('identity.sign-in.already', { name: person.name })} lead={t('identity.sign-in.already.lead')} t={t} />
    <form method="post" action={person.signOut} class="alm-actions">
      <Button text={t('identity.account.go')} href={person.href} />
      <Button text={t('identity.sign-out')} kind="secondary" />
    </form>
  </>
)

/** Sign-in with address and password, and the other ways. */
export function SignInPage({ t, action, email, wanted, faults, told, person, passkey, ways, more }: SignInPageProps) {
  if (person) return <Already person={person} t={t} />
  return (
    <>
      <Head title={t('identity.sign-in')} lead={t('identity.sign-in.lead')} t={t} />
      {told && <Message kind="success" title={told} live t={t} />}
      <ErrorSummary faults={faults} t={t} />
      <form method="post" action={action} noValidate>
        <Onward wanted={wanted} />
        <FormStack>
          <TextField
            id="email"
            name="email"
            type="email"
            label={t('identity.email')}
            value={email}
            autocomplete="username"
            t={t}
          />
          <TextField
            id="password"
            name="password"
            type="password"
            label={t('identity.password')}
            autocomplete="current-password"
            t={t}
          />
          <div class="alm-actions">
            <Button text={t('identity.sign-in')} />
          </div>
        </FormStack>
      </form>
      <Section title={t('identity.sign-in.ways')} note={t('identity.sign-in.ways.note')}>
        {passkey}
        <LinkList links={ways} stacked />
      </Section>
      {more}
    </>
  )
}
