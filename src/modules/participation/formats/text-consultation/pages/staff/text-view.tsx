import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Diff } from '#ui/components/diff/diff.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { FileField } from '#ui/components/file-field/file-field.tsx'
import { TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { TextFault } from '../../model/read-text.ts'
import { most } from '../../model/text.ts'
import type { TextDraft, TextVersion } from '../../store/text-store.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { textStaffFrame } from './staff-frame.tsx'

/** In bytes; a text of the longest kind in UTF-8. */
export const largestText = 2_000_000

/** What is wrong with the text, and in which field it came. */
export interface StaffTextFault {
  readonly fault: TextFault['fault'] | 'none' | 'binary'
  readonly begin?: string
  readonly field: 'source' | 'file'
}

export interface StaffTextState {
  readonly said?: 'gespeichert' | 'hochgeladen' | 'veroeffentlicht' | undefined
  /** What was typed or uploaded and not saved. */
  readonly typed?: string
  readonly fault?: StaffTextFault
  /** Somebody else saved meanwhile. */
  readonly stale?: boolean
}

export interface StaffText {
  readonly draft: TextDraft
  readonly versions: readonly TextVersion[]
}

const sourceFault = (visit: Visit, { fault, begin }: StaffTextFault): string =>
  visit.t(`participation.text.fault.source.${fault}`, {
    begin: begin ?? '',
    brace: `{${begin ?? ''}}`,
    text: most.text,
    blocks: most.blocks,
    block: most.block,
    heading: most.heading,
  })

/** Two saved at once: what stands there now, against what was typed. */
function Stale({ mine, draft, visit }: { readonly mine: string; readonly draft: TextDraft; readonly visit: Visit }) {
  const { t, lang } = visit
  return (
    <>
      <Message kind="warning" title={t('participation.text.staff.stale')} live t={t}>
        <p>{t('participation.text.staff.stale.detail')}</p>
      </Message>
      <Diff
        fields={[{ name: 'source', label: t('participation.text.staff.source'), before: mine, after: draft.source }]}
        before={t('participation.text.staff.mine')}
        after={t('participation.text.staff.theirs', {
          when: draft.changedAt ? formatMoment(draft.changedAt, lang, 'text') : '',
        })}
        level={2}
        t={t}
      />
    </>
  )
}

function Versions({
  opened,
  versions,
  visit,
}: {
  readonly opened: OpenedText
  readonly versions: readonly TextVersion[]
  readonly visit: Visit
}) {
  const { t, lang } = visit
  const { slug } = opened.procedure
  return (
    <Table
      caption={t('participation.text.versions')}
      columns={[
        {
          title: t('participation.text.staff.column.version'),
          cell: (one: TextVersion) => (
            <a class="alm-link" href={visit.to(textRoutes.text, { slug }, { fassung: one.version })}>
              {t('participation.text.version', { version: one.version })}
            </a>
          ),
          whole: true,
        },
        { title: t('participation.text.staff.column.note'), cell: ({ note }: TextVersion) => note },
        {
          title: t('participation.text.staff.column.paragraphs'),
          cell: ({ paragraphs }: TextVersion) => String(paragraphs),
          right: true,
        },
        {
          title: t('participation.text.staff.column.when'),
          cell: ({ publishedAt }: TextVersion) => formatMoment(publishedAt, lang, 'text'),
          whole: true,
        },
      ]}
      rows={versions}
      rowKey={({ version }) => String(version)}
      t={t}
    />
  )
}

/** The draft of the next version: typed, pasted or uploaded; below it the versions that were published. */
export function staffTextView(visit: Visit, opened: OpenedText, data: StaffText, state: StaffTextState): View {
  const { t } = visit
  const { draft, versions } = data
  const { procedure } = opened
  const { id, slug } = procedure
  const source = state.typed ?? draft.source
  const tooLong = source.length > most.typed
  const fault = state.fault
  const error = (field: StaffTextFault['field']) => (fault?.field === field ? { error: sourceFault(visit, fault) } : {})
  const stand = { stand: String(draft.revision) }
  return textStaffFrame(
    visit,
    opened,
    'text',
    <>
      {state.said && (
        <Message kind="success" title={t(`participation.text.staff.said.${state.said}`)} live t={t}>
          {state.said === 'veroeffentlicht' ? (
            <p>
              <a class="alm-link" href={visit.to(textRoutes.text, { slug })}>
                {t('participation.text.staff.to-public')}
              </a>
            </p>
          ) : undefined}
        </Message>
      )}
      {state.stale && <Stale mine={source} draft={draft} visit={visit} />}
      <Head
        title={t('participation.text.staff.title')}
        lead={t(versions.length === 0 ? 'participation.text.staff.lead.first' : 'participation.text.staff.lead', {
          version: versions[0]?.version ?? 0,
        })}
        t={t}
      />
      <ErrorSummary
        faults={fault ? [{ field: fault.field === 'file' ? 'datei' : 'source', text: sourceFault(visit, fault) }] : []}
        t={t}
      />
      <Section title={t('participation.text.staff.write')} id="schreiben" note={t('participation.text.staff.write.note')}>
        {tooLong ? (
          <p>{t('participation.text.staff.too-long', { most: most.typed })}</p>
        ) : (
          <form class="alm-form" method="post" action={visit.to(textRoutes.saveText, { id })} noValidate>
            <HiddenValues values={stand} />
            <TextArea
              id="source"
              name="source"
              label={t('participation.text.staff.source')}
              help={t('participation.text.staff.source.help')}
              value={source}
              rows={24}
              {...error('source')}
              t={t}
            />
            <Actions>
              <Button text={t('participation.text.staff.save-preview')} name="tat" value="vorschau" />
              <Button kind="secondary" text={t('participation.text.staff.save')} name="tat" value="speichern" />
            </Actions>
          </form>
        )}
        {draft.revision > 0 && (
          <LinkList
            links={[
              ...(tooLong
                ? [{ href: visit.to(textRoutes.previewText, { id }), text: t('participation.text.staff.tab.preview') }]
                : []),
              { href: visit.to(textRoutes.draftFile, { id }), text: t('participation.text.staff.draft-file') },
            ]}
          />
        )}
      </Section>
      <Section title={t('participation.text.staff.upload')} id="hochladen" note={t('participation.text.staff.upload.note')}>
        <form
          class="alm-form"
          method="post"
          enctype="multipart/form-data"
          action={visit.to(textRoutes.uploadText, { id })}
          noValidate
        >
          <HiddenValues values={stand} />
          <FileField
            id="datei"
            name="datei"
            label={t('participation.text.staff.file')}
            accept={['.md', '.txt', 'text/markdown', 'text/plain']}
            types={t('participation.text.staff.file.types')}
            maxSize={largestText}
            {...error('file')}
            t={t}
          />
          <Button kind="secondary" text={t('participation.text.staff.upload.do')} />
        </form>
      </Section>
      {versions.length > 0 && (
        <Section title={t('participation.text.versions')} id="fassungen">
          <Versions opened={opened} versions={versions} visit={visit} />
          {versions.length > 1 && (
            <LinkList links={[{ href: visit.to(textRoutes.versions, { slug }), text: t('participation.text.compare') }]} />
          )}
        </Section>
      )}
    </>,
  )
}
