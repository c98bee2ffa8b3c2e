import type { Role } from '#kernel/actor.ts'

/** An invented colleague of the demonstration: which role for which tenant. */
export interface DemoAccount {
  readonly email: string
  readonly name: string
  readonly tenant: string
  readonly role: Role
}

/** The password of all accounts of the demonstration. The sign-in page names it; production knows none of them. */
export const demoPassword = 'allmende-demonstration'

const lindenrode = (name: string, email: string, role: Role): DemoAccount => ({
  email: `${email}@lindenrode.example`,
  name,
  tenant: 'lindenrode',
  role,
})

/** One account for every role in Lindenrode, and whoever else shows how tenants work together. */
export const demoAccounts: readonly DemoAccount[] = [
  lindenrode('Nesrin Aydın', 'administration', 'administrator'),
  lindenrode('Jonas Wiedemann', 'koordination', 'open-data-coordinator'),
  lindenrode('Petra Kolbe', 'verantwortung', 'data-owner'),
  lindenrode('Mila Sander', 'redaktion', 'editor'),
  lindenrode('Ole Brandt', 'beteiligung', 'participation-officer'),
  lindenrode('Dr. Ruth Felber', 'datenschutz', 'data-protection-officer'),
  lindenrode('Tarek Haddad', 'support', 'support'),
  lindenrode('Ingrid Voss', 'lesen', 'reader'),
  {
    email: 'koordination@kreis-sennewald.example',
    name: 'Svenja Rautenberg',
    tenant: 'kreis-sennewald',
    role: 'open-data-coordinator',
  },
  { email: 'administration@nrw.example', name: 'Henrik Thomsen', tenant: '', role: 'administrator' },
]
