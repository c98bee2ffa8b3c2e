import type { Translate } from '#kernel/locale.ts'
import type { Sites } from '#kernel/site.ts'
import { Button } from '#ui/components/button/button.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { DemoPerson } from '../../store/account/demonstration.ts'
import { Onward } from './parts.tsx'

interface DemoSectionProps {
  readonly t: Translate
  readonly action: string
  readonly people: readonly DemoPerson[]
  readonly sites: Sites
  readonly wanted: string | undefined
  readonly password: string
}

/** A person stands there once for a tenant, with all roles it has in it. */
function byPerson(people: readonly DemoPerson[]): (DemoPerson & { readonly roles: readonly string[] })[] {
  const found = new Map<string, DemoPerson & { readonly roles: string[] }>()
  for (const one of people) {
    const key = `${one.email}/${one.tenant}`
    const known = found.get(key)
    if (known) known.roles.push(one.role)
    else found.set(key, { ...one, roles: [one.role] })
  }
  return [...found.values()]
}

/** An address that may go on in a second line behind its @. */
const Email = ({ text }: { readonly text: string }) => {
  const at = text.indexOf('@') + 1
  return (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  )
}

/** Invented accounts of the demonstration: one for each role, with a button that signs in. */
export const DemoSection = ({ t, action, people, sites, wanted, password }: DemoSectionProps) => (
  <Section title={t('identity.demo')} note={t('identity.demo.note', { password })} id="demonstration">
    <Table
      caption={t('identity.demo.caption')}
      columns={[
        { title: t('identity.demo.role'), cell: (one) => one.roles.map((role) => t(`identity.role.${role}`)).join(', ') },
        ...(new Set(people.map((one) => one.tenant)).size > 1
          ? [{ title: t('identity.demo.tenant'), cell: (one: DemoPerson) => sites.byId(one.tenant)?.name ?? '' }]
          : []),
        { title: t('identity.email'), cell: (one) => <Email text={one.email} /> },
        {
          title: t('identity.sign-in'),
          quiet: true,
          cell: (one) => (
            <form method="post" action={action}>
              <Onward wanted={wanted} />
              <input type="hidden" name="email" value={one.email} />
              <input type="hidden" name="password" value={password} />
              <Button text={t('identity.demo.as', { name: one.name })} kind="secondary" />
            </form>
          ),
        },
      ]}
      rows={byPerson(people)}
      rowKey={(one) => `${one.email}/${one.tenant}`}
      t={t}
    />
  </Section>
)
