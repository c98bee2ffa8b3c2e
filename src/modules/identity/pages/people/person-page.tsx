import { roles } from '#kernel/actor.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { DateField, FormStack, SelectField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { routes } from '../../routes.ts'
import type { ListedPerson } from '../../store/people-store.ts'
import { errorOf } from '../staff-page.tsx'
import { RolesField, type Said } from './invite-page.tsx'
import { roleText, State } from './person-words.tsx'

export interface PersonPageProps {
  readonly visit: Visit
  readonly person: ListedPerson
  readonly said: readonly Said[]
  /** What was typed, when a form came back. */
  readonly typed?: { readonly roles?: readonly string[]; readonly role?: string; readonly from?: string; readonly until?: string }
}

const PersonFacts = ({ visit, person }: Pick<PersonPageProps, 'visit' | 'person'>) => {
  const { t } = visit
  return (
    <Facts
      facts={[
        { name: t('identity.people.state'), value: <State person={person} t={t} /> },
        { name: t('identity.people.email'), value: <span class="identity-break">{person.email}</span> },
        {
          name: t('identity.people.roles'),
          value: person.roles.map((held) => <div key={held.role}>{roleText(held, t)}</div>),
        },
        {
          name: t('identity.people.seen'),
          value: person.seen ? formatDay(person.seen, t.lang) : t('identity.people.never'),
        },
        { name: t('identity.people.factor'), value: t(`identity.people.factor.${person.strong ? 'yes' : 'no'}`) },
      ]}
    />
  )
}

const Roles = ({ visit, person, said, typed }: PersonPageProps) => {
  const { t } = visit
  const lasting = person.roles.filter((held) => !held.until).map((held) => held.role)
  return (
    <Block title={t('identity.person.roles')} id="rollen">
      <form method="post" action={visit.to(routes.changeRoles, { person: person.id })} noValidate>
        <FormStack>
          <RolesField
            values={typed?.roles ?? lasting}
            said={said}
            label={t('identity.person.roles.label')}
            help={t('identity.person.roles.help')}
            t={t}
          />
          <Button text={t('identity.person.roles.save')} />
        </FormStack>
      </form>
    </Block>
  )
}

const Running = ({ visit, person }: Pick<PersonPageProps, 'visit' | 'person'>) => {
  const { t } = visit
  const limited = person.roles.filter((held) => held.until)
  if (limited.length === 0) return null
  return (
    <ul class="alm-list">
      {limited.map((held) => (
        <li key={held.role}>
          {t('identity.person.substitute.days', {
            role: t(`identity.role.${held.role}`),
            from: formatDay(held.from ?? '', t.lang),
            until: formatDay(held.until ?? '', t.lang),
          })}
          <form method="post" action={visit.to(routes.endSubstitute, { person: person.id })}>
            <input type="hidden" name="role" value={held.role} />
            <button class="alm-linkbutton" type="submit">
              {t('identity.person.substitute.end')}
              <span class="kern-sr-only">: {t(`identity.role.${held.role}`)}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

const Substitute = ({ visit, person, said, typed }: PersonPageProps) => {
  const { t } = visit
  const day = (name: 'from' | 'until') => ({
    id: name,
    name,
    label: t(`identity.person.substitute.${name}`),
    value: typed?.[name] ?? '',
    ...errorOf(said, name),
    t,
  })
  return (
    <Block title={t('identity.person.substitute')} id="vertretung">
      <p class="alm-small">{t('identity.person.substitute.help')}</p>
      <Running visit={visit} person={person} />
      <form method="post" action={visit.to(routes.addSubstitute, { person: person.id })} noValidate>
        <FormStack>
          <SelectField
            id="role"
            name="role"
            label={t('identity.person.substitute.role')}
            value={typed?.role ?? ''}
            options={[
              { value: '', label: t('identity.person.substitute.choose') },
              ...roles.map((value) => ({ value, label: t(`identity.role.${value}`) })),
            ]}
            {...errorOf(said, 'role')}
            t={t}
          />
          <DateField {...day('from')} />
          <DateField {...day('until')} />
          <Button text={t('identity.person.substitute.add')} kind="secondary" />
        </FormStack>
      </form>
    </Block>
  )
}

const Leaving = ({ visit, person }: Pick<PersonPageProps, 'visit' | 'person'>) => {
  const { t } = visit
  if (person.id === visit.actor.person?.id) return null
  return (
    <Block title={t('identity.person.leave')} id="person">
      <p>{t('identity.person.leave.what', { name: person.name })}</p>
      <Disclosure title={t('identity.person.leave.open')}>
        <form method="post" action={visit.to(routes.deactivate, { person: person.id })}>
          <Button text={t('identity.person.leave.do', { name: person.name })} kind="danger" />
        </form>
      </Disclosure>
    </Block>
  )
}

/** One person: what it is here, and what may be changed of that. */
export function PersonPage(props: PersonPageProps) {
  const { visit, person, said } = props
  const { t } = visit
  const manages = visit.may('identity/manage-people')
  return (
    <>
      <Head title={person.name} pre={t('identity.person.pre', { site: visit.site.name })} t={t} />
      <ErrorSummary faults={said} t={t} />
      <PersonFacts visit={visit} person={person} />
      {manages && person.state === 'left' && (
        <Block title={t('identity.person.back')} id="person">
          <p>{t('identity.person.back.what')}</p>
          <form method="post" action={visit.to(routes.reactivate, { person: person.id })}>
            <Button text={t('identity.person.back.do', { name: person.name })} />
          </form>
        </Block>
      )}
      {manages && person.state !== 'left' && (
        <>
          <Roles {...props} />
          <Substitute {...props} />
          <Leaving visit={visit} person={person} />
        </>
      )}
    </>
  )
}
