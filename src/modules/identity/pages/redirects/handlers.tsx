import { isId } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, problem, redirect, type Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { UndoMessage } from '#ui/components/undo-message/undo-message.tsx'
import { routes } from '../../routes.ts'
import { redirectsOf, type StoredRedirect } from '../../store/site-contents-store.ts'
import type { AdminHouse, FieldFault } from '../../use-cases/admin-house.ts'
import { addRedirect, removeRedirect } from '../../use-cases/change-redirects.ts'
import { actOf, doneAt, errorOf, field, sentences, staffPage } from '../staff-page.tsx'

interface Typed {
  readonly from: string
  readonly to: string
}

const List = ({ visit, redirects }: { readonly visit: Visit; readonly redirects: readonly StoredRedirect[] }) => {
  const { t } = visit
  if (redirects.length === 0) return <Empty title={t('identity.redirects.none')} reason={t('identity.redirects.none.reason')} />
  return (
    <Table
      caption={t('identity.redirects.title')}
      rows={redirects}
      rowKey={(one) => one.id}
      columns={[
        { title: t('identity.redirects.from'), cell: (one) => <span class="identity-break">{one.oldPath}</span> },
        { title: t('identity.redirects.to'), named: true, cell: (one) => <span class="identity-break">{one.target}</span> },
        {
          title: t('ui.table.action'),
          quiet: true,
          cell: (one) => (
            <form class="identity-row" method="post" action={visit.to(routes.removeRedirect, { redirect: one.id })}>
              <button class="alm-linkbutton" type="submit">
                {t('identity.redirects.remove')}
                <span class="kern-sr-only">: {one.oldPath}</span>
              </button>
            </form>
          ),
        },
      ]}
      t={t}
    />
  )
}

/** What was taken away, with the way to put it back; both come from the address and are checked again when they are sent. */
const Removed = ({ visit }: { readonly visit: Visit }) => {
  const [from, to] = [visit.query.get('war') ?? '', visit.query.get('fuehrte') ?? '']
  if (!from.startsWith('/') || !to) return null
  return (
    <UndoMessage
      title={visit.t('identity.redirects.removed')}
      undo={{ action: visit.to(routes.addRedirect), hidden: { from, to } }}
      t={visit.t}
    />
  )
}

async function list(
  house: AdminHouse,
  visit: Visit,
  typed: Typed = { from: '', to: '' },
  faults: readonly FieldFault[] = [],
): Promise<Answer> {
  const { t } = visit
  const said = sentences(visit, 'redirects', faults)
  const line = (name: 'from' | 'to') => ({
    id: name,
    name,
    label: t(`identity.redirects.${name}`),
    help: t(`identity.redirects.${name}.help`),
    value: typed[name],
    ...errorOf(said, name),
    t,
  })
  return staffPage(visit, {
    title: t('identity.redirects.title'),
    area: 'identity/redirects',
    status: faults.length > 0 ? 422 : 200,
    body: (
      <>
        <Head title={t('identity.redirects.title')} lead={t('identity.redirects.lead')} t={t} />
        <Removed visit={visit} />
        <ErrorSummary faults={said} t={t} />
        <Block title={t('identity.redirects.all')}>
          <List visit={visit} redirects={await redirectsOf(house.database.system, visit.site.id)} />
        </Block>
        <Block title={t('identity.redirects.add')} id="neu">
          <form method="post" action={visit.to(routes.addRedirect)} noValidate>
            <FormStack>
              <TextField {...line('from')} />
              <TextField {...line('to')} />
              <Button text={t('identity.redirects.add')} />
            </FormStack>
          </form>
        </Block>
      </>
    ),
  })
}

/** Whether the house has something at exactly this address: a page without a parameter, or the site of another tenant. */
const answered = (visit: Visit) => (path: string) => {
  const [, first = ''] = path.split('/')
  return visit.sites.bySlug(first) !== undefined || Boolean(visit.request.server.findRoute({ method: 'GET', url: path }))
}

async function add(house: AdminHouse, visit: Visit): Promise<Answer> {
  const typed = { from: field(visit, 'from'), to: field(visit, 'to') }
  const done = await addRedirect(house, actOf(visit), typed, answered(visit))
  return done.ok ? doneAt(visit.to(routes.redirects), 'redirect-added') : list(house, visit, typed, done.error)
}

async function remove(house: AdminHouse, visit: Visit): Promise<Answer> {
  const id = visit.params.redirect
  const gone = isId(id) ? await removeRedirect(house, actOf(visit), id) : undefined
  return gone ? redirect(visit.to(routes.redirects, {}, { war: gone.oldPath, fuehrte: gone.target })) : problem(notFound)
}

/** Old addresses and where they lead now. */
export const redirectHandlers = (house: AdminHouse): Handler[] => [
  handler(routes.redirects, (visit) => list(house, visit)),
  handler(routes.addRedirect, (visit) => add(house, visit)),
  handler(routes.removeRedirect, (visit) => remove(house, visit)),
]
