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

/** Invented accounts of the demonstration: one for each role, with a button that signs in. */
export const DemoSection = ({ t, action, people, sites, wanted, password }: DemoSectionProps) => (
  <Section title={t('identity.demo')} note={t('identity.demo.note', { password })} id="demonstration">
    <Table
      caption={t('identity.demo.caption')}
      columns={[
        { title: t('identity.demo.role'), cell: (one) => t(`identity.role.${one.role}`) },
        ...(new Set(people.map((one) => one.tenant)).size > 1
          ? [{ title: t('identity.demo.tenant'), cell: (one: DemoPerson) => sites.byId(one.tenant)?.name ?? '' }]
          : []),
        { title: t('identity.email'), cell: (one) => one.email },
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
      rows={people}
      rowKey={(one) => `${one.email}/${one.role}/${one.tenant}`}
      t={t}
    />
  </Section>
)
