import type { Translate } from '#kernel/locale.ts'
import { Button } from '#ui/components/button/button.tsx'
import { Copy } from '#ui/components/copy/copy.tsx'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { errorOf, Onward } from './parts.tsx'
import { QrCode } from './qr-code.tsx'

interface CodeFormProps {
  readonly t: Translate
  readonly action: string
  readonly wanted?: string | undefined
  readonly faults: readonly FieldFault[]
  readonly submit: string
  readonly help: string
  readonly value?: string | undefined
  readonly children?: Children
}

const CodeForm = ({ t, action, wanted, faults, submit, help, value, children }: CodeFormProps) => (
  <form method="post" action={action} noValidate>
    <Onward wanted={wanted} />
    {children}
    <FormStack>
      <TextField
        id="code"
        name="code"
        label={t('identity.code')}
        help={help}
        value={value}
        autocomplete="one-time-code"
        error={errorOf(faults, 'code')}
        t={t}
      />
      <div class="alm-actions">
        <Button text={submit} />
      </div>
    </FormStack>
  </form>
)

const SignOut = ({ t, action }: { readonly t: Translate; readonly action: string }) => (
  <form method="post" action={action} class="identity-quiet">
    <Button text={t('identity.second.other')} kind="secondary" />
  </form>
)

export interface ShowCodePageProps extends Omit<CodeFormProps, 'submit' | 'help'> {
  readonly signOut: string
  /** The code itself: accounts of the demonstration only. */
  readonly demo?: string | undefined
  readonly more?: Children
}

/** Asks for the second factor that was set up. */
export const ShowCodePage = ({ demo, signOut, more, ...form }: ShowCodePageProps) => (
  <>
    <Head title={form.t('identity.second')} lead={form.t('identity.second.lead')} t={form.t} />
    <ErrorSummary faults={form.faults} t={form.t} />
    {demo && (
      <Message kind="info" title={form.t('identity.second.demo', { code: demo })} t={form.t}>
        {form.t('identity.second.demo.detail')}
      </Message>
    )}
    <CodeForm {...form} value={demo} submit={form.t('identity.second.submit')} help={form.t('identity.code.help.any')} />
    {more}
    <SignOut t={form.t} action={signOut} />
  </>
)

export interface SetUpPageProps extends Omit<CodeFormProps, 'submit' | 'help'> {
  readonly title?: string | undefined
  readonly lead?: string | undefined
  readonly secret: string
  readonly sealed: string
  readonly address: string
  readonly signOut?: string | undefined
  readonly more?: Children
}

/** Leads through setting up an authenticator app: picture, text, first code. */
export const SetUpPage = ({ title, lead, secret, sealed, address, signOut, more, ...form }: SetUpPageProps) => {
  const { t } = form
  return (
    <>
      <Head title={title ?? t('identity.set-up')} lead={lead ?? t('identity.set-up.lead')} t={t} />
      <ErrorSummary faults={form.faults} t={t} />
      <Section title={t('identity.set-up.one')} note={t('identity.set-up.one.note')} id="app">
        <QrCode text={address} label={t('identity.set-up.qr')} />
        <p>{t('identity.set-up.text')}</p>
        <Copy text={secret.replace(/(.{4})(?=.)/g, '$1 ')} label={t('identity.set-up.secret')} t={t} />
        <p>
          <a class="alm-link" href={address}>
            {t('identity.set-up.same')}
          </a>
        </p>
      </Section>
      <Section title={t('identity.set-up.two')} note={t('identity.set-up.two.note')} id="pruefen">
        <CodeForm {...form} submit={t('identity.set-up.submit')} help={t('identity.code.help.app')}>
          <input type="hidden" name="offer" value={sealed} />
        </CodeForm>
      </Section>
      {more}
      {signOut && <SignOut t={t} action={signOut} />}
    </>
  )
}

/** The recovery codes, this once. */
export const CodesPage = ({
  t,
  codes,
  next,
}: {
  readonly t: Translate
  readonly codes: readonly string[]
  readonly next: string
}) => (
  <>
    <Head title={t('identity.codes')} lead={t('identity.codes.lead')} t={t} />
    <Message kind="warning" title={t('identity.codes.once')} t={t}>
      {t('identity.codes.once.detail')}
    </Message>
    <ul class="identity-codes">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
    <div class="alm-actions">
      <Button text={t('identity.codes.kept')} href={next} />
    </div>
  </>
)
