import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { ComparedBlock } from '../../model/compare.ts'
import { most } from '../../model/text.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import type { PublishFault } from '../../use-cases/write-text.ts'
import { ComparedBlocks } from '../versions/compared-blocks.tsx'
import { textStaffFrame } from './staff-frame.tsx'

export interface TextPreview {
  readonly revision: number
  /** Undefined where there is no text yet. */
  readonly compared?: readonly ComparedBlock[]
  /** No version stands before it. */
  readonly first?: boolean
  readonly note?: string
  readonly fault?: PublishFault
}

const faultText = (visit: Visit, fault: PublishFault): string =>
  typeof fault === 'string'
    ? visit.t(`participation.text.publish.${fault === 'note' ? 'missing-note' : fault}`, { most: most.note })
    : visit.t(`participation.text.fault.source.${fault.fault}`, {
        begin: fault.begin ?? '',
        brace: `{${fault.begin ?? ''}}`,
        text: most.text,
        blocks: most.blocks,
        block: most.block,
        heading: most.heading,
      })

/** What is new, and the button that makes it public. */
function Publish({ data, opened, visit }: { readonly data: TextPreview; readonly opened: OpenedText; readonly visit: Visit }) {
  const { t } = visit
  const { settings, procedure } = opened
  const next = settings.version + 1
  const onNote = data.fault === 'note' || data.fault === 'note-long'
  if (!visit.may('participation/publish')) return <p>{t('participation.text.publish.not-you')}</p>
  return (
    <form class="alm-form" method="post" action={visit.to(textRoutes.publishText, { id: procedure.id })} noValidate>
      <HiddenValues values={{ stand: String(data.revision), fassung: String(settings.version) }} />
      {settings.version > 0 && (
        <TextArea
          id="note"
          name="note"
          label={t('participation.text.publish.note')}
          help={t('participation.text.publish.note.help')}
          value={data.note ?? ''}
          rows={3}
          maxLength={most.note}
          {...(onNote && data.fault ? { error: faultText(visit, data.fault) } : {})}
          t={t}
        />
      )}
      <p class="alm-small">{t('participation.text.publish.fixed')}</p>
      <Actions>
        <Button text={t('participation.text.publish.do', { version: next })} />
      </Actions>
    </form>
  )
}

/** The next version as it will be: every paragraph with its number, and what became of it. */
export function previewTextView(visit: Visit, opened: OpenedText, data: TextPreview): View {
  const { t } = visit
  const { procedure, settings } = opened
  const { compared, fault } = data
  const texts = compared?.filter(({ kind }) => kind === 'text') ?? []
  const count = (change: ComparedBlock['change']) => texts.filter((one) => one.change === change).length
  const onNote = fault === 'note' || fault === 'note-long'
  const lead = data.first
    ? t('participation.text.preview.first', { count: texts.length })
    : (['changed', 'new', 'dropped', 'same'] as const)
        .filter((one) => count(one) > 0)
        .map((one) => t(`participation.text.compared.${one}`, { count: count(one) }))
        .join(', ')
  return textStaffFrame(
    visit,
    opened,
    'preview',
    <>
      {fault && !onNote && <Message kind="warning" title={faultText(visit, fault)} live t={t} />}
      <Head
        title={t('participation.text.preview.title', { version: settings.version + 1 })}
        lead={compared ? lead : t('participation.text.preview.none')}
        t={t}
      >
        <LinkList
          links={[
            { href: visit.to(textRoutes.staffText, { id: procedure.id }), text: t('participation.text.preview.back') },
            ...(compared ? [{ href: '#veroeffentlichen', text: t('participation.text.publish') }] : []),
          ]}
        />
      </Head>
      <ErrorSummary faults={onNote && fault ? [{ field: 'note', text: faultText(visit, fault) }] : []} t={t} />
      {compared && (
        <>
          <Section
            title={t('participation.text.preview.text')}
            id="vorschau"
            note={t(data.first ? 'participation.text.preview.numbers' : 'participation.text.preview.follow', {
              example: '{12}',
              new: '{neu}',
            })}
          >
            <ComparedBlocks
              blocks={data.first ? compared.map((one) => ({ ...one, change: 'same' as const })) : compared}
              link={(key) => key}
              visit={visit}
            />
          </Section>
          <Section title={t('participation.text.publish')} id="veroeffentlichen">
            <Publish data={data} opened={opened} visit={visit} />
          </Section>
        </>
      )}
    </>,
  )
}
