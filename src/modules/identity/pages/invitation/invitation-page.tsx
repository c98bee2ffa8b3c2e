import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { passwordLength } from '../../model/account/password.ts'
import { routes } from '../../routes.ts'
import type { OpenInvitation } from '../../use-cases/accept-invitation.ts'
import type { Said } from '../people/invite-page.tsx'
import { errorOf } from '../staff-page.tsx'

interface Props {
  readonly visit: Visit
  readonly open: OpenInvitation
  readonly action: string
  readonly said: readonly Said[]
  readonly name: string
}

/** Somebody new: a name and a password make the account. */
const NewAccount = ({ visit, open, action, said, name }: Props) => {
  const { t } = visit
  return (
    <form method="post" action={action} noValidate>
      <FormStack>
        <p>{t('identity.invitation.new', { email: open.invitation.email })}</p>
        <TextField
          id="name"
          name="name"
          label={t('identity.invite.name')}
          value={name}
          autocomplete="name"
          maxLength={120}
          {...errorOf(said, 'name')}
          t={t}
        />
        <TextField
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          label={t('identity.invitation.password')}
          help={t('identity.invitation.password.help', { least: passwordLength.least })}
          {...errorOf(said, 'password')}
          t={t}
        />
        <TextField
          id="again"
          name="again"
          type="password"
          autocomplete="new-password"
          label={t('identity.invitation.again')}
          {...errorOf(said, 'again')}
          t={t}
        />
        <Actions>
          <Button text={t('identity.invitation.accept')} />
          <a class="alm-link" href={visit.to(routes.signIn, {}, { weiter: visit.path })}>
            {t('identity.invitation.other')}
          </a>
        </Actions>
      </FormStack>
    </form>
  )
}

const Account = (props: Props) => {
  const { visit, open, action } = props
  const { t } = visit
  const { person } = visit.actor
  const signIn = visit.to(routes.signIn, {}, { weiter: visit.path })
  if (person && visit.may('signed-in'))
    return (
      <form method="post" action={action}>
        <p>{t('identity.invitation.signed-in', { name: person.name, email: person.email })}</p>
        <Actions>
          <Button text={t('identity.invitation.accept-as', { name: person.name })} />
        </Actions>
      </form>
    )
  if (open.known || person)
    return (
      <>
        <p>{t('identity.invitation.known')}</p>
        <Actions>
          <Button text={t('identity.invitation.sign-in')} href={signIn} />
        </Actions>
      </>
    )
  return <NewAccount {...props} />
}

/** What the link in the mail opens. Opening it confirms nothing: programs that look through mails open every link. */
export function InvitationPage(props: Props) {
  const { visit, open, said } = props
  const { t } = visit
  const { roles, until } = open.invitation
  return (
    <>
      <Head
        title={t('identity.invitation.title', { site: visit.site.name })}
        lead={t('identity.invitation.lead', {
          roles: roles.map((role) => t(`identity.role.${role}`)).join(', '),
          day: formatDay(until, t.lang),
        })}
        t={t}
      />
      <ErrorSummary faults={said} t={t} />
      <Account {...props} />
    </>
  )
}

/** The link works no more, or never did. */
export const NoInvitation = ({ visit }: { readonly visit: Visit }) => {
  const { t, site } = visit
  return (
    <div class="alm-error alm-stack-3">
      <h1>{t('identity.invitation.over')}</h1>
      <p class="alm-lead">{t('identity.invitation.over.what', { site: site.name })}</p>
      <Actions>
        <Button text={t('identity.invitation.sign-in')} href={visit.to(routes.signIn)} />
      </Actions>
    </div>
  )
}
