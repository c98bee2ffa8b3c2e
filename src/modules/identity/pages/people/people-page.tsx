import { roles } from '#kernel/actor.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { type PersonState, personStates } from '../../model/granting.ts'
import { routes } from '../../routes.ts'
import type { ListedPerson } from '../../store/people-store.ts'
import { rolesText, State } from './person-words.tsx'

export interface PeoplePageProps {
  readonly visit: Visit
  readonly people: readonly ListedPerson[]
  readonly counts: Partial<Record<PersonState, number>>
  readonly asked: { readonly q: string; readonly state: string; readonly role: string }
  /** Address of the next part of the list. */
  readonly next?: string
}

const Filter = ({ visit, asked }: Pick<PeoplePageProps, 'visit' | 'asked'>) => {
  const { t } = visit
  const all = { value: '', label: t('identity.people.all') }
  return (
    <form class="identity-filter" method="get" action={visit.to(routes.people)}>
      <TextField id="q" name="q" label={t('identity.people.q')} value={asked.q} optional type="search" t={t} />
      <SelectField
        id="stand"
        name="stand"
        label={t('identity.people.state')}
        value={asked.state}
        optional
        options={[all, ...personStates.map((value) => ({ value, label: t(`identity.state.name.${value}`) }))]}
        t={t}
      />
      <SelectField
        id="rolle"
        name="rolle"
        label={t('identity.people.role')}
        value={asked.role}
        optional
        options={[all, ...roles.map((value) => ({ value, label: t(`identity.role.${value}`) }))]}
        t={t}
      />
      <Button text={t('identity.people.filter')} kind="secondary" />
    </form>
  )
}

const InvitationDeeds = ({ visit, id, name }: { readonly visit: Visit; readonly id: string; readonly name: string }) => (
  <div class="identity-deeds">
    {(['resendInvitation', 'revokeInvitation'] as const).map((deed) => (
      <form key={deed} method="post" action={visit.to(routes[deed], { invitation: id })}>
        <button class="alm-linkbutton" type="submit">
          {visit.t(`identity.people.${deed}`)}
          <span class="kern-sr-only"> {name}</span>
        </button>
      </form>
    ))}
  </div>
)

function columns(visit: Visit): Column<ListedPerson>[] {
  const { t } = visit
  const manages = visit.may('identity/manage-people')
  return [
    {
      title: t('identity.people.name'),
      cell: (one) => (
        <>
          {one.kind === 'person' ? (
            <a class="alm-link" href={visit.to(routes.person, { person: one.id })}>
              {one.name}
            </a>
          ) : (
            one.name
          )}
          <br />
          <span class="alm-small alm-muted identity-break">{one.email}</span>
        </>
      ),
    },
    { title: t('identity.people.roles'), cell: (one) => rolesText(one, t) },
    {
      title: t('identity.people.state'),
      cell: (one) => (
        <>
          <State person={one} t={t} />
          {one.kind === 'invitation' && manages && <InvitationDeeds visit={visit} id={one.id} name={one.name} />}
        </>
      ),
    },
    {
      title: t('identity.people.seen'),
      right: true,
      whole: true,
      cell: (one) => (one.seen ? formatDay(one.seen, t.lang, 'short') : one.kind === 'person' ? t('identity.people.never') : ''),
    },
  ]
}

/** Who works for this tenant: people and open invitations in one list. */
export function PeoplePage(props: PeoplePageProps) {
  const { visit, people, counts, asked, next } = props
  const { t } = visit
  const working = (counts.active ?? 0) + (counts.substitute ?? 0)
  return (
    <>
      <Head
        title={t('identity.people.title')}
        lead={t('identity.people.lead', { count: working, invited: counts.invited ?? 0, site: visit.site.name })}
        t={t}
      >
        {visit.may('identity/manage-people') && (
          <Actions>
            <Button text={t('identity.people.invite')} href={visit.to(routes.inviteForm)} />
            <a class="alm-link" href={visit.to(routes.mandates)}>
              {t('identity.mandates.title')}
            </a>
          </Actions>
        )}
      </Head>
      <Block
        title={t('identity.people.list')}
        link={{
          href: visit.to(routes.people, {}, { q: asked.q, stand: asked.state, rolle: asked.role, als: 'csv' }),
          text: t('identity.people.csv'),
        }}
      >
        <Filter visit={visit} asked={asked} />
        {people.length === 0 ? (
          <Empty title={t('identity.people.none')} reason={t('identity.people.none.reason')}>
            <a class="alm-link" href={visit.to(routes.people)}>
              {t('identity.people.showAll')}
            </a>
          </Empty>
        ) : (
          <Table caption={t('identity.people.list')} columns={columns(visit)} rows={people} rowKey={(one) => one.id} t={t} />
        )}
        {next && (
          <p>
            <a class="alm-link" rel="next" href={next}>
              {t('identity.people.next')}
            </a>
          </p>
        )}
      </Block>
    </>
  )
}
