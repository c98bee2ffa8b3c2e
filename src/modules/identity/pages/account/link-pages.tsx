import type { Translate } from '#kernel/locale.ts'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { errorOf, Onward } from './parts.tsx'

interface FormProps {
  readonly t: Translate
  readonly action: string
  readonly faults: readonly FieldFault[]
}

/** Asks for the address that a link is sent to. `kind` is `link` or `forgot`: texts `identity.link...`. */
export const RequestPage = ({
  t,
  action,
  faults,
  kind,
  email,
  wanted,
}: FormProps & { readonly kind: 'link' | 'forgot'; readonly email: string; readonly wanted?: string | undefined }) => (
  <>
    <Head title={t(`identity.${kind}`)} lead={t(`identity.${kind}.lead`)} t={t} />
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
          error={errorOf(faults, 'email')}
          t={t}
        />
        <div class="alm-actions">
          <Button text={t(`identity.${kind}.submit`)} />
        </div>
      </FormStack>
    </form>
  </>
)

/** The same for everybody: if there is an account, there is a mail. */
export const SentPage = ({ t, minutes, again }: { readonly t: Translate; readonly minutes: number; readonly again: string }) => (
  <>
    <Head title={t('identity.sent')} lead={t('identity.sent.lead', { count: minutes })} t={t} />
    <p>{t('identity.sent.missing')}</p>
    <p>
      <a class="alm-link" href={again}>
        {t('identity.sent.again')}
      </a>
    </p>
  </>
)

/** What opening a link leads to: nothing has happened yet; the button does it. */
export const ConfirmPage = ({
  t,
  action,
  title,
  lead,
  submit,
  wanted,
}: Pick<FormProps, 't' | 'action'> & {
  readonly title: string
  readonly lead: string
  readonly submit: string
  readonly wanted?: string | undefined
}) => (
  <>
    <Head title={title} lead={lead} t={t} />
    <form method="post" action={action}>
      <Onward wanted={wanted} />
      <Button text={submit} />
    </form>
  </>
)

/** The link is used up or has run out. */
export const GonePage = ({ t, again, submit }: { readonly t: Translate; readonly again: string; readonly submit: string }) => (
  <>
    <Head title={t('identity.gone')} lead={t('identity.gone.lead')} t={t} />
    <div class="alm-actions">
      <Button text={submit} href={again} />
    </div>
  </>
)

/** A new password, by a link of a mail. */
export const NewPasswordPage = ({
  t,
  action,
  faults,
  first,
  email,
}: FormProps & { readonly first: boolean; readonly email: string }) => (
  <>
    <Head
      title={t(first ? 'identity.set-up-account' : 'identity.new-password')}
      lead={t(first ? 'identity.set-up-account.lead' : 'identity.new-password.lead')}
      t={t}
    />
    <ErrorSummary faults={faults} t={t} />
    <form method="post" action={action} noValidate>
      {/* Read by password managers only. */}
      <input type="hidden" name="username" autocomplete="username" value={email} />
      <FormStack>
        <TextField
          id="password"
          name="password"
          type="password"
          label={t('identity.new-password.field')}
          help={t('identity.new-password.help')}
          autocomplete="new-password"
          error={errorOf(faults, 'password')}
          t={t}
        />
        <div class="alm-actions">
          <Button text={t('identity.new-password.submit')} />
        </div>
      </FormStack>
    </form>
  </>
)
