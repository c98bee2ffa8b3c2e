import { formatMoment } from '#kernel/clock.ts'
import type { View } from '#platform/http'
import type { Distribution } from '#standards/dcat-ap-de'
import { AutosaveLine, autosaves } from '#ui/components/autosave/autosave.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { FileBox } from '#ui/components/file-box/file-box.tsx'
import { routes } from '../../routes.ts'
import { nameOfDistribution } from '../../use-cases/edit/difference.ts'
import { draftLinks, fileKey } from './draft-links.ts'
import { fileFields, hostedFields } from './file-fields.ts'
import { factsLine, hostedFile } from './files-view.tsx'
import { Fields, FormFaults, formView, type StepViewProps } from './step-view.tsx'

/** The page of one file or link of a draft. */
export function fileView(props: StepViewProps & { readonly one: Distribution }): View {
  const { open, visit, one } = props
  const { t } = visit
  const { id, revision, changedAt } = open.draft
  const file = hostedFile(one, open.files)
  const fields = file ? hostedFields : fileFields
  const name = nameOfDistribution(one, t.lang) || t('catalogue.edit.files.unnamed')
  const address = visit.to(routes.saveFile, { id, file: fileKey(one.uri) })
  const back = draftLinks(visit, id).step('dateien')
  return formView({
    ...props,
    step: 'dateien',
    crumb: name,
    children: (
      <>
        <FormFaults fields={fields} faults={props.faults} visit={visit} />
        <h2>{name}</h2>
        {file && <FileBox name={file.name} facts={factsLine(file, visit)} t={t} />}
        <form class="alm-form" method="post" action={address} noValidate {...autosaves(address, '#pruefung, #pruefung-kurz')}>
          <input type="hidden" name="revision" value={String(revision)} data-autosave-field="" />
          <Fields part={one} fields={fields} props={props} />
          <div class="alm-actions">
            <Button text={t('catalogue.edit.file.done')} name="weiter" value="dateien" />
            <a class="alm-link" href={back}>
              {t('catalogue.edit.file.back')}
            </a>
          </div>
          <AutosaveLine savedAt={formatMoment(changedAt, t.lang, 'time')} name="weiter" value="" t={t} />
        </form>
      </>
    ),
  })
}
