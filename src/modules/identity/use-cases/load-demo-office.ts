import { dayOf } from '#kernel/clock.ts'
import { href } from '#kernel/route.ts'
import type { Site } from '#kernel/site.ts'
import { listAudit } from '#platform/audit'
import { demoInvitation, demoPages, demoRedirect } from '../demo/office.ts'
import { routes } from '../routes.ts'
import type { DemoActors } from './account/demo-accounts.ts'
import type { Act, AdminHouse } from './admin-house.ts'
import { addRedirect } from './change-redirects.ts'
import { addSubstitute } from './change-roles.ts'
import { grantMandate } from './grant-mandate.ts'
import { invitePerson } from './invite-person.ts'
import { saveSitePage } from './save-site-page.ts'

/** The day so many days from now. */
const dayIn = (now: Date, days: number): string => dayOf(new Date(now.getTime() + days * 86_400_000))

/**
 * What an administration has set up: a page of its own, a redirect, an open invitation, a substitute with
 * an end, and a mandate. What stands in the log was done once and is not done again, also when somebody took it back.
 */
export async function loadDemoOffice(house: AdminHouse, people: DemoActors): Promise<void> {
  const actor = people.get('administration@lindenrode.example')
  const above = people.get('administration@nrw.example')
  const town = house.sites().bySlug('lindenrode')
  const smallest = house.sites().bySlug('steinbrueck')
  if (!actor || !above || !town || !smallest) return
  await furnishTown(house, { site: town, actor }, people)
  await once(house, { site: smallest, actor: above }, 'grant-mandate', (act) =>
    grantMandate(house, act, { holder: 'kreis-sennewald', roles: ['editor'], until: dayIn(house.now(), 400) }),
  )
}

async function furnishTown(house: AdminHouse, town: Act, people: DemoActors): Promise<void> {
  const now = house.now()
  const address = (site: Site, token: string) => house.config.publicUrl + site.path + href(routes.invitation, { token })
  await once(house, town, 'add-page', async (act) => {
    for (const page of demoPages) await saveSitePage(house, act, { ...page, version: '' })
  })
  await once(house, town, 'add-redirect', (act) => addRedirect(house, act, demoRedirect, () => false))
  await once(house, town, 'invite', (act) => invitePerson(house, act, demoInvitation, address))
  const standsIn = people.get('redaktion@lindenrode.example')
  if (standsIn)
    await once(house, town, 'add-substitute', (act) =>
      addSubstitute(house, act, standsIn.id, { role: 'participation-officer', from: dayIn(now, -3), until: dayIn(now, 11) }),
    )
}

// A refusal says that somebody was there first: what he made stays.
async function once(house: AdminHouse, act: Act, action: string, work: (act: Act) => Promise<unknown>) {
  const noted = await listAudit(house.database.system, act.site.id, { action: `identity/${action}`, limit: 1 })
  if (noted.entries.length === 0) await work(act)
}
