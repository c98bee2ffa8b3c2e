import { formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { textIn } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { formats } from '../../formats.ts'
import { formatOf } from '../../known-formats.ts'
import type { SetupFault } from '../../model/setup/typed.ts'
import { setupRoutes } from '../../setup-routes.ts'
import type { SetupRow } from '../../store/setup-store.ts'
import { lastDay } from '../words.ts'
import { StateWord, setupFaultLines, setupFaultText } from './frame.tsx'

/** What runs now, and until when. */
function phaseOf(row: SetupRow, visit: Visit): string {
  if (!row.phase) return visit.t('participation.setup.no-phase')
  return row.endsAt
    ? visit.t('participation.setup.phase-until', { phase: row.phase, day: formatDay(lastDay(row.endsAt), visit.lang, 'short') })
    : row.phase
}

/** The procedures of the tenant: what state each is in, what runs, what waits. */
export function setupListView(visit: Visit, rows: readonly SetupRow[]): View {
  const { t, lang } = visit
  const waiting = rows.reduce((all, one) => all + one.waiting, 0)
  const mayEdit = visit.may('participation/edit')
  return {
    title: t('participation.setup.list'),
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-setup',
    crumbs: [{ label: t('participation.setup.list') }],
    body: (
      <>
        <Head
          title={t(waiting > 0 ? 'participation.setup.list.waiting' : 'participation.setup.list', { count: waiting })}
          lead={t('participation.setup.list.lead', { count: rows.length })}
          t={t}
        >
          {mayEdit && (
            <Actions>
              <Button text={t('participation.setup.begin')} href={visit.to(setupRoutes.newProcedure)} />
            </Actions>
          )}
        </Head>
        {rows.length === 0 ? (
          <Empty title={t('participation.setup.none')} reason={t('participation.setup.none.reason')} level="h2" />
        ) : (
          <Table
            caption={t('participation.setup.list')}
            rows={rows}
            rowKey={(one) => one.id}
            t={t}
            columns={[
              {
                title: t('participation.setup.column.title'),
                cell: (one) => (
                  <>
                    <a href={visit.to(setupRoutes.setup, { id: one.id })}>{one.title}</a>
                    <br />
                    <span class="alm-small alm-muted">
                      {one.prefix}, {formatName(one.format, visit)}
                    </span>
                  </>
                ),
              },
              { title: t('participation.setup.column.state'), cell: (one) => <StateWord state={one.state} visit={visit} /> },
              {
                title: t('participation.setup.column.phase'),
                cell: (one) => (one.state === 'public' ? phaseOf(one, visit) : ''),
              },
              { title: t('participation.setup.column.waiting'), cell: (one) => String(one.waiting), right: true },
              { title: t('participation.setup.column.unanswered'), cell: (one) => String(one.unanswered), right: true },
              {
                title: t('participation.setup.column.changed'),
                cell: (one) => formatMoment(one.changedAt, lang, 'table'),
                right: true,
                whole: true,
              },
            ]}
          />
        )}
      </>
    ),
  }
}

/** Name of a format in the language of the page; its folder where it is gone. */
export function formatName(id: string, visit: Visit): string {
  const format = formatOf(id)
  return format ? textIn(format.name, visit.lang) : id
}

/** Asks for the form of participation and the title. */
export function newProcedureView(
  visit: Visit,
  typed: { readonly format: string; readonly title: string },
  faults: readonly SetupFault[],
): View {
  const { t, lang } = visit
  const title = t('participation.setup.begin')
  const fault = (field: string) => {
    const one = faults.find((found) => found.field === field)
    return one ? setupFaultText(visit, one) : undefined
  }
  return {
    title,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-setup',
    crumbs: [{ label: t('participation.setup.list'), href: visit.to(setupRoutes.staffProcedures) }, { label: title }],
    body: (
      <>
        <ErrorSummary faults={setupFaultLines(visit, faults)} t={t} />
        <Head title={title} lead={t('participation.setup.begin.lead')} t={t} />
        <form method="post" action={visit.to(setupRoutes.beginProcedure)} noValidate>
          <FormStack>
            <ChoiceField
              id="format"
              name="format"
              label={t('participation.setup.format')}
              values={[typed.format]}
              options={formats.map((one) => ({ value: one.id, label: textIn(one.name, lang), help: textIn(one.use, lang) }))}
              error={fault('format')}
              t={t}
            />
            <TextField
              id="title"
              name="title"
              label={t('participation.setup.field.title')}
              help={t('participation.setup.field.title.help')}
              value={typed.title}
              maxLength={120}
              error={fault('title')}
              t={t}
            />
            <Button text={t('participation.setup.begin.do')} />
          </FormStack>
        </form>
      </>
    ),
  }
}
