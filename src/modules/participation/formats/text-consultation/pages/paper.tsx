import type { Visit } from '#platform/http'
import type { OpenedProcedure } from '../../../format.ts'
import type { TextSettings } from '../text-settings.tsx'

const Lines = ({ label, help, lines }: { readonly label: string; readonly help?: string; readonly lines: number }) => (
  <div class="participation-lines">
    <p>
      <b>{label}</b> {help && <span class="alm-small">{help}</span>}
    </p>
    {Array.from({ length: lines }, (_, i) => (
      <div key={`${i}`} class="participation-line" aria-hidden="true" />
    ))}
  </div>
)

/** The form on paper: the number of the paragraph is written, so that a long text needs no long list of boxes. */
export function textPaper(visit: Visit, _opened: OpenedProcedure, _settings: TextSettings) {
  const { t } = visit
  const freely = t('ui.field.optional')
  return (
    <>
      <Lines label={t('participation.text.paper.which')} help={t('participation.text.paper.which.help')} lines={1} />
      <Lines label={t('participation.text.paper.text')} help={t('participation.text.paper.text.help')} lines={14} />
      <Lines label={t('participation.field.author')} help={`(${freely}) ${t('participation.field.author.help')}`} lines={1} />
      <Lines label={t('participation.paper.address')} help={`(${freely}) ${t('participation.paper.address.help')}`} lines={3} />
    </>
  )
}
