import { textIn } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { FileField } from '#ui/components/file-field/file-field.tsx'
import { ChoiceField, FormStack, SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { harvesters } from '../harvesters.ts'
import { readUpload } from '../model/local-address.ts'
import { type Source, schedules } from '../model/source.ts'
import { routes } from '../routes.ts'
import { byAddress, type FieldFault, largestTable, type TypedSource } from '../use-cases/save-source.ts'
import { sourceFrame } from './words.tsx'

/** Name, address, kind, rhythm, contact of a source. Adding one writes nothing into the catalogue: a look comes first. */
export function sourceFormView(typed: TypedSource, visit: Visit, source?: Source, faults: readonly FieldFault[] = []): View {
  const { t, lang } = visit
  const title = source ? t('harvest.form.change') : t('harvest.form.add')
  const words = faults.map(({ field, fault, refused }) => ({
    field,
    text: refused ? t(`harvest.fault.${refused.code}`, refused.params) : t(`harvest.field-fault.${fault}`),
  }))
  const errorOf = (field: FieldFault['field']) => words.find((one) => one.field === field)?.text
  const text = (field: 'name' | 'address' | 'vanishPercent' | 'contact', help: string | undefined) => ({
    id: field,
    name: field,
    label: t(`harvest.form.${field}`),
    ...(help ? { help } : {}),
    value: field === 'address' && readUpload(typed.address) ? '' : typed[field],
    error: errorOf(field),
    t,
  })
  const upload = readUpload(source?.address ?? '')
  const fields = harvesters.flatMap((one) => (one.fields ?? []).map((field) => ({ kind: one, field })))
  // Closed while nothing in it says more than usual.
  const isSet = fields.some(({ field: { name, options } }) => {
    const value = typed.settings[name] ?? ''
    return (value !== '' && value !== options?.[0]) || errorOf(`settings-${name}`) !== undefined
  })
  return sourceFrame(
    visit,
    title,
    <>
      <ErrorSummary faults={words} t={t} />
      <Head title={title} lead={t(source ? 'harvest.form.change.lead' : 'harvest.form.lead')} t={t} />
      <form
        method="post"
        action={source ? visit.to(routes.changeSource, { id: source.id }) : visit.to(routes.addSource)}
        enctype="multipart/form-data"
        noValidate
      >
        <FormStack>
          <TextField {...text('name', t('harvest.form.name.help'))} maxLength={120} />
          <TextField {...text('address', t('harvest.form.address.help'))} maxLength={2000} optional />
          <FileField
            id="datei"
            name="datei"
            label={t('harvest.form.file')}
            help={upload ? t('harvest.form.file.now', { name: upload.name }) : t('harvest.form.file.help')}
            accept={['.xlsx', '.csv']}
            types="XLSX, CSV"
            maxSize={largestTable}
            error={errorOf('datei')}
            optional
            t={t}
          />
          <p>
            {t('harvest.form.template')}{' '}
            <a class="alm-link" href={visit.to(routes.template)}>
              {t('harvest.form.template.xlsx')}
            </a>
            {' · '}
            <a class="alm-link" href={visit.to(routes.templateCsv)}>
              {t('harvest.form.template.csv')}
            </a>
          </p>
          <ChoiceField
            id="kind"
            name="kind"
            label={t('harvest.form.kind')}
            error={errorOf('kind')}
            values={[typed.kind]}
            options={[
              ...(source
                ? []
                : [{ value: byAddress, label: t('harvest.form.kind.by-address'), help: t('harvest.form.kind.by-address.help') }]),
              ...harvesters.map((one) => ({
                value: one.id,
                label: textIn(one.name, lang),
                help: `${textIn(one.use, lang)} ${t('harvest.form.example', { address: one.example })}`,
              })),
            ]}
            t={t}
          />
          <Disclosure title={t('harvest.form.settings')} open={isSet}>
            <FormStack>
              {fields.map(({ kind, field }) => {
                const id = `settings-${field.name}` as const
                const common = {
                  id,
                  name: id,
                  label: t('harvest.form.setting', {
                    kind: textIn(kind.name, lang),
                    field: t(`harvest.${kind.id}.${field.name}`),
                  }),
                  help: t(`harvest.${kind.id}.${field.name}.help`),
                  error: errorOf(id),
                  value: typed.settings[field.name] ?? '',
                  optional: true,
                  t,
                }
                return field.options ? (
                  <SelectField
                    key={id}
                    {...common}
                    options={field.options.map((value) => ({ value, label: t(`harvest.${kind.id}.${field.name}.${value}`) }))}
                  />
                ) : (
                  <TextField key={id} {...common} maxLength={200} />
                )
              })}
            </FormStack>
          </Disclosure>
          <SelectField
            id="schedule"
            name="schedule"
            label={t('harvest.form.schedule')}
            help={t('harvest.form.schedule.help')}
            error={errorOf('schedule')}
            value={typed.schedule}
            options={schedules.map((value) => ({ value, label: t(`harvest.schedule.${value}`) }))}
            t={t}
          />
          <TextField {...text('vanishPercent', t('harvest.form.vanishPercent.help'))} type="number" maxLength={3} />
          <TextField {...text('contact', t('harvest.form.contact.help'))} type="email" maxLength={254} optional />
          <Actions>
            <Button text={t(source ? 'harvest.form.save' : 'harvest.form.save-and-look')} />
            <a class="alm-link" href={source ? visit.to(routes.source, { id: source.id }) : visit.to(routes.sources)}>
              {t('harvest.form.cancel')}
            </a>
          </Actions>
        </FormStack>
      </form>
    </>,
    source,
  )
}
