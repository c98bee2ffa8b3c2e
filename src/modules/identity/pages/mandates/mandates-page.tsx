import { formatDay } from '#kernel/day.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Route } from '#kernel/route.ts'
import type { Site } from '#kernel/site.ts'
import type { Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { DateField, FormStack, SelectField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import type { StoredMandate } from '../../store/mandate-store.ts'
import { RolesField, type Said } from '../people/invite-page.tsx'
import { errorOf } from '../staff-page.tsx'

const names = (roles: readonly string[], t: Translate) => roles.map((role) => t(`identity.role.${role}`)).join(', ')

function until({ until: day, left }: StoredMandate, t: Translate): string {
  if (!day) return t('identity.mandates.endless')
  const text = formatDay(day, t.lang, 'short')
  return left !== null && left < 0 ? t('identity.mandates.over', { day: text }) : text
}

const Given = ({ visit, given }: { readonly visit: Visit; readonly given: readonly StoredMandate[] }) => {
  const { t, sites } = visit
  if (given.length === 0)
    return (
      <Empty
        title={t('identity.mandates.given.none', { site: visit.site.name })}
        reason={t('identity.mandates.given.none.reason')}
      />
    )
  return (
    <Table
      caption={t('identity.mandates.given')}
      rows={given}
      rowKey={(one) => one.holder}
      columns={[
        { title: t('identity.mandates.holder'), cell: (one) => sites.byId(one.holder)?.name ?? '' },
        { title: t('identity.mandates.roles'), cell: (one) => names(one.roles, t) },
        { title: t('identity.mandates.until'), right: true, whole: true, cell: (one) => until(one, t) },
        {
          title: t('ui.table.action'),
          quiet: true,
          cell: (one) => (
            <form
              class="identity-row"
              method="post"
              action={visit.to(routes.endMandate, { holder: sites.byId(one.holder)?.slug ?? '' })}
            >
              <button class="alm-linkbutton" type="submit">
                {t('identity.mandates.end')}
                <span class="kern-sr-only">: {sites.byId(one.holder)?.name}</span>
              </button>
            </form>
          ),
        },
      ]}
      t={t}
    />
  )
}

/** Mandates that this tenant gave, and the form for a new one. */
export function MandatesPage(props: {
  readonly visit: Visit
  readonly given: readonly StoredMandate[]
  readonly holders: readonly Site[]
  readonly typed: { readonly holder: string; readonly roles: readonly string[]; readonly until: string }
  readonly said: readonly Said[]
}) {
  const { visit, given, holders, typed, said } = props
  const { t } = visit
  return (
    <>
      <Head title={t('identity.mandates.title')} lead={t('identity.mandates.lead', { site: visit.site.name })} t={t} />
      <ErrorSummary faults={said} t={t} />
      <Block title={t('identity.mandates.given')}>
        <Given visit={visit} given={given} />
      </Block>
      <Block title={t('identity.mandates.grant')} id="erteilen">
        {holders.length === 0 ? (
          <Empty title={t('identity.mandates.none-possible')} reason={t('identity.mandates.none-possible.reason')} />
        ) : (
          <form method="post" action={visit.to(routes.grantMandate)} noValidate>
            <FormStack>
              <p>{t('identity.mandates.grant.help')}</p>
              <SelectField
                id="holder"
                name="holder"
                label={t('identity.mandates.holder')}
                value={typed.holder}
                options={holders.map((one) => ({ value: one.slug, label: one.name }))}
                {...errorOf(said, 'holder')}
                t={t}
              />
              <RolesField values={typed.roles} said={said} label={t('identity.mandates.roles')} t={t} />
              <DateField
                id="until"
                name="until"
                label={t('identity.mandates.until')}
                value={typed.until}
                {...errorOf(said, 'until')}
                t={t}
              />
              <Button text={t('identity.mandates.grant')} />
            </FormStack>
          </form>
        )}
      </Block>
    </>
  )
}

const internal: Route = { id: 'shell/internal', method: 'GET', path: '/intern', permission: 'staff', module: 'shell', page: true }

/** For whom this body acts, with the way into each internal area. */
export function HeldPage({ visit, held }: { readonly visit: Visit; readonly held: readonly StoredMandate[] }) {
  const { t, sites } = visit
  const site = visit.site.name
  return (
    <>
      <Head title={t('identity.held.title')} lead={t('identity.held.lead', { count: held.length, site })} t={t} />
      {held.length === 0 ? (
        <Empty title={t('identity.held.none', { site })} reason={t('identity.held.none.reason')} level="h2" />
      ) : (
        <Table
          caption={t('identity.held.title')}
          rows={held}
          rowKey={(one) => one.tenant}
          columns={[
            {
              title: t('identity.held.tenant'),
              cell: (one) => {
                const town = sites.byId(one.tenant)
                return town ? (
                  <a class="alm-link" href={visit.toSite(town, internal)}>
                    {t('identity.held.open', { site: town.name })}
                  </a>
                ) : null
              },
            },
            { title: t('identity.mandates.roles'), cell: (one) => names(one.roles, t) },
            { title: t('identity.mandates.until'), right: true, whole: true, cell: (one) => until(one, t) },
          ]}
          t={t}
        />
      )}
    </>
  )
}
