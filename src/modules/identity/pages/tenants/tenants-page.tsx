import type { ComponentChildren } from 'preact'
import { formatNumber } from '#kernel/locale.ts'
import { type Site, tenantKinds } from '#kernel/site.ts'
import type { Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { CheckField, FormStack, SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { UndoMessage } from '#ui/components/undo-message/undo-message.tsx'
import { routes } from '../../routes.ts'
import type { Said } from '../people/invite-page.tsx'
import { ModulesField } from '../site-settings/settings-pages.tsx'
import { errorOf } from '../staff-page.tsx'

/** The tree below a tenant, as lists in lists. */
function Branch({ visit, parent }: { readonly visit: Visit; readonly parent: Site }): ComponentChildren {
  const { t, sites } = visit
  const below = sites.all.filter((one) => one.parent === parent.id)
  if (below.length === 0) return null
  return (
    <ul class="alm-list">
      {below.map((one) => (
        <li key={one.id}>
          <a class="alm-link" href={visit.to(routes.tenant, { slug: one.slug })}>
            {one.name}
          </a>
          <span class="alm-small alm-muted">
            {' '}
            {t(`identity.kind.${one.kind}`)}
            {one.officialKey ? `, ${one.officialKey}` : ''}
          </span>
          <Branch visit={visit} parent={one} />
        </li>
      ))}
    </ul>
  )
}

/** The tenants below one's own. */
export function TenantsPage({ visit }: { readonly visit: Visit }) {
  const { t, site } = visit
  const count = site.within.length - 1
  return (
    <>
      <Head title={t('identity.tenants.title')} lead={t('identity.tenants.lead', { count, site: site.name })} t={t}>
        <Actions>
          <Button text={t('identity.tenants.add')} href={visit.to(routes.newTenant)} />
        </Actions>
      </Head>
      {count === 0 ? (
        <Empty title={t('identity.tenants.none', { site: site.name })} reason={t('identity.tenants.none.reason')} level="h2" />
      ) : (
        <Block title={t('identity.tenants.tree', { site: site.name })} id="baum">
          <Branch visit={visit} parent={site} />
        </Block>
      )}
    </>
  )
}

/** What was typed into the form for a new tenant. */
export interface TypedTenant {
  readonly name: string
  readonly slug: string
  readonly kind: string
  readonly key: string
  readonly parent: string
  readonly host: string
  readonly email: string
  readonly functionMailbox: boolean
  readonly keyConfirmed: boolean
  readonly adminName: string
  readonly adminEmail: string
}

interface NewProps {
  readonly visit: Visit
  readonly typed: TypedTenant
  readonly parents: readonly Site[]
  readonly said: readonly Said[]
  /** Which guesses of ours somebody may overrule. */
  readonly doubts: { readonly mailbox: boolean; readonly key: boolean }
}

function line({ visit, typed, said }: NewProps, name: keyof TypedTenant & string) {
  const { t } = visit
  return {
    id: name,
    name,
    label: t(`identity.tenant.${name}`),
    help: t(`identity.tenant.${name}.help`),
    value: String(typed[name]),
    ...errorOf(said, name),
    t,
  }
}

/** Adds a municipality below one's own tenant, with its first administrator. */
export function NewTenantPage(props: NewProps) {
  const { visit, typed, parents, said, doubts } = props
  const { t } = visit
  return (
    <>
      <Head title={t('identity.tenants.add')} lead={t('identity.tenants.add.lead')} t={t} />
      <ErrorSummary faults={said} t={t} />
      <form method="post" action={visit.to(routes.addTenant)} noValidate>
        <FormStack>
          <TextField {...line(props, 'name')} maxLength={120} />
          <SelectField
            id="kind"
            name="kind"
            label={t('identity.tenant.kind')}
            value={typed.kind}
            options={tenantKinds.map((value) => ({ value, label: t(`identity.kind.${value}`) }))}
            {...errorOf(said, 'kind')}
            t={t}
          />
          <SelectField
            id="parent"
            name="parent"
            label={t('identity.tenant.parent')}
            value={typed.parent}
            options={parents.map((one) => ({ value: one.slug, label: one.name }))}
            {...errorOf(said, 'parent')}
            t={t}
          />
          <TextField {...line(props, 'key')} optional />
          {doubts.key && (
            <CheckField
              id="keyConfirmed"
              name="keyConfirmed"
              label={t('identity.tenant.keyConfirmed')}
              checked={typed.keyConfirmed}
              optional
              t={t}
            />
          )}
          <TextField {...line(props, 'slug')} optional maxLength={63} />
          <TextArea {...line(props, 'host')} rows={2} optional />
          <TextField {...line(props, 'email')} type="email" optional />
          {doubts.mailbox && (
            <CheckField
              id="functionMailbox"
              name="functionMailbox"
              label={t('identity.field.functionMailbox')}
              checked={typed.functionMailbox}
              optional
              t={t}
            />
          )}
          <h2>{t('identity.tenant.admin')}</h2>
          <p>{t('identity.tenant.admin.help')}</p>
          <TextField {...line(props, 'adminName')} optional maxLength={120} />
          <TextField {...line(props, 'adminEmail')} type="email" optional />
          <Actions>
            <Button text={t('identity.tenants.add')} />
            <a class="alm-link" href={visit.to(routes.tenants)}>
              {t('identity.back.tenants')}
            </a>
          </Actions>
        </FormStack>
      </form>
    </>
  )
}

/** One tenant below one's own: what it is, and its modules. */
export function TenantPage({
  visit,
  town,
  version,
  switchable,
  undo,
  conflict,
}: {
  readonly visit: Visit
  readonly town: Site
  readonly version: string
  readonly switchable: readonly string[]
  readonly undo?: readonly string[]
  readonly conflict: boolean
}) {
  const { t } = visit
  const action = visit.to(routes.switchModules, { slug: town.slug })
  return (
    <>
      <Head title={town.name} pre={t(`identity.kind.${town.kind}`)} t={t}>
        <p>
          <a class="alm-link" href={visit.toSite(town, home)}>
            {t('identity.tenant.open')}
          </a>
        </p>
      </Head>
      {undo && (
        <UndoMessage
          title={t('identity.done.modules-switched')}
          undo={{ action, hidden: { version, modules: undo, zurueck: '1' } }}
          t={t}
        />
      )}
      {conflict && <ErrorSummary faults={[{ field: 'modules', text: t('identity.conflict.title') }]} t={t} />}
      <Facts
        facts={[
          { name: t('identity.tenant.slug'), value: `/${town.slug}` },
          ...(town.officialKey ? [{ name: t('identity.tenant.key'), value: town.officialKey }] : []),
          ...(town.population ? [{ name: t('identity.field.population'), value: formatNumber(town.population, t.lang) }] : []),
          ...(town.hosts.length > 0 ? [{ name: t('identity.field.hosts'), value: town.hosts.join(', ') }] : []),
          { name: t('identity.tenant.email'), value: town.contact.email || t('identity.tenant.email.none') },
        ]}
      />
      <Block title={t('identity.field.modules')} id="module">
        <form method="post" action={action} noValidate>
          <input type="hidden" name="version" value={version} />
          <FormStack>
            <ModulesField visit={visit} switchable={switchable} chosen={town.modules} />
            <Button text={t('identity.tenant.modules.save')} />
          </FormStack>
        </form>
      </Block>
    </>
  )
}

const home = { id: 'shell/home', method: 'GET', path: '/', permission: 'public', module: 'shell', page: true } as const
