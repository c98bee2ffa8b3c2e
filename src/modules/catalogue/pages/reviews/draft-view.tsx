import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { type CatalogueRecord, distributionFields, recordFields, say } from '#standards/dcat-ap-de'
import { Badge } from '#ui/components/badge/badge.tsx'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { CommentList } from '#ui/components/comment-list/comment-list.tsx'
import { Diff } from '#ui/components/diff/diff.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { type Fact, Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { SideLayout } from '#ui/components/side-layout/side-layout.tsx'
import { UndoMessage } from '#ui/components/undo-message/undo-message.tsx'
import { fits } from '../../model/draft.ts'
import { routes } from '../../routes.ts'
import type { Draft, DraftComment, DraftFile } from '../../store/draft-tables.ts'
import type { DraftCheck } from '../../use-cases/edit/check-draft.ts'
import { type FieldChange, inWords, nameOfDistribution } from '../../use-cases/edit/difference.ts'
import { distributionsOf } from '../../use-cases/search-document.ts'
import { propertyLabel } from '../../validation/property-label.ts'
import { DraftDeeds } from './draft-deeds.tsx'
import { shownFaults } from './draft-fault.ts'
import { DraftPanel, verdictOf } from './draft-panel.tsx'

export interface DraftContent {
  readonly draft: Draft
  readonly check: DraftCheck
  /** Against the published record; undefined for a new one. */
  readonly changes: readonly FieldChange[] | undefined
  readonly files: readonly DraftFile[]
  readonly comments: readonly DraftComment[]
  readonly people: ReadonlyMap<string, string>
  readonly secondPair: boolean
  /** The published record was changed since the draft began. */
  readonly outdated: boolean
}

/** Changes as the component shows them. */
export const diffFields = (changes: readonly FieldChange[]) =>
  changes.map((one, i) => ({
    name: `${one.field}-${i}`,
    label: one.of && one.field !== 'distribution' ? `${one.of}: ${one.label}` : one.label,
    before: one.before.join(', '),
    after: one.after.join(', '),
  }))

/** What a record says, field by field, in words. */
function factsOf(values: object, fields: typeof distributionFields, lang: string): Fact[] {
  const read = values as Readonly<Record<string, unknown>>
  return fields.flatMap(({ field, name }): Fact[] => {
    const value = read[field]
    const words = (Array.isArray(value) ? value : value === undefined ? [] : [value])
      .map((one) => inWords(one, lang))
      .filter(Boolean)
    return words.length === 0 ? [] : [{ name: propertyLabel(name, lang), value: words.join(', ') }]
  })
}

const RecordFacts = ({ record, visit }: { readonly record: CatalogueRecord; readonly visit: Visit }) => (
  <>
    <Facts facts={factsOf(record, recordFields(record.kind), visit.lang)} />
    {distributionsOf(record).map((one) => (
      <section key={one.uri}>
        <h3>{nameOfDistribution(one, visit.lang)}</h3>
        <Facts facts={factsOf(one, distributionFields, visit.lang)} />
      </section>
    ))}
  </>
)

const named = (id: string | null, people: ReadonlyMap<string, string>, { t }: Pick<Visit, 't'>) =>
  (id && people.get(id)) || t('catalogue.draft.somebody')

/** Who did what so far. */
function Story({ draft, people }: DraftContent, visit: Visit) {
  const { t, lang } = visit
  const line = (name: string, by: string | null, at: Date | null): Fact[] =>
    at
      ? [{ name: t(`catalogue.draft.story.${name}`), value: `${named(by, people, visit)}, ${formatMoment(at, lang, 'table')}` }]
      : []
  const facts: Fact[] = [
    ...(draft.office ? [{ name: t('catalogue.entries.column.office'), value: draft.office }] : []),
    ...(draft.responsible
      ? [{ name: t('catalogue.entries.column.responsible'), value: named(draft.responsible, people, visit) }]
      : []),
    ...line('created', draft.createdBy, draft.createdAt),
    ...line('changed', draft.changedBy, draft.changedAt),
    ...line('submitted', draft.submittedBy, draft.submittedAt),
    ...line('approved', draft.approvedBy, draft.approvedAt),
    ...(draft.releaseAt
      ? [{ name: t('catalogue.draft.story.release'), value: formatMoment(draft.releaseAt, lang, 'table') }]
      : []),
  ]
  return <Facts facts={facts} />
}

/** What was done on the way here, or why not. */
function Says({ draft, visit }: { readonly draft: Draft; readonly visit: Visit }) {
  const { t, query } = visit
  const fault = shownFaults.find((one) => one === query.get('fehler'))
  const done = draftMessages.find((one) => one === query.get('getan'))
  return (
    <>
      {fault && (
        <Message kind="danger" title={t('catalogue.draft.not-done')} live t={t}>
          {t(`catalogue.draft.fault.${fault}`)}
        </Message>
      )}
      {done && draft.state !== 'discarded' && <Message kind="success" title={t(`catalogue.draft.done.${done}`)} live t={t} />}
      {draft.state === 'discarded' && (
        <UndoMessage
          title={t('catalogue.draft.done.discarded')}
          undo={{ action: visit.to(routes.recoverDraft, { id: draft.id }), text: t('catalogue.draft.recover') }}
          t={t}
        />
      )}
      {draft.state === 'returned' && draft.reason && (
        <Message kind="warning" title={t('catalogue.draft.returned')} t={t}>
          {draft.reason}
        </Message>
      )}
    </>
  )
}

