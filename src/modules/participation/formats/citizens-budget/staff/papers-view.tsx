import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Choice } from '#ui/components/choice/choice.tsx'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { CheckField, ChoiceField, FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { numberField } from '../../../model/vote/ballot.ts'
import { type Box, candidatesOf } from '../../../model/vote/box.ts'
import type { PaperPair } from '../../../store/vote/paper-store.ts'
import { budgetStaffRoutes } from '../staff-routes.ts'
import { type StaffBudget, staffCrumbs } from './open-staff.ts'

export interface PapersState {
  readonly box: Box
  readonly figures: { readonly all: number; readonly agreed: number; readonly spoilt: number }
  readonly differing: readonly PaperPair[]
  readonly typed?: URLSearchParams
  readonly faults?: readonly FieldFault[]
  readonly said?: string | undefined
}

/** What somebody typed for a paper, in keys: "A, C" or "A 3, C 2". */
function shown(
  visit: Visit,
  projects: readonly string[] | null,
  points: readonly number[] | null,
  spoilt: boolean | null,
): string {
  if (!projects) return visit.t('participation.papers.missing')
  if (spoilt) return visit.t('participation.papers.spoilt')
  return projects.map((key, i) => (points ? `${key} ${points[i]}` : key)).join(', ')
}

function Entry({ visit, opened, state }: { readonly visit: Visit; readonly opened: StaffBudget; readonly state: PapersState }) {
  const { t } = visit
  const { box, typed = new URLSearchParams(), faults = [] } = state
  const candidates = candidatesOf(opened.projects, box.id)
  const ticks = box.kind === 'knapsack' || box.kind === 'approval'
  const error = (name: string) => {
    const text = faults.find(({ field }) => field === name)?.text
    return text ? { error: text } : {}
  }
  return (
    <form method="post" action={visit.to(budgetStaffRoutes.enterBudgetPaper, { id: opened.procedure.id })} noValidate>
      <HiddenValues values={{ topf: box.slug }} />
      <FormStack>
        <TextField
          id="nummer"
          name="nummer"
          label={t('participation.papers.number')}
          help={t('participation.papers.number.help')}
          value={typed.get('nummer') ?? ''}
          {...error('nummer')}
          t={t}
        />
        {ticks ? (
          <ChoiceField
            id="wahl"
            name="v"
            several
            label={t('participation.papers.choice')}
            values={typed.getAll('v')}
            options={candidates.map(({ key, title }) => ({ value: key, label: `${key} ${title}` }))}
            {...error('wahl')}
            t={t}
          />
        ) : (
          candidates.map(({ key, title }) => (
            <TextField
              key={key}
              id={`wahl-${key}`}
              name={numberField(key)}
              label={`${key} ${title}`}
              value={typed.get(numberField(key)) ?? ''}
              optional
              {...error(`wahl-${key}`)}
              t={t}
            />
          ))
        )}
        <CheckField
          id="ungueltig"
          name="ungueltig"
          label={t('participation.papers.spoilt')}
          help={t('participation.papers.spoilt.help')}
          checked={typed.get('ungueltig') === '1'}
          optional
          t={t}
        />
        <Button text={t('participation.papers.enter')} name="tat" value="eingeben" />
      </FormStack>
    </form>
  )
}

/** Ballots on paper: type them in, look at what differs, put what agrees into the count, spend the codes of those who voted so. */
export function papersView(visit: Visit, opened: StaffBudget, state: PapersState): View {
  const { t } = visit
  const { box, figures, differing, faults = [], said } = state
  const title = t('participation.budget-staff.papers')
  const action = visit.to(budgetStaffRoutes.enterBudgetPaper, { id: opened.procedure.id })
  const here = (slug: string) => visit.to(budgetStaffRoutes.budgetPapers, { id: opened.procedure.id }, { topf: slug })
  const codeFault = faults.find(({ field }) => field === 'code')?.text
  return {
    title,
    frame: 'staff',
    robots: 'noindex',
    area: 'participation-setup',
    crumbs: staffCrumbs(visit, opened, title),
    body: (
      <>
        {said && <Message kind="success" title={said} live t={t} />}
        <ErrorSummary faults={faults} t={t} />
        <Head pre={opened.procedure.title} title={title} lead={t('participation.papers.lead', { ...figures })} t={t}>
          {opened.boxes.length > 1 && (
            <Choice
              label={t('participation.budget-staff.box')}
              links={opened.boxes.map((one) => ({ text: one.title, href: here(one.slug), current: one.id === box.id }))}
            />
          )}
        </Head>
        <Block title={t('participation.papers.enter')} id="eingeben">
          <Entry visit={visit} opened={opened} state={state} />
        </Block>
        {differing.length > 0 && (
          <Block title={t('participation.papers.differing')} id="unterschiede">
            <Table<PaperPair>
              caption={t('participation.papers.differing')}
              columns={[
                { title: t('participation.papers.number'), cell: ({ number }) => String(number) },
                {
                  title: t('participation.papers.first'),
                  cell: (one) => shown(visit, one.first, one.firstPoints, one.firstSpoilt),
                },
                {
                  title: t('participation.papers.second'),
                  cell: (one) => shown(visit, one.second, one.secondPoints, one.secondSpoilt),
                },
              ]}
              rows={differing}
              rowKey={({ number }) => String(number)}
              t={t}
            />
          </Block>
        )}
        <Block title={t('participation.papers.take')} id="uebernehmen">
          <form method="post" action={action}>
            <HiddenValues values={{ topf: box.slug }} />
            <p>{t('participation.papers.take.note')}</p>
            <Actions>
              <Button kind="secondary" text={t('participation.papers.take')} name="tat" value="uebernehmen" />
            </Actions>
          </form>
        </Block>
        <Block title={t('participation.papers.spend')} id="einloesen">
          <form method="post" action={action} noValidate>
            <HiddenValues values={{ topf: box.slug }} />
            <FormStack>
              <TextField
                id="code"
                name="code"
                label={t('participation.papers.code')}
                help={t('participation.papers.code.help')}
                value={codeFault ? (state.typed?.get('code') ?? '') : ''}
                autocomplete="off"
                {...(codeFault ? { error: codeFault } : {})}
                t={t}
              />
              <Button kind="secondary" text={t('participation.papers.spend')} name="tat" value="einloesen" />
            </FormStack>
          </form>
        </Block>
      </>
    ),
  }
}
