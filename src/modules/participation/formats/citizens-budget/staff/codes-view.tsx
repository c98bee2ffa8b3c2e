import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { FormStack, SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Qr } from '#ui/components/qr/qr.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { spacedCode } from '../../../model/vote/receipt-code.ts'
import type { CodeBatch } from '../../../store/vote/code-store.ts'
import { mostCodes } from '../../../use-cases/vote/staff-votes.ts'
import { budgetRoutes } from '../routes.ts'
import { budgetStaffRoutes } from '../staff-routes.ts'
import { type StaffBudget, staffCrumbs } from './open-staff.ts'

/** Where the code of a letter leads. */
export const codeHref = (visit: Visit, { procedure }: StaffBudget, code: string): string =>
  visit.origin + visit.to(budgetRoutes.ballots, { slug: procedure.slug }, { code })

/** What was typed and what came of it. */
export interface CodesState {
  readonly batches: readonly CodeBatch[]
  readonly count?: string
  readonly code?: string
  readonly fault?: 'count' | 'code' | undefined
  readonly said?: string | undefined
}

/** Make codes for letters, and block those of lost ones. */
export function codesView(visit: Visit, opened: StaffBudget, state: CodesState): View {
  const { t } = visit
  const action = visit.to(budgetStaffRoutes.makeBudgetCodes, { id: opened.procedure.id })
  const title = t('participation.budget-staff.codes')
  const fault = state.fault && { field: state.fault, text: t(`participation.codes.fault.${state.fault}`, { most: mostCodes }) }
  return {
    title,
    frame: 'staff',
    robots: 'noindex',
    area: 'participation-setup',
    crumbs: staffCrumbs(visit, opened, title),
    body: (
      <>
        {state.said && <Message kind="success" title={state.said} live t={t} />}
        <ErrorSummary faults={fault ? [fault] : []} t={t} />
        <Head pre={opened.procedure.title} title={title} lead={t('participation.codes.lead')} t={t} />
        <Block title={t('participation.codes.make')} id="neu">
          <form method="post" action={action} noValidate>
            <FormStack>
              <TextField
                id="count"
                name="count"
                label={t('participation.codes.count')}
                help={t('participation.codes.count.help', { most: mostCodes })}
                value={state.count ?? ''}
                {...(state.fault === 'count' && fault ? { error: fault.text } : {})}
                t={t}
              />
              <SelectField
                id="als"
                name="als"
                label={t('participation.codes.as')}
                options={[
                  { value: 'briefe', label: t('participation.codes.as.letters') },
                  { value: 'csv', label: t('participation.codes.as.csv') },
                ]}
                t={t}
              />
              <Button text={t('participation.codes.make')} name="tat" value="drucken" />
            </FormStack>
          </form>
        </Block>
        {state.batches.length > 0 && (
          <Block title={t('participation.codes.batches')} id="laeufe">
            <Table<CodeBatch>
              caption={t('participation.codes.batches')}
              columns={[
                { title: t('participation.codes.batch'), cell: ({ batch }) => batch },
                { title: t('participation.codes.count'), cell: ({ count }) => String(count), right: true },
                { title: t('participation.codes.blocked'), cell: (one) => String(one.void), right: true },
              ]}
              rows={state.batches}
              rowKey={({ batch }) => batch}
              t={t}
            />
          </Block>
        )}
        <Block title={t('participation.codes.block')} id="sperren">
          <form method="post" action={action} noValidate>
            <FormStack>
              <TextField
                id="code"
                name="code"
                label={t('participation.vote.code')}
                help={t('participation.codes.block.help')}
                value={state.code ?? ''}
                autocomplete="off"
                {...(state.fault === 'code' && fault ? { error: fault.text } : {})}
                t={t}
              />
              <Button kind="danger" text={t('participation.codes.block')} name="tat" value="sperren" />
            </FormStack>
          </form>
        </Block>
      </>
    ),
  }
}

/** The letters, one on a page: they are shown this once. */
export function lettersView(visit: Visit, opened: StaffBudget, codes: readonly string[]): View {
  const { t, site } = visit
  const title = t('participation.codes.letters', { count: codes.length })
  return {
    title,
    frame: 'staff',
    robots: 'noindex',
    secret: true,
    area: 'participation-setup',
    crumbs: staffCrumbs(visit, opened, t('participation.budget-staff.codes')),
    body: (
      <>
        <div class="participation-letters-note">
          <Message kind="warning" title={t('participation.codes.once')} t={t} />
          <Head pre={opened.procedure.title} title={title} lead={t('participation.codes.print')} t={t} />
        </div>
        {codes.map((code) => (
          <section key={code} class="participation-letter" aria-label={spacedCode(code)}>
            <p>{site.name}</p>
            <h2>{opened.procedure.title}</h2>
            <p>{t('participation.codes.letter.text')}</p>
            <p class="participation-letter-code">{spacedCode(code)}</p>
            <Qr text={codeHref(visit, opened, code)} label={t('participation.codes.letter.qr')} />
            <p>
              {visit.origin}
              {visit.to(budgetRoutes.ballots, { slug: opened.procedure.slug })}
            </p>
            <p>{t('participation.codes.letter.secret')}</p>
          </section>
        ))}
      </>
    ),
  }
}
