import { formatBytes } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { type Distribution, labelOf } from '#standards/dcat-ap-de'
import { Button } from '#ui/components/button/button.tsx'
import { FileField } from '#ui/components/file-field/file-field.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { routes } from '../../routes.ts'
import type { DraftFile } from '../../store/draft-tables.ts'
import { largestFile } from '../../use-cases/edit/attach-file.ts'
import { nameOfDistribution } from '../../use-cases/edit/difference.ts'
import { endings } from '../../use-cases/edit/upload-kinds.ts'
import { distributionsOf } from '../../use-cases/search-document.ts'
import { draftLinks, fileKey } from './draft-links.ts'
import type { OpenDraft } from './open-draft.ts'
import { type StepViewProps, stepView } from './step-view.tsx'

/** The file of the portal behind a distribution; undefined for links. */
export function hostedFile(one: Distribution, files: readonly DraftFile[]): DraftFile | undefined {
  const [, name] = /\/datei\/([^/?#]+)$/.exec(one.downloadURL[0] ?? one.accessURL[0] ?? '') ?? []
  if (name === undefined) return undefined
  try {
    return files.find((file) => file.name === decodeURIComponent(name))
  } catch {
    return undefined
  }
}

/** What was recognised in a file: "38 Zeilen, 9 Spalten. Erkannt: windows-1252, Semikolon, Dezimalkomma." */
export function factsLine(file: DraftFile, visit: Visit): string {
  const { t } = visit
  const size = formatBytes(file.bytes, t.lang)
  const { facts } = file
  if (!facts) return size
  const found = [
    facts.encoding,
    t(`catalogue.edit.files.delimiter.${facts.delimiter === '\t' ? 'tab' : facts.delimiter}`),
    facts.decimalComma ? t('catalogue.edit.files.decimal.comma') : undefined,
    facts.dateFormat,
  ].filter((one) => one !== undefined)
  const counts = [
    t('catalogue.edit.files.rows', { count: facts.rows }),
    t('catalogue.edit.files.columns', { count: facts.columns.length }),
    size,
  ]
  const faulty = facts.faultyRows > 0 ? ` ${t('catalogue.edit.files.faulty', { count: facts.faultyRows })}` : ''
  return `${counts.join(', ')}. ${t('catalogue.edit.files.recognised', { facts: found.join(', ') })}${faulty}`
}

function FileLine({ one, open, visit }: { readonly one: Distribution; readonly open: OpenDraft; readonly visit: Visit }) {
  const { t } = visit
  const name = nameOfDistribution(one, t.lang) || t('catalogue.edit.files.unnamed')
  const file = hostedFile(one, open.files)
  const missing = open.check.lacks.filter((lack) => lack.distribution === one.uri && lack.level === 'must')
  const { id, revision } = open.draft
  return (
    <li class="alm-filebox" id={`datei-${fileKey(one.uri)}`}>
      <div>
        <strong>{name}</strong>
        <p class="alm-small alm-muted">{file ? factsLine(file, visit) : (one.accessURL[0] ?? one.downloadURL[0] ?? '')}</p>
        <p class="alm-small">
          {[one.format && labelOf(one.format, t.lang), one.license && labelOf(one.license, t.lang)].filter(Boolean).join(', ')}
        </p>
        {missing.length > 0 && (
          <p class="alm-small">
            <span class="alm-status alm-status--bad">{missing.map((lack) => t(`catalogue.lack.${lack.id}`)).join(', ')}</span>
          </p>
        )}
      </div>
      {open.writable && (
        <div class="catalogue-fileline__deeds">
          <a
            class="alm-link"
            href={draftLinks(visit, id).file(one.uri)}
            aria-label={t('catalogue.edit.files.editNamed', { name })}
          >
            {t('catalogue.edit.files.edit')}
          </a>
          <form method="post" action={visit.to(routes.removeFile, { id, file: fileKey(one.uri) })}>
            <input type="hidden" name="revision" value={String(revision)} />
            <button class="alm-linkbutton" type="submit" aria-label={t('catalogue.edit.files.removeNamed', { name })}>
              {t('catalogue.edit.files.remove')}
            </button>
          </form>
        </div>
      )}
    </li>
  )
}

/** Files and links of a dataset: what is there, a file to upload, a link to add. */
function Files({
  open,
  visit,
  uploadError,
}: {
  readonly open: OpenDraft
  readonly visit: Visit
  readonly uploadError?: string | undefined
}) {
  const { t } = visit
  const { id, revision, record } = open.draft
  const files = distributionsOf(record)
  return (
    <div id="dateien" class="alm-stack-3">
      {files.length === 0 ? (
        <p>{t('catalogue.edit.files.none')}</p>
      ) : (
        <ul class="catalogue-filelines">
          {files.map((one) => (
            <FileLine key={one.uri} one={one} open={open} visit={visit} />
          ))}
        </ul>
      )}
      {open.writable && (
        <>
          <form class="alm-form" method="post" encType="multipart/form-data" action={visit.to(routes.uploadFile, { id })}>
            <input type="hidden" name="revision" value={String(revision)} />
            <FileField
              id="datei"
              name="datei"
              label={t('catalogue.edit.files.upload')}
              help={t('catalogue.edit.files.upload.help')}
              accept={endings.map((ending) => `.${ending}`)}
              types={t('catalogue.edit.files.types')}
              maxSize={largestFile}
              error={uploadError}
              t={t}
            />
            <Button text={t('catalogue.edit.files.send')} kind="secondary" />
          </form>
          <form method="post" action={visit.to(routes.addLink, { id })}>
            <input type="hidden" name="revision" value={String(revision)} />
            <Button text={t('catalogue.edit.files.link')} kind="secondary" />
          </form>
        </>
      )}
    </div>
  )
}

/** The step of files: of a service only its addresses. */
export function filesView(props: StepViewProps, uploadError?: string): View {
  const before: Children =
    props.open.draft.kind === 'service' ? undefined : <Files open={props.open} visit={props.visit} uploadError={uploadError} />
  return stepView(props, before)
}

/** How large a file may be, for the sentence. */
export const largest = (visit: Visit): string => formatBytes(largestFile, visit.t.lang)
