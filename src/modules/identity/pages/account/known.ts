import { type Answer, redirect, type Visit } from '#platform/http'
import { routes } from '../../routes.ts'
import { personById, type StoredPerson } from '../../store/account/persons.ts'
import type { Accounts } from '../../use-cases/account/accounts.ts'
import { groupOf, wantedOf } from './browser.ts'
import { field } from './parts.tsx'

/** A visit of somebody whose session is known, with the person as it is stored. */
export interface Known {
  readonly visit: Visit
  readonly person: StoredPerson
  readonly session: { readonly id: string; readonly strong: boolean }
}

/** Runs for somebody who is signed in, with or without a second factor; others sign in first. */
export async function known(accounts: Accounts, visit: Visit, then: (known: Known) => Promise<Answer>): Promise<Answer> {
  const { person, session } = visit.actor
  const stored = person && (await personById(accounts.db, person.id))
  if (!stored || !session) {
    const wanted = wantedOf(visit)
    return redirect(visit.to(routes.signIn, {}, wanted ? { weiter: wanted } : {}))
  }
  return then({ visit, person: stored, session })
}

/** What the use cases of one's own account ask for. */
export const mineOf = ({ visit, person, session }: Known) => ({ person, session: session.id, site: visit.site })

/** What is shown of a second factor: the code of the form, and what setting up an app carries in it. */
export const shownIn = ({ visit, person, session }: Known) => ({
  person: person.id,
  session: session.id,
  site: visit.site,
  strong: session.strong,
  group: groupOf(visit),
  code: field(visit, 'code'),
  offer: field(visit, 'offer'),
})

/** Whether one of the person's permissions wants a second factor. */
export const guarded = ({ permissions }: Accounts, { actor }: Visit): boolean =>
  permissions.some(({ id, secondFactor }) => secondFactor && [...actor.permissions.values()].some((granted) => granted.has(id)))
