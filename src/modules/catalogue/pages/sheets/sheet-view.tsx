import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { FileField } from '#ui/components/file-field/file-field.tsx'
import { FormStack } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import { sheetHeads } from '../../use-cases/edit/sheet-columns.ts'
import { largestSheet } from '../../use-cases/edit/sheet-file.ts'
import type { RowPlan } from '../../use-cases/edit/take-sheet.ts'
import { entriesFrame } from '../entries/entries-frame.ts'

/** Asks for the file and says what it must hold. */
export function sheetFormView(visit: Visit, error?: string): View {
  const { t } = visit
  const title = t('catalogue.sheet.title')
  return entriesFrame(
    visit,
    title,
    <>
      {error && <ErrorSummary faults={[{ field: 'datei', text: error }]} t={t} />}
      <Head title={title} lead={t('catalogue.sheet.lead')} t={t} />
      <form method="post" action={visit.to(routes.importSheet)} enctype="multipart/form-data" noValidate>
        <FormStack>
          <FileField
            id="datei"
            name="datei"
            label={t('catalogue.sheet.file')}
            help={t('catalogue.sheet.file.help')}
            accept={['.xlsx', '.csv']}
            types="XLSX, CSV"
            maxSize={largestSheet}
            error={error}
            t={t}
          />
          <Button text={t('catalogue.sheet.check')} />
        </FormStack>
      </form>
      <p class="catalogue-sheet-heads">
        {t('catalogue.sheet.heads', { heads: sheetHeads.join(', ') })}{' '}
        <a class="alm-link" href={visit.to(routes.entriesXlsx)}>
          {t('catalogue.sheet.example')}
        </a>
      </p>
    </>,
  )
}

const kinds = { new: 'run', changed: 'run', same: 'idle', faulty: 'bad' } as const

/** What each line would do; the faulty ones name cell and reason. */
export function sheetPlanView(id: string, plan: readonly RowPlan[], visit: Visit): View {
  const { t } = visit
  const wanted = plan.filter((one) => one.outcome === 'new' || one.outcome === 'changed').length
  const faulty = plan.filter((one) => one.outcome === 'faulty').length
  const title = t('catalogue.sheet.plan', { count: wanted })
  const columns: Column<RowPlan>[] = [
    { title: t('catalogue.sheet.line'), cell: (one) => String(one.line) },
    { title: t('catalogue.entries.column.title'), cell: (one) => one.title, named: false },
    {
      title: t('catalogue.sheet.outcome'),
      cell: (one) => <Status kind={kinds[one.outcome]}>{t(`catalogue.sheet.outcome.${one.outcome}`)}</Status>,
    },
    {
      title: t('catalogue.bulk.column.change'),
      cell: (one) =>
        one.outcome === 'faulty'
          ? one.faults.map((fault) => (
              <div key={fault.head}>
                {fault.head}: {t(`catalogue.sheet.fault.${fault.fault}`, { cell: fault.cell })}
              </div>
            ))
          : one.changes.map((change) => change.label).join(', '),
    },
  ]
  const order = ['faulty', 'new', 'changed', 'same']
  const rows = [...plan].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.line - b.line)
  return entriesFrame(
    visit,
    title,
    <>
      <Head title={title} lead={t('catalogue.sheet.plan.lead', { count: faulty })} t={t}>
        <form method="post" action={visit.to(routes.takeSheet, { id })}>
          <Actions>
            {wanted > 0 && <Button text={t('catalogue.sheet.take', { count: wanted })} />}
            <a class="alm-link" href={visit.to(routes.importPage)}>
              {t('catalogue.sheet.again')}
            </a>
          </Actions>
        </form>
      </Head>
      <Table caption={title} columns={columns} rows={rows} rowKey={(one) => String(one.line)} t={t} />
    </>,
  )
}
