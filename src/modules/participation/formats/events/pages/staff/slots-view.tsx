import { dayOf, formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { DateField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { Procedure } from '../../../../model/procedure.ts'
import { eventStaffRoutes } from '../../event-routes.ts'
import type { TownEvent } from '../../model/event.ts'
import type { FormFault } from '../../model/registration.ts'
import { type Slot, timesOf } from '../../model/slots.ts'
import { faultLines, faultText } from '../words.ts'
import { EventTabs, staffEventFrame } from './frame.tsx'

/** The slots of office hours: those there are, and the rule that makes more. */
export function slotsView(
  visit: Visit,
  procedure: Procedure,
  event: TownEvent,
  slots: readonly Slot[],
  state: { readonly filled?: URLSearchParams; readonly faults?: readonly FormFault[]; readonly said?: string } = {},
): View {
  const { t, lang } = visit
  const { faults = [], filled = new URLSearchParams() } = state
  const times = timesOf(slots)
  const free = slots.filter((one) => !one.taken).length
  const usual: Readonly<Record<string, string>> = { tag: dayOf(event.startsAt), minuten: '20', pause: '0', tische: '1' }
  const field = (name: string) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      label: t(`participation.events.edit.${name}`),
      value: filled.get(name) ?? usual[name] ?? '',
      t,
      ...(fault ? { error: faultText(visit, fault) } : {}),
    }
  }
  const action = visit.to(eventStaffRoutes.changeSlots, { event: event.id })
  return staffEventFrame(
    visit,
    procedure,
    event.title,
    <>
      <EventTabs event={event} now="slots" visit={visit} />
      {state.said && <Message kind="success" title={state.said} live t={t} />}
      <ErrorSummary faults={faultLines(visit, faults)} t={t} />
      <Head
        title={t('participation.events.staff.slots.title', { free, count: slots.length })}
        lead={t('participation.events.staff.slots.lead')}
        t={t}
      />
      {times.length > 0 && (
        <Table
          caption={t('participation.events.staff.tab.slots')}
          rows={times}
          rowKey={(one) => one.startsAt.toISOString()}
          columns={[
            {
              title: t('participation.events.poll.time'),
              whole: true,
              cell: (one) =>
                `${formatDay(dayOf(one.startsAt), lang, 'short')}, ${formatMoment(one.startsAt, lang, 'time')}–${formatMoment(one.endsAt, lang, 'time')}`,
            },
            { title: t('participation.events.edit.tische'), right: true, cell: (one) => one.desks },
            { title: t('participation.events.staff.slots.free'), right: true, cell: (one) => one.free },
            {
              title: t('participation.events.staff.slots.remove'),
              quiet: true,
              cell: (one) =>
                one.free === one.desks ? (
                  <form method="post" action={action}>
                    <HiddenValues values={{ zeit: one.startsAt.toISOString() }} />
                    <Button kind="secondary" text={t('participation.events.staff.slots.remove')} name="tat" value="weg" />
                  </form>
                ) : null,
            },
          ]}
          t={t}
        />
      )}
      <Block title={t('participation.events.staff.slots.rule')} id="regel">
        <form class="alm-form" method="post" action={action} noValidate>
          <DateField {...field('tag')} />
          <TextField {...field('von')} type="time" />
          <TextField {...field('bis')} type="time" />
          <TextField {...field('minuten')} type="number" />
          <TextField {...field('pause')} type="number" />
          <TextField {...field('tische')} type="number" help={t('participation.events.edit.tische.help')} />
          <Actions>
            <Button text={t('participation.events.staff.slots.add')} name="tat" value="neu" />
          </Actions>
        </form>
      </Block>
    </>,
  )
}
