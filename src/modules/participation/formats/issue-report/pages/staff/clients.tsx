import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { isId } from '#kernel/id.ts'
import { formatNumber } from '#kernel/locale.ts'
import { type Answer, type Handler, handler, page, redirect, type View, type Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Copy } from '#ui/components/copy/copy.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { type ParticipationHouse, staffDb } from '../../../../house.ts'
import { actingIn } from '../../../../use-cases/setup/acting.ts'
import { issueRoutes } from '../../issue-routes.ts'
import { clientsOf, type IssueClient } from '../../store/client-store.ts'
import { addClient, endClient } from '../../use-cases/issue-clients.ts'

interface ClientsState {
  readonly made?: { readonly name: string; readonly key: string }
  readonly fault?: 'missing' | 'long'
  readonly typed?: string
  readonly ended?: boolean
}

/** Programs of others that may report by Open311, and the addresses that they need. */
function clientsView(visit: Visit, clients: readonly IssueClient[], state: ClientsState): View {
  const { t, lang } = visit
  const title = t('participation.issue.clients.title')
  const action = visit.to(issueRoutes.changeClients)
  const error = state.fault && t(`participation.issue.clients.fault.${state.fault}`)
  return {
    title,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-issues',
    islands: ['copy'],
    // A key that was just made stands on it, once.
    secret: state.made !== undefined,
    crumbs: [{ label: t('participation.issue.staff.list'), href: visit.to(issueRoutes.staffIssues) }, { label: title }],
    body: (
      <>
        {state.ended && <Message kind="success" title={t('participation.issue.clients.ended')} live t={t} />}
        {state.made && (
          <Message kind="success" title={t('participation.issue.clients.made', { name: state.made.name })} live t={t}>
            <Copy label={t('participation.issue.clients.key')} text={state.made.key} t={t} />
            <p>{t('participation.issue.clients.once')}</p>
          </Message>
        )}
        <Head title={title} lead={t('participation.issue.clients.lead')} t={t} />
        <ErrorSummary faults={error ? [{ field: 'name', text: error }] : []} t={t} />
        <Section title={t('participation.issue.clients.addresses')} id="adressen">
          <Copy
            label={t('participation.issue.clients.discovery')}
            text={visit.address(visit.site, issueRoutes.discovery, { format: 'xml' })}
            t={t}
          />
          <p class="alm-small">{t('participation.issue.clients.jurisdiction', { id: visit.site.slug })}</p>
        </Section>
        <Section title={t('participation.issue.clients.list')} id="programme">
          {clients.length === 0 ? (
            <p>{t('participation.issue.clients.none')}</p>
          ) : (
            <Table
              caption={t('participation.issue.clients.list')}
              rows={clients}
              rowKey={({ id }) => id}
              t={t}
              columns={[
                { title: t('participation.issue.clients.name'), cell: ({ name }) => name },
                {
                  title: t('participation.issue.clients.since'),
                  whole: true,
                  named: true,
                  cell: ({ createdAt }) => formatDay(dayOf(createdAt), lang, 'short'),
                },
                {
                  title: t('participation.issue.clients.reports'),
                  right: true,
                  cell: ({ reports }) => formatNumber(reports, lang),
                },
                {
                  title: t('participation.issue.clients.used'),
                  whole: true,
                  named: true,
                  cell: ({ usedOn }) => (usedOn ? formatDay(usedOn, lang, 'short') : t('participation.issue.clients.never')),
                },
                {
                  title: t('participation.issue.status'),
                  cell: ({ id, name, revokedAt }) =>
                    revokedAt ? (
                      <Status kind="idle">
                        {t('participation.issue.clients.out', { date: formatDay(dayOf(revokedAt), lang, 'short') })}
                      </Status>
                    ) : (
                      <form method="post" action={action} aria-label={t('participation.issue.clients.end.label', { name })}>
                        <HiddenValues values={{ id }} />
                        <Button kind="danger" text={t('participation.issue.clients.end')} name="tat" value="sperren" />
                      </form>
                    ),
                },
              ]}
            />
          )}
        </Section>
        <Section title={t('participation.issue.clients.new')} id="neu">
          <form class="alm-form" method="post" action={action} noValidate>
            <TextField
              id="name"
              name="name"
              label={t('participation.issue.clients.name')}
              help={t('participation.issue.clients.name.help')}
              value={state.typed ?? ''}
              maxLength={80}
              {...(error ? { error } : {})}
              t={t}
            />
            <Actions>
              <Button text={t('participation.issue.clients.add')} name="tat" value="neu" />
            </Actions>
          </form>
        </Section>
      </>
    ),
  }
}

async function show(house: ParticipationHouse, visit: Visit, state: ClientsState = {}, status = 200): Promise<Answer> {
  return page(clientsView(visit, await clientsOf(staffDb(house, visit.site), visit.site.id), state), status)
}

async function change(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { form } = visit
  if (form.get('tat') === 'sperren') {
    const id = form.get('id') ?? ''
    if (isId(id)) await endClient(house, actingIn(visit), id)
    return redirect(visit.to(issueRoutes.issueClients, {}, { gesperrt: 1 }), 303)
  }
  const typed = form.get('name') ?? ''
  const made = await addClient(house, actingIn(visit), typed)
  // Shown in this very answer and nowhere again: a redirect would have to keep the key.
  return made.ok ? show(house, visit, { made: made.value }) : show(house, visit, { fault: made.error, typed }, 422)
}

/** Staff lets programs of others report, and shuts them out. */
export const clientHandlers = (house: ParticipationHouse): Handler[] => [
  handler(issueRoutes.issueClients, (visit) => show(house, visit, { ended: visit.query.has('gesperrt') })),
  handler(issueRoutes.changeClients, (visit) => change(house, visit)),
]
