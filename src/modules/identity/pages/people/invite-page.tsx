import { roles } from '#kernel/actor.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { invitationDays } from '../../model/granting.ts'
import { routes } from '../../routes.ts'
import { errorOf } from '../staff-page.tsx'

export interface Said {
  readonly field: string
  readonly text: string
}

/** The roles to tick, each with what it is for. */
export const RolesField = ({
  values,
  said,
  t,
  label,
  help,
}: {
  readonly values: readonly string[]
  readonly said: readonly Said[]
  readonly t: Translate
  readonly label: string
  readonly help?: string
}) => (
  <ChoiceField
    id="roles"
    name="roles"
    several
    label={label}
    help={help}
    values={values}
    options={roles.map((value) => ({ value, label: t(`identity.role.${value}`), help: t(`identity.role.${value}.help`) }))}
    {...errorOf(said, 'roles')}
    t={t}
  />
)

/** The form that asks somebody to work here. */
export function InvitePage({
  visit,
  values,
  said,
}: {
  readonly visit: Visit
  readonly values: { readonly name: string; readonly email: string; readonly roles: readonly string[] }
  readonly said: readonly Said[]
}) {
  const { t } = visit
  return (
    <>
      <Head title={t('identity.invite.title')} lead={t('identity.invite.lead', { days: invitationDays })} t={t} />
      <ErrorSummary faults={said} t={t} />
      <form method="post" action={visit.to(routes.invite)} noValidate>
        <FormStack>
          <TextField
            id="name"
            name="name"
            label={t('identity.invite.name')}
            help={t('identity.invite.name.help')}
            value={values.name}
            maxLength={120}
            {...errorOf(said, 'name')}
            t={t}
          />
          <TextField
            id="email"
            name="email"
            type="email"
            label={t('identity.invite.email')}
            help={t('identity.invite.email.help')}
            value={values.email}
            {...errorOf(said, 'email')}
            t={t}
          />
          <RolesField values={values.roles} said={said} label={t('identity.invite.roles')} t={t} />
          <Actions>
            <Button text={t('identity.invite.send')} />
            <a class="alm-link" href={visit.to(routes.people)}>
              {t('identity.back.people')}
            </a>
          </Actions>
        </FormStack>
      </form>
    </>
  )
}
