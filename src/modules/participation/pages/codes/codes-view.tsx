import type { Crumb, View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { FormStack, SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { CodeBatch } from '../../store/vote/code-store.ts'
import { type BudgetActing, mostCodes } from '../../use-cases/vote/staff-votes.ts'

/** Codes of a procedure: what they are for, where their letters lead, and who makes them. */
export interface CodesOf {
  readonly acting: BudgetActing
  readonly slug: string
  /** Where the form goes. */
  readonly action: string
  readonly title: string
  readonly crumbs: readonly Crumb[]
  /** Full address to which a letter leads; without a code the one that people type. */
  target(code?: string): string
  /** The part of the text keys that says what a code is good for. */
  readonly words: 'vote' | 'part'
}

/** What was typed and what came of it. */
export interface CodesState {
  readonly batches: readonly CodeBatch[]
  readonly count?: string
  readonly code?: string
  readonly fault?: 'count' | 'code' | undefined
  readonly said?: string | undefined
}

/** Make codes for letters, and block those of lost ones. */
export function codesView(visit: Visit, { acting, action, title, crumbs, words }: CodesOf, state: CodesState): View {
  const { t } = visit
  const fault = state.fault && { field: state.fault, text: t(`participation.codes.fault.${state.fault}`, { most: mostCodes }) }
  return {
    title,
    frame: 'staff',
    robots: 'noindex',
    area: 'participation-setup',
    crumbs,
    body: (
      <>
        {state.said && <Message kind="success" title={state.said} live t={t} />}
        <ErrorSummary faults={fault ? [fault] : []} t={t} />
        <Head pre={acting.procedure.title} title={title} lead={t(`participation.codes.${words}.lead`)} t={t} />
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
                  { value: 'pdf', label: t('participation.codes.as.letters') },
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
                help={t(`participation.codes.${words}.block.help`)}
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
