import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { FileField } from '#ui/components/file-field/file-field.tsx'
import { FormStack, SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { largestDocument, type ProcedureDocument } from '../../model/setup/document.ts'
import type { SetupFault } from '../../model/setup/typed.ts'
import { paperRoutes } from '../../paper-routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { procedureCrumbs } from '../crumbs.ts'
import { setupFaultLines, setupFaultText, setupView } from '../setup/frame.tsx'
import { versionWords } from './document-section.tsx'

/** Every version of a document: newest first, with fingerprint; what was taken away says why. */
function Versions({ one, slug, visit }: { readonly one: ProcedureDocument; readonly slug: string; readonly visit: Visit }) {
  const { t } = visit
  return (
    <ul class="alm-list">
      {one.versions.map((version) => (
        <li key={version.version}>
          {version.removedReason === null ? (
            <a
              class="alm-link"
              href={visit.to(paperRoutes.documentFile, { slug, document: one.id, version: String(version.version) })}
            >
              {version.name} ({versionWords(version, visit)})
            </a>
          ) : (
            <>
              {version.name} ({versionWords(version, visit)}).{' '}
              {t('participation.documents.removed', { reason: version.removedReason })}
            </>
          )}
          {version.note && <>. {version.note}</>}
          <br />
          <span class="alm-fine alm-muted participation-hash">SHA-256: {version.sha256}</span>
        </li>
      ))}
    </ul>
  )
}

/** All documents of a procedure with all their versions, for everybody. */
export function publicDocumentsView(visit: Visit, { procedure }: ShownProcedure, documents: readonly ProcedureDocument[]): View {
  const { t } = visit
  const title = t('participation.documents.title')
  return {
    title: `${title}: ${procedure.title}`,
    area: 'participation',
    crumbs: procedureCrumbs(visit, procedure, title),
    body: (
      <>
        <Head pre={procedure.title} title={title} lead={t('participation.documents.lead')} t={t} />
        {documents.length === 0 ? (
          <Empty title={t('participation.documents.none')} reason={t('participation.documents.none.reason')} level="h2" />
        ) : (
          documents.map((one) => (
            <Section key={one.id} title={one.title} id={`unterlage-${one.id}`}>
              <Versions one={one} slug={procedure.slug} visit={visit} />
            </Section>
          ))
        )}
      </>
    ),
  }
}

export interface DocumentsState {
  readonly faults: readonly SetupFault[]
  readonly typed?: Readonly<Record<string, string>>
  readonly said?: 'hinzugefuegt' | 'entfernt' | undefined
}

function AddForm({
  visit,
  opened,
  documents,
  state,
}: {
  visit: Visit
  opened: ShownProcedure
  documents: readonly ProcedureDocument[]
  state: DocumentsState
}) {
  const { t } = visit
  const field = (name: string) => {
    const fault = state.faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      label: t(`participation.documents.${name}`),
      help: t(`participation.documents.${name}.help`),
      value: state.typed?.[name] ?? '',
      ...(fault ? { error: setupFaultText(visit, fault) } : {}),
      t,
    }
  }
  return (
    <form
      method="post"
      action={visit.to(paperRoutes.addDocument, { id: opened.procedure.id })}
      enctype="multipart/form-data"
      noValidate
    >
      <FormStack>
        {documents.length > 0 && (
          <SelectField
            {...field('document')}
            options={[
              { value: '', label: t('participation.documents.new') },
              ...documents.map((one) => ({ value: one.id, label: one.title })),
            ]}
          />
        )}
        <TextField {...field('title')} maxLength={200} optional={documents.length > 0} />
        <TextField {...field('note')} maxLength={200} optional />
        <FileField
          {...field('datei')}
          accept={['.pdf', '.png', '.jpg', '.jpeg', '.webp', '.geojson', '.json']}
          types={t('participation.documents.types')}
          maxSize={largestDocument}
        />
        <Button text={t('participation.documents.add')} />
      </FormStack>
    </form>
  )
}

function RemoveForm({ visit, id, one }: { readonly visit: Visit; readonly id: string; readonly one: ProcedureDocument }) {
  const { t } = visit
  const there = one.versions.filter((version) => version.removedReason === null)
  if (there.length === 0) return null
  return (
    <Disclosure title={t('participation.documents.remove')}>
      <form class="alm-form" method="post" action={visit.to(paperRoutes.removeDocument, { id })} noValidate>
        <HiddenValues values={{ document: one.id }} />
        <SelectField
          id={`version-${one.id}`}
          name="version"
          label={t('participation.documents.which')}
          options={there.map((version) => ({ value: String(version.version), label: versionWords(version, visit) }))}
          t={t}
        />
        <TextField
          id={`reason-${one.id}`}
          name="reason"
          label={t('participation.documents.reason')}
          help={t('participation.documents.reason.help')}
          maxLength={300}
          t={t}
        />
        <Button kind="danger" text={t('participation.documents.remove.do')} />
      </form>
    </Disclosure>
  )
}

/** Where staff adds documents and new versions, and takes a file away. */
export function setupDocumentsView(
  visit: Visit,
  opened: ShownProcedure,
  documents: readonly ProcedureDocument[],
  state: DocumentsState,
): View {
  const { t } = visit
  const { id, slug } = opened.procedure
  return setupView(visit, opened, {
    title: t('participation.setup.step.documents'),
    lead: t('participation.setup.documents.lead'),
    step: 'documents',
    before: (
      <>
        {state.said && <Message kind="success" title={t(`participation.documents.said.${state.said}`)} live t={t} />}
        <ErrorSummary faults={setupFaultLines(visit, state.faults)} t={t} />
      </>
    ),
    body: (
      <>
        {documents.map((one) => (
          <Block key={one.id} title={one.title} id={`unterlage-${one.id}`}>
            <Versions one={one} slug={slug} visit={visit} />
            <RemoveForm visit={visit} id={id} one={one} />
          </Block>
        ))}
        <Block title={t('participation.documents.add')} id="hinzufuegen">
          <AddForm visit={visit} opened={opened} documents={documents} state={state} />
        </Block>
      </>
    ),
  })
}
