import { csvLine } from '#kernel/csv-line.ts'
import { isId } from '#kernel/id.ts'
import type { Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { type Answer, type Handler, handler, notFound, problem, stream, type Visit } from '#platform/http'
import { routes } from '../../routes.ts'
import { type ListedPerson, type PeopleQuery, peopleCounts, peopleOf, personOf } from '../../store/people-store.ts'
import type { AdminHouse, FieldFault } from '../../use-cases/admin-house.ts'
import { addSubstitute, changeRoles, endSubstitute } from '../../use-cases/change-roles.ts'
import { deactivatePerson, reactivatePerson } from '../../use-cases/deactivate-person.ts'
import { invitePerson, resendInvitation, takeBackInvitation } from '../../use-cases/invite-person.ts'
import { actOf, doneAt, field, fields, sentences, staffPage } from '../staff-page.tsx'
import { InvitePage } from './invite-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { PersonPage, type PersonPageProps } from './person-page.tsx'
import { roleText } from './person-words.tsx'

const size = 50
const area = 'identity/people'

/** Where an invitation leads: an address that works from a mail. */
export const invitationAddress =
  (visit: Visit) =>
  (site: Site, token: string): string =>
    visit.address(site, routes.invitation, { token })

const askedOf = (visit: Visit) => ({
  q: (visit.query.get('q') ?? '').replaceAll('\0', '').slice(0, 200),
  state: (visit.query.get('stand') ?? '').replaceAll('\0', ''),
  role: (visit.query.get('rolle') ?? '').replaceAll('\0', ''),
})

async function list(house: AdminHouse, visit: Visit): Promise<Answer> {
  const db = house.database.system
  const asked = askedOf(visit)
  if (visit.query.get('als') === 'csv')
    return stream('text/csv; charset=utf-8; header=present', peopleCsv(house, visit, asked), {
      'content-disposition': 'attachment; filename="personen.csv"',
    })
  const id = visit.query.get('nach-id') ?? ''
  const after = isId(id) ? ([(visit.query.get('nach') ?? '').replaceAll('\0', ''), id] as const) : undefined
  const found = await peopleOf(db, visit.site.id, { ...asked, ...(after ? { after } : {}), limit: size + 1 })
  const people = found.slice(0, size)
  const last = people.at(-1)
  const next =
    found.length > size && last
      ? visit.to(routes.people, {}, { q: asked.q, stand: asked.state, rolle: asked.role, nach: last.name, 'nach-id': last.id })
      : undefined
  const counts = await peopleCounts(db, visit.site.id)
  return staffPage(visit, {
    title: visit.t('identity.people.title'),
    area,
    body: <PeoplePage visit={visit} people={people} counts={counts} asked={asked} {...(next ? { next } : {})} />,
  })
}

/** The list as a table, read by keys in parts. */
async function* peopleCsv(house: AdminHouse, visit: Visit, asked: Omit<PeopleQuery, 'limit'>): AsyncGenerator<string> {
  const { t } = visit
  yield csvLine(['name', 'email', 'roles', 'state', 'last_seen', 'day', 'second_factor'])
  for (let after: readonly [string, string] | undefined; ; ) {
    const part: ListedPerson[] = await peopleOf(house.database.system, visit.site.id, {
      ...asked,
      ...(after ? { after } : {}),
      limit: 500,
    })
    yield part
      .map((one) =>
        csvLine([
          one.name,
          one.email,
          one.roles.map((held) => roleText(held, t)).join('|'),
          t(`identity.state.name.${one.state}`),
          one.seen ?? '',
          one.day ?? '',
          one.strong ? 'yes' : 'no',
        ]),
      )
      .join('')
    const last = part.at(-1)
    if (part.length < 500 || !last) return
    after = [last.name, last.id]
  }
}

const invitePage = (
  visit: Visit,
  values: { name: string; email: string; roles: readonly string[] },
  faults: readonly FieldFault[],
): Answer =>
  staffPage(visit, {
    title: visit.t('identity.invite.title'),
    area,
    crumbs: [
      { label: visit.t('identity.people.title'), href: visit.to(routes.people) },
      { label: visit.t('identity.invite.title') },
    ],
    body: <InvitePage visit={visit} values={values} said={sentences(visit, 'invite', faults)} />,
    status: faults.length > 0 ? 422 : 200,
  })

async function invite(house: AdminHouse, visit: Visit): Promise<Answer> {
  const values = { name: field(visit, 'name'), email: field(visit, 'email'), roles: fields(visit, 'roles') }
  const lang = visit.site.languages[0] ?? 'de'
  const done = await invitePerson(house, actOf(visit), { ...values, lang }, invitationAddress(visit))
  return done.ok ? doneAt(visit.to(routes.people), 'invited') : invitePage(visit, values, done.error)
}

async function personPage(
  house: AdminHouse,
  visit: Visit,
  faults: readonly FieldFault[] = [],
  typed?: PersonPageProps['typed'],
): Promise<Answer> {
  const id = visit.params.person
  const person = isId(id) ? await personOf(house.database.system, visit.site.id, id) : undefined
  if (!person) return problem(notFound)
  const said = sentences(visit, 'person', faults)
  return staffPage(visit, {
    title: person.name,
    area,
    crumbs: [{ label: visit.t('identity.people.title'), href: visit.to(routes.people) }, { label: person.name }],
    body: <PersonPage visit={visit} person={person} said={said} {...(typed ? { typed } : {})} />,
    status: faults.length > 0 ? 422 : 200,
  })
}

/** A deed on one person: done and back to its page, or the page again with what is wrong. */
async function onPerson(
  house: AdminHouse,
  visit: Visit,
  key: string,
  deed: (person: string) => Promise<Result<unknown, FieldFault[]>>,
  typed?: PersonPageProps['typed'],
): Promise<Answer> {
  const id = visit.params.person
  // Somebody who has nothing to do with this tenant is not there, whatever the form says.
  if (!isId(id) || !(await personOf(house.database.system, visit.site.id, id))) return problem(notFound)
  const done = await deed(id)
  return done.ok ? doneAt(visit.to(routes.person, { person: id }), key) : personPage(house, visit, done.error, typed)
}

async function onInvitation(
  visit: Visit,
  key: string,
  deed: (id: string) => Promise<Result<unknown, FieldFault[]>>,
): Promise<Answer> {
  const id = visit.params.invitation
  const done = isId(id) ? await deed(id) : undefined
  return done?.ok ? doneAt(visit.to(routes.people), key) : problem(notFound)
}

/** People and roles. */
export const peopleHandlers = (house: AdminHouse): Handler[] => [
  handler(routes.people, (visit) => list(house, visit)),
  handler(routes.inviteForm, (visit) => invitePage(visit, { name: '', email: '', roles: [] }, [])),
  handler(routes.invite, (visit) => invite(house, visit), { perMinute: 30 }),
  handler(
    routes.resendInvitation,
    (visit) => onInvitation(visit, 'invited', (id) => resendInvitation(house, actOf(visit), id, invitationAddress(visit))),
    { perMinute: 30 },
  ),
  handler(routes.revokeInvitation, (visit) =>
    onInvitation(visit, 'invitation-revoked', (id) => takeBackInvitation(house, actOf(visit), id)),
  ),
  handler(routes.person, (visit) => personPage(house, visit)),
  handler(routes.changeRoles, (visit) => {
    const roles = fields(visit, 'roles')
    return onPerson(house, visit, 'roles-changed', (id) => changeRoles(house, actOf(visit), id, roles), { roles })
  }),
  handler(routes.addSubstitute, (visit) => {
    const given = { role: field(visit, 'role'), from: field(visit, 'from'), until: field(visit, 'until') }
    return onPerson(house, visit, 'substitute-added', (id) => addSubstitute(house, actOf(visit), id, given), given)
  }),
  handler(routes.endSubstitute, (visit) =>
    onPerson(house, visit, 'substitute-ended', (id) => endSubstitute(house, actOf(visit), id, field(visit, 'role'))),
  ),
  handler(routes.deactivate, (visit) => onPerson(house, visit, 'deactivated', (id) => deactivatePerson(house, actOf(visit), id))),
  handler(routes.reactivate, (visit) => onPerson(house, visit, 'reactivated', (id) => reactivatePerson(house, actOf(visit), id))),
]
