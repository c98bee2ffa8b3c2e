import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, DateField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { OpenedProcedure } from '../../../../format.ts'
import { routes } from '../../../../routes.ts'
import { eventStaffRoutes } from '../../event-routes.ts'
import type { TownEvent } from '../../model/event.ts'
import type { Poll } from '../../model/poll.ts'
import type { FormFault } from '../../model/registration.ts'
import type { DatedEvent } from '../../store/event-store.ts'
import { faultLines, faultText, seatStatus } from '../words.ts'
import { staffEventFrame } from './frame.tsx'

/** How full it is, for staff: drafts say so. */
const standOf = (event: TownEvent, visit: Visit) =>
  event.state === 'draft'
    ? { kind: 'idle' as const, text: visit.t('participation.events.stand.draft') }
    : seatStatus(event, visit)

function EventTable<Row extends TownEvent>({
  events,
  visit,
  procedure,
}: {
  readonly events: readonly Row[]
  readonly visit: Visit
  readonly procedure?: (row: Row) => string
}) {
  const { t, lang } = visit
  return (
    <Table
      caption={t('participation.events.staff.dates')}
      rows={events}
      rowKey={(one) => one.id}
      columns={[
        {
          title: t('participation.events.fact.what'),
          cell: (one) => (
            <>
              <a href={visit.to(eventStaffRoutes.staffEvent, { event: one.id })}>{one.title}</a>
              {procedure && <span class="participation-more">{procedure(one)}</span>}
            </>
          ),
        },
        { title: t('participation.events.fact.when'), whole: true, cell: (one) => formatMoment(one.startsAt, lang, 'table') },
        {
          title: t('participation.events.staff.stand'),
          cell: (one) => {
            const { kind, text } = standOf(one, visit)
            return <Status kind={kind}>{text}</Status>
          },
        },
        {
          title: t('participation.events.staff.registered'),
          right: true,
          cell: (one) => (
            <a href={visit.to(eventStaffRoutes.registrations, { event: one.id })}>
              {one.seats === null ? one.taken : t('participation.events.staff.of', { taken: one.taken, seats: one.seats })}
            </a>
          ),
        },
        { title: t('participation.events.staff.waiting'), right: true, cell: (one) => one.waiting },
      ]}
      t={t}
    />
  )
}

/** Every date of the tenant: what is to come first. */
export function staffEventsView(
  visit: Visit,
  events: readonly DatedEvent[],
  procedures: readonly { readonly id: string; readonly title: string }[],
): View {
  const { t } = visit
  const title = t('participation.events.staff.list')
  return {
    title,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-events',
    crumbs: [{ label: title }],
    body: (
      <>
        <Head title={title} lead={t('participation.events.staff.list.lead')} t={t} />
        {events.length === 0 ? (
          <Empty title={t('participation.events.none')} reason={t('participation.events.staff.none')} level="h2" />
        ) : (
          <EventTable events={events} visit={visit} procedure={(one) => one.procedureTitle} />
        )}
        <Block title={t('participation.events.staff.procedures')} id="verfahren">
          {procedures.length === 0 ? (
            <p>{t('participation.events.staff.procedures.none')}</p>
          ) : (
            <LinkList
              stacked
              links={procedures.map(({ id, title: text }) => ({ href: visit.to(eventStaffRoutes.staffEventDesk, { id }), text }))}
            />
          )}
        </Block>
      </>
    ),
  }
}

/** What the desk of one procedure shows. */
export interface EventDesk {
  readonly opened: OpenedProcedure
  readonly events: readonly TownEvent[]
  readonly polls: readonly Poll[]
  readonly filled?: URLSearchParams
  readonly faults?: readonly FormFault[]
}

function NewDate({ desk, visit }: { readonly desk: EventDesk; readonly visit: Visit }) {
  const { t } = visit
  const { filled = new URLSearchParams(), faults = [] } = desk
  const field = (name: string) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      label: t(`participation.events.edit.${name}`),
      t,
      ...(fault ? { error: faultText(visit, fault) } : {}),
    }
  }
  const value = (name: string) => filled.get(name) ?? ''
  return (
    <form
      class="alm-form"
      method="post"
      action={visit.to(eventStaffRoutes.beginDate, { id: desk.opened.procedure.id })}
      noValidate
    >
      <ChoiceField
        {...field('art')}
        options={(['event', 'hours', 'poll'] as const).map((kind) => ({
          value: kind,
          label: t(`participation.events.kind.${kind}`),
          help: t(`participation.events.kind.${kind}.help`),
        }))}
        values={[filled.get('art') ?? 'event']}
      />
      <TextField {...field('titel')} value={value('titel')} maxLength={200} />
      <DateField {...field('tag')} value={value('tag')} />
      <TextField {...field('von')} type="time" value={value('von')} help={t('participation.events.edit.time.help')} />
      <TextField {...field('bis')} type="time" value={value('bis')} help={t('participation.events.edit.time.help')} />
      <Actions>
        <Button text={t('participation.events.staff.begin')} />
      </Actions>
    </form>
  )
}

/** The dates of one procedure, and the form that begins another. */
export function eventDeskView(visit: Visit, desk: EventDesk): View {
  const { t } = visit
  const { procedure } = desk.opened
  return staffEventFrame(
    visit,
    procedure,
    procedure.title,
    <>
      <ErrorSummary faults={faultLines(visit, desk.faults ?? [])} t={t} />
      <Head title={procedure.title} lead={t('participation.events.staff.desk.lead')} t={t}>
        <LinkList
          links={[
            ...(procedure.state === 'public'
              ? [{ href: visit.to(routes.procedure, { slug: procedure.slug }), text: t('participation.setup.public-page') }]
              : []),
            {
              href: visit.to(eventStaffRoutes.allRegistrationsCsv, { id: procedure.id }),
              text: t('participation.events.staff.all-csv'),
            },
          ]}
        />
      </Head>
      {desk.events.length === 0 ? (
        <Empty title={t('participation.events.none')} reason={t('participation.events.staff.none')} level="h2" />
      ) : (
        <EventTable events={desk.events} visit={visit} />
      )}
      {desk.polls.length > 0 && (
        <Block title={t('participation.events.staff.polls')} id="terminfindungen">
          <Table
            caption={t('participation.events.staff.polls')}
            rows={desk.polls}
            rowKey={(one) => one.id}
            columns={[
              {
                title: t('participation.events.fact.what'),
                cell: (one) => <a href={visit.to(eventStaffRoutes.staffPoll, { poll: one.id })}>{one.title}</a>,
              },
              { title: t('participation.events.staff.stand'), cell: (one) => t(`participation.events.poll.state.${one.state}`) },
              { title: t('participation.events.staff.answers'), right: true, cell: (one) => one.answers },
            ]}
            t={t}
          />
        </Block>
      )}
      <Block title={t('participation.events.staff.new')} id="neu">
        <NewDate desk={desk} visit={visit} />
      </Block>
    </>,
  )
}
