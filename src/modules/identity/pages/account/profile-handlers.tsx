import type { Translate } from '#kernel/locale.ts'
import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { CheckField, ChoiceField, FormStack, SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { digests, noticesOf } from '../../model/account/notices.ts'
import { routes } from '../../routes.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import { changeNotices, changePassword, changeProfile, otherEmail, type Profile } from '../../use-cases/account/change-account.ts'
import type { ProofKind } from '../../use-cases/account/prove.ts'
import { absolute } from './browser.ts'
import { type Known, known, mineOf } from './known.ts'
import { accountView, crumbs, errorOf, field } from './parts.tsx'
import { againAddress, needOf, ProofField, proven } from './proof-field.tsx'

interface FormPageProps {
  readonly t: Translate
  readonly title: string
  readonly lead?: string | undefined
  readonly action: string
  readonly submit: string
  readonly faults: readonly FieldFault[]
  readonly children: Children
}

const FormPage = ({ t, title, lead, action, submit, faults, children }: FormPageProps) => (
  <>
    <Head title={title} lead={lead} t={t} />
    <ErrorSummary faults={faults} t={t} />
    <form method="post" action={action} noValidate>
      <FormStack>
        {children}
        <div class="alm-actions">
          <Button text={submit} />
        </div>
      </FormStack>
    </form>
  </>
)

/** A form of one's own account as an answer. */
function formAnswer(visit: Visit, props: Omit<FormPageProps, 't'>): Answer {
  const view = accountView(props.title, <FormPage t={visit.t} {...props} />, crumbs(visit, props.title))
  return page(view, props.faults.length > 0 ? 422 : 200)
}

async function profile(accounts: Accounts, one: Known, given: Profile = one.person, faults: readonly FieldFault[] = []) {
  const { visit, person } = one
  const { t } = visit
  const need: ProofKind =
    otherEmail(person, given) || faults.length > 0 || person.passwordHash ? await needOf(accounts, one, true) : 'none'
  return formAnswer(visit, {
    title: t('identity.profile.change'),
    action: visit.to(routes.saveProfile),
    submit: t('identity.save'),
    faults,
    children: (
      <>
        <TextField
          id="name"
          name="name"
          label={t('identity.name')}
          help={t('identity.name.help')}
          value={given.name}
          autocomplete="name"
          error={errorOf(faults, 'name')}
          t={t}
        />
        <SelectField
          id="lang"
          name="lang"
          label={t('identity.lang')}
          help={t('identity.lang.help')}
          value={given.lang}
          options={visit.site.languages.map((value) => ({ value, label: t(`identity.lang.${value}`) }))}
          error={errorOf(faults, 'lang')}
          t={t}
        />
        <TextField
          id="email"
          name="email"
          type="email"
          label={t('identity.email')}
          help={t('identity.email.change.help')}
          value={given.email}
          autocomplete="email"
          error={errorOf(faults, 'email')}
          t={t}
        />
        {need === 'none' ? null : <ProofField t={t} need={need} error={errorOf(faults, 'current')} again={againAddress(visit)} />}
      </>
    ),
  })
}

async function saveProfile(accounts: Accounts, one: Known): Promise<Answer> {
  const { visit, person } = one
  const given = { name: field(visit, 'name'), lang: field(visit, 'lang'), email: field(visit, 'email') }
  const save = async () => {
    const done = await changeProfile(accounts, mineOf(one), given, (token) =>
      absolute(accounts, visit, routes.openEmail, { token }),
    )
    if (done.ok) return redirect(visit.to(routes.account, {}, { meldung: done.value.mailed ? 'link' : 'profil' }))
    const faults = done.error.map((fault) => ({
      field: fault.field,
      text: visit.t(`identity.profile.${fault.field}.${fault.fault}`),
    }))
    return profile(accounts, one, given, faults)
  }
  // Whoever gets hold of the mailbox of an account gets hold of the account.
  return otherEmail(person, given)
    ? proven(accounts, one, { always: true }, (faults) => profile(accounts, one, given, faults), save)
    : save()
}

function notices({ visit, person }: Known): Answer {
  const { t } = visit
  const now = noticesOf(person.notices)
  return formAnswer(visit, {
    title: t('identity.notices.change'),
    lead: t('identity.notices.lead'),
    action: visit.to(routes.saveNotices),
    submit: t('identity.save'),
    faults: [],
    children: (
      <>
        <CheckField
          id="tasks"
          name="tasks"
          label={t('identity.notices.tasks.label')}
          checked={now.tasks}
          optional={false}
          t={t}
        />
        <ChoiceField
          id="digest"
          name="digest"
          label={t('identity.notices.digest')}
          help={t('identity.notices.digest.help')}
          options={digests.map((value) => ({ value, label: t(`identity.notices.digest.${value}`) }))}
          values={[now.digest]}
          t={t}
        />
      </>
    ),
  })
}

async function saveNotices(accounts: Accounts, { visit, person }: Known): Promise<Answer> {
  await changeNotices(accounts, person.id, noticesOf({ tasks: visit.form.has('tasks'), digest: field(visit, 'digest') }))
  return redirect(visit.to(routes.account, {}, { meldung: 'nachrichten' }))
}

async function password(accounts: Accounts, one: Known, faults: readonly FieldFault[] = []): Promise<Answer> {
  const { visit, person } = one
  const { t } = visit
  const need = await needOf(accounts, one, true)
  return formAnswer(visit, {
    title: t(person.passwordHash ? 'identity.password.change' : 'identity.password.add'),
    lead: t('identity.new-password.others'),
    action: visit.to(routes.savePassword),
    submit: t('identity.new-password.submit'),
    faults,
    children: (
      <>
        <ProofField t={t} need={need} error={errorOf(faults, 'current')} again={againAddress(visit)} />
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
      </>
    ),
  })
}

const savePassword = (accounts: Accounts, one: Known): Promise<Answer> => {
  const { visit } = one
  const refuse = (faults: readonly FieldFault[]) => password(accounts, one, faults)
  return proven(accounts, one, { always: true }, refuse, async () => {
    const done = await changePassword(accounts, mineOf(one), field(visit, 'password'))
    if (!done.ok) return refuse([{ field: 'password', text: visit.t(`identity.new-password.${done.error}`) }])
    return redirect(visit.to(routes.account, {}, { meldung: 'passwort' }))
  })
}

/** Name, address, language, messages and password. */
export const profileHandlers = (accounts: Accounts): Handler[] => [
  handler(routes.profile, (visit) => known(accounts, visit, (one) => profile(accounts, one))),
  handler(routes.saveProfile, (visit) => known(accounts, visit, (one) => saveProfile(accounts, one))),
  handler(routes.notices, (visit) => known(accounts, visit, async (one) => notices(one))),
  handler(routes.saveNotices, (visit) => known(accounts, visit, (one) => saveNotices(accounts, one))),
  handler(routes.password, (visit) => known(accounts, visit, (one) => password(accounts, one))),
  handler(routes.savePassword, (visit) => known(accounts, visit, (one) => savePassword(accounts, one))),
]
