import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import { routes } from '../../routes.ts'
import { acceptInvitation, findInvitation } from '../../use-cases/accept-invitation.ts'
import type { AdminHouse, FieldFault } from '../../use-cases/admin-house.ts'
import { field, sentences } from '../staff-page.tsx'
import { InvitationPage, NoInvitation } from './invitation-page.tsx'

async function show(house: AdminHouse, visit: Visit, faults: readonly FieldFault[] = [], name?: string): Promise<Answer> {
  const token = visit.params.token ?? ''
  const open = await findInvitation(house, visit.site, token)
  if (!open)
    return page({ title: visit.t('identity.invitation.over'), robots: 'noindex', body: <NoInvitation visit={visit} /> }, 404)
  const title = visit.t('identity.invitation.title', { site: visit.site.name })
  return page(
    {
      title,
      robots: 'noindex',
      body: (
        <InvitationPage
          visit={visit}
          open={open}
          action={visit.to(routes.acceptInvitation, { token })}
          said={sentences(visit, 'invitation', faults)}
          name={name ?? open.invitation.name}
        />
      ),
    },
    faults.length > 0 ? 422 : 200,
  )
}

async function accept(house: AdminHouse, visit: Visit): Promise<Answer> {
  const { person } = visit.actor
  const name = field(visit, 'name')
  // Whoever is signed in accepts as himself, whatever else the form says.
  const who =
    person && visit.may('signed-in')
      ? { person: { id: person.id, name: person.name } }
      : { name, password: visit.form.get('password') ?? '', again: visit.form.get('again') ?? '' }
  const done = await acceptInvitation(house, visit.site, visit.params.token ?? '', who)
  if (!done.ok) return show(house, visit, done.error, name)
  return redirect(visit.to(routes.signIn, {}, { weiter: '/intern', meldung: 'eingeladen' }))
}

/** The page behind the link of an invitation. */
export const invitationHandlers = (house: AdminHouse): Handler[] => [
  handler(routes.invitation, (visit) => show(house, visit), { perMinute: 30 }),
  handler(routes.acceptInvitation, (visit) => accept(house, visit), { perMinute: 10 }),
]
