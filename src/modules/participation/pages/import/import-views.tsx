import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { FileField } from '#ui/components/file-field/file-field.tsx'
import { FormStack } from '#ui/components/form-field/form-field.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { listHeads, neededHeads } from '../../model/paper/read-list.ts'
import { paperRoutes } from '../../paper-routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { largestList, mostLines } from '../../use-cases/paper/read-list-file.ts'
import type { LinePlan } from '../../use-cases/paper/take-list.ts'
import { setupView } from '../setup/frame.tsx'

/** Asks for the file and says what it must hold. */
export function importFormView(
  visit: Visit,
  opened: ShownProcedure,
  state: { readonly fault?: string; readonly taken?: number },
): View {
  const { t } = visit
  const { id } = opened.procedure
  const categories = opened.format.asked?.(opened.settings).categories ?? []
  const error = state.fault && t(`participation.import.file.${state.fault}`, { most: mostLines, heads: neededHeads.join(', ') })
  return setupView(visit, opened, {
    title: t('participation.import.title'),
    lead: t('participation.import.lead'),
    before: (
      <>
        {state.taken && <Message kind="success" title={t('participation.import.done', { count: state.taken })} live t={t} />}
        <ErrorSummary faults={error ? [{ field: 'datei', text: error }] : []} t={t} />
      </>
    ),
    body: (
      <>
        <form method="post" action={visit.to(paperRoutes.readImport, { id })} enctype="multipart/form-data" noValidate>
          <FormStack>
            <FileField
              id="datei"
              name="datei"
              label={t('participation.import.file')}
              help={t('participation.import.file.help')}
              accept={['.xlsx', '.csv']}
              types="XLSX, CSV"
              maxSize={largestList}
              {...(error ? { error } : {})}
              t={t}
            />
            <Button text={t('participation.import.check')} />
          </FormStack>
        </form>
        <p>{t('participation.import.heads', { heads: listHeads.join(', '), needed: neededHeads.join(', ') })}</p>
        {categories.length > 0 && <p>{t('participation.import.categories', { categories: categories.join(', ') })}</p>}
        <p>
          <a class="alm-link" href={visit.to(paperRoutes.importExample, { id })}>
            {t('participation.import.example')}
          </a>
        </p>
      </>
    ),
  })
}

/** What each line would do; the faulty ones come first and name cell and reason. All of them are taken over or none. */
export function importPlanView(visit: Visit, opened: ShownProcedure, plan: readonly LinePlan[], id?: string): View {
  const { t } = visit
  const faulty = plan.filter((one) => one.faults.length > 0)
  const late = plan.filter((one) => one.late).length
  const title =
    faulty.length > 0
      ? t('participation.import.faulty', { count: faulty.length })
      : t('participation.import.ready', { count: plan.length })
  const rows = [...faulty, ...plan.filter((one) => one.faults.length === 0)]
  return setupView(visit, opened, {
    title,
    lead: faulty.length > 0 ? t('participation.import.faulty.lead') : t('participation.import.ready.lead', { count: late }),
    body: (
      <>
        <form method="post" action={visit.to(paperRoutes.takeImport, { id: opened.procedure.id })}>
          <HiddenValues values={{ liste: id ?? '' }} />
          <Actions>
            {faulty.length === 0 && id && <Button text={t('participation.import.take', { count: plan.length })} />}
            <a class="alm-link" href={visit.to(paperRoutes.importPage, { id: opened.procedure.id })}>
              {t('participation.import.again')}
            </a>
          </Actions>
        </form>
        <Table
          caption={title}
          rows={rows}
          rowKey={(one) => String(one.line)}
          t={t}
          columns={[
            { title: t('participation.import.line'), cell: (one) => t('participation.import.line.n', { line: one.line }) },
            { title: t('participation.enter.reference'), cell: (one) => one.reference, whole: true, named: true },
            { title: t('participation.field.title'), cell: (one) => one.title },
            {
              title: t('participation.import.outcome'),
              cell: (one) =>
                one.faults.length > 0 ? (
                  <Status kind="bad">
                    {one.faults.map((fault) => (
                      <div key={fault.head + fault.key}>
                        {fault.head}: {t(fault.key, fault.about ?? {})}
                      </div>
                    ))}
                  </Status>
                ) : (
                  <Status kind={one.late ? 'warn' : 'ok'}>
                    {t(one.late ? 'participation.import.late' : 'participation.import.new')}
                  </Status>
                ),
            },
          ]}
        />
      </>
    ),
  })
}