/** The one way to write in a draft: its form, or where it is approved or has a date, the deed that opens it again and leads there. */
function Edit({ draft, visit }: { readonly draft: Draft; readonly visit: Visit }) {
  const { t } = visit
  const { id, state } = draft
  if (!visit.may('catalogue/edit')) return null
  if (fits('save', state))
    return <Button text={t('catalogue.draft.edit')} kind="secondary" href={visit.to(routes.draftForm, { id })} />
  if (!fits('reopen', state)) return null
  return (
    <form method="post" action={visit.to(routes.reopenDraft, { id })}>
      <Button text={t(`catalogue.draft.reopen.${state}`)} kind="secondary" />
    </form>
  )
}

/** What pages say after a deed; the name stands in the address. */
export const draftMessages = [
  'submitted',
  'approved',
  'returned',
  'released',
  'scheduled',
  'unscheduled',
  'recovered',
  'rebased',
  'commented',
] as const

/** A draft as colleagues see it: what it says or changes, what it lacks, what was said of it, what can be done. */
export function draftView(content: DraftContent, visit: Visit): View {
  const { draft, check, changes } = content
  const { t, lang } = visit
  const verdict = verdictOf(check, visit)
  const title = say(draft.record.title, lang) || t('catalogue.entry.untitled')
  const open = draft.state !== 'released' && draft.state !== 'discarded'
  return {
    title,
    area: 'reviews',
    frame: 'staff',
    crumbs: [{ label: t('catalogue.reviews.title'), href: visit.to(routes.reviews) }, { label: title }],
    body: (
      <>
        <Says draft={draft} visit={visit} />
        <Head title={title} pre={t(changes ? 'catalogue.reviews.change' : 'catalogue.reviews.new')} t={t}>
          <p>
            <Badge text={t(`catalogue.entry.state.${draft.state}`)} kind={draft.state === 'returned' ? 'warning' : 'info'} />
          </p>
          <Actions>
            <Edit draft={draft} visit={visit} />
            {draft.state === 'released' && draft.slug && (
              <Button text={t('catalogue.draft.see')} href={visit.to(routes.dataset, { slug: draft.slug })} />
            )}
            {draft.resource && (
              <a class="alm-link" href={visit.to(routes.history, { id: draft.resource })}>
                {t('catalogue.history.link')}
              </a>
            )}
          </Actions>
        </Head>
        {open && content.outdated && (
          <Message kind="warning" title={t('catalogue.draft.fault.outdated')} t={t}>
            {fits('save', draft.state) && visit.may('catalogue/edit') && (
              <form method="post" action={visit.to(routes.rebaseDraft, { id: draft.id })}>
                <Button text={t('catalogue.draft.rebase')} kind="secondary" />
              </form>
            )}
          </Message>
        )}
        <SideLayout
          panelId="pruefung"
          summary={verdict.text}
          kind={verdict.kind === 'ok' ? 'accent' : verdict.kind}
          panel={<DraftPanel draft={draft} check={check} visit={visit} />}
          t={t}
        >
          {open && <DraftDeeds draft={draft} check={check} secondPair={content.secondPair} visit={visit} />}
          {changes && (
            <Block title={t('catalogue.draft.changes', { count: changes.length })}>
              {changes.length === 0 ? <p>{t('catalogue.draft.changes.none')}</p> : <Diff fields={diffFields(changes)} t={t} />}
            </Block>
          )}
          <Block title={t('catalogue.draft.says')}>
            {changes ? (
              <Disclosure title={t('catalogue.draft.says.show')}>
                <RecordFacts record={draft.record} visit={visit} />
              </Disclosure>
            ) : (
              <RecordFacts record={draft.record} visit={visit} />
            )}
          </Block>
          {content.files.length > 0 && (
            <Block title={t('catalogue.draft.files')}>
              <LinkList
                stacked
                links={content.files.map((file) => ({
                  href: visit.to(routes.draftFile, { id: draft.id, name: file.name }),
                  text: file.name,
                }))}
              />
            </Block>
          )}
          <Block title={t('catalogue.draft.story')}>{Story(content, visit)}</Block>
          <Block id="kommentare" title={t('catalogue.draft.comments')}>
            <CommentList
              comments={content.comments.map((one) => ({
                id: one.id,
                who: named(one.author, content.people, visit),
                when: formatMoment(one.at, lang, 'table'),
                iso: one.at.toISOString(),
                text: one.text,
              }))}
              form={visit.may('catalogue/comment') ? { action: visit.to(routes.commentDraft, { id: draft.id }) } : undefined}
              t={t}
            />
          </Block>
        </SideLayout>
      </>
    ),
  }
}
