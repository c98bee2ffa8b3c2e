import { isIdInAnyCase } from '#kernel/id.ts'
import { oneLine, severalLines } from '#kernel/text.ts'
import { type Answer, type Handler, handler, page, redirect, type View, type Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { longestAnswer } from '../../model/answer.ts'
import { outcomes, reasons } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import { dropTextBlock, putTextBlock, type TextBlock, textBlocks } from '../../store/staff-answer-store.ts'
import { asStaff, clerkIn, noteStaffAct } from '../../use-cases/staff-act.ts'

interface BlockFault {
  readonly field: 'title' | 'body'
  readonly fault: 'missing' | 'long'
}

function blocksView(visit: Visit, blocks: readonly TextBlock[], faults: readonly BlockFault[] = []): View {
  const { t, form } = visit
  const typed = (name: string) => (faults.length > 0 ? (form.get(name) ?? '') : '')
  const error = (field: BlockFault['field']) => {
    const one = faults.find((fault) => fault.field === field)
    return one && t(`participation.blocks.fault.${field}.${one.fault}`)
  }
  const none = { value: '', label: t('participation.blocks.open') }
  const said = ['gespeichert', 'geloescht'].find((one) => one === visit.query.get('getan'))
  return {
    title: t('participation.blocks.title'),
    robots: 'noindex',
    frame: 'staff',
    area: 'accounts',
    crumbs: [
      { label: t('participation.accounts.title'), href: visit.to(routes.staffAccounts) },
      { label: t('participation.blocks.title') },
    ],
    body: (
      <>
        {said && <Message kind="success" title={t(`participation.blocks.said.${said}`)} live t={t} />}
        <ErrorSummary faults={faults.map(({ field }) => ({ field, text: error(field) ?? '' }))} t={t} />
        <Head title={t('participation.blocks.title')} lead={t('participation.blocks.lead')} t={t} />
        {blocks.map((one) => (
          <Section key={one.id} title={one.title} id={`baustein-${one.id}`}>
            {one.outcome && <p class="alm-small">{t(`participation.outcome.${one.outcome}`)}</p>}
            <Said text={one.body} />
            <form method="post" action={visit.to(routes.changeTextBlocks)}>
              <input type="hidden" name="id" value={one.id} />
              <Button kind="danger" text={t('participation.blocks.drop')} name="tat" value="loeschen" />
            </form>
          </Section>
        ))}
        <Section title={t('participation.blocks.new')} id="neu" note={t('participation.blocks.new.note')}>
          <form class="alm-form" method="post" action={visit.to(routes.changeTextBlocks)} noValidate>
            <TextField
              id="title"
              name="title"
              label={t('participation.blocks.name')}
              value={typed('title')}
              error={error('title')}
              maxLength={longestAnswer.office}
              t={t}
            />
            <SelectField
              id="outcome"
              name="outcome"
              label={t('participation.answers.field.outcome')}
              value={typed('outcome')}
              options={[none, ...outcomes.map((value) => ({ value, label: t(`participation.outcome.${value}`) }))]}
              optional
              t={t}
            />
            <SelectField
              id="reason"
              name="reason"
              label={t('participation.answers.field.reason')}
              value={typed('reason')}
              options={[none, ...reasons.map((value) => ({ value, label: t(`participation.reason.${value}`) }))]}
              optional
              t={t}
            />
            <TextArea
              id="body"
              name="body"
              label={t('participation.answers.field.body')}
              value={typed('body')}
              error={error('body')}
              rows={6}
              maxLength={longestAnswer.body}
              t={t}
            />
            <Button text={t('participation.blocks.save')} name="tat" value="speichern" />
          </form>
        </Section>
      </>
    ),
  }
}

async function change(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { form, site } = visit
  const clerk = clerkIn(visit)
  const back = (getan: string) => redirect(visit.to(routes.textBlocks, {}, { getan }))
  const id = form.get('id') ?? ''
  if (form.get('tat') === 'loeschen') {
    if (isIdInAnyCase(id)) await dropTextBlock(staffDb(house, site), site.id, id)
    return back('geloescht')
  }
  const title = oneLine(form.get('title') ?? '')
  const body = severalLines(form.get('body') ?? '')
  const faults: BlockFault[] = [
    ...(title ? [] : [{ field: 'title', fault: 'missing' } as const]),
    ...(title.length > longestAnswer.office ? [{ field: 'title', fault: 'long' } as const] : []),
    ...(body ? [] : [{ field: 'body', fault: 'missing' } as const]),
    ...(body.length > longestAnswer.body ? [{ field: 'body', fault: 'long' } as const] : []),
  ]
  if (faults.length > 0) return page(blocksView(visit, await textBlocks(staffDb(house, site), site.id), faults), 422)
  const outcome = outcomes.find((one) => one === form.get('outcome')) ?? null
  const reason = reasons.find((one) => one === form.get('reason')) ?? null
  await asStaff(house, site, async (trx) => {
    await putTextBlock(trx, site.id, { title, body, outcome, reason })
    await noteStaffAct(trx, site, clerk, 'write-text-block', { kind: 'text-block', id: site.id, name: title })
  })
  return back('gespeichert')
}

/** The tenant's text blocks for answers. */
export const textBlockHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.textBlocks, async (visit) =>
    page(blocksView(visit, await textBlocks(staffDb(house, visit.site), visit.site.id))),
  ),
  handler(routes.changeTextBlocks, (visit) => change(house, visit)),
]
