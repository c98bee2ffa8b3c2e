import type { View, Visit } from '#platform/http'
import { licences } from '#standards/dcat-ap-de'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { CheckField, FormStack, SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { routes } from '../../routes.ts'
import type { CatalogueSettings } from '../../store/draft-tables.ts'
import type { SettingFault } from '../../use-cases/edit/change-settings.ts'

/** What a tenant wants of editing: four eyes, offices, and what new drafts begin with. */
export function settingsView(settings: CatalogueSettings, visit: Visit, faults: readonly SettingFault[] = []): View {
  const { t, lang } = visit
  const { contact, publisher, license } = settings.defaults
  const words = faults.map(({ field, fault }) => ({ field, text: t(`catalogue.draft-fault.field.${fault}`) }))
  const text = (field: SettingFault['field'], value: string | undefined, help = false) => ({
    id: field,
    name: field,
    label: t(`catalogue.settings.${field}`),
    ...(help ? { help: t(`catalogue.settings.${field}.help`) } : {}),
    value: value ?? '',
    error: words.find((one) => one.field === field)?.text,
    optional: true,
    t,
  })
  return {
    title: t('catalogue.settings.title'),
    area: 'catalogue-settings',
    frame: 'staff',
    body: (
      <>
        {visit.query.get('getan') === '1' && <Message kind="success" title={t('catalogue.settings.done')} live t={t} />}
        <ErrorSummary faults={words} t={t} />
        <Head title={t('catalogue.settings.title')} lead={t('catalogue.settings.lead')} t={t} />
        <form method="post" action={visit.to(routes.changeSettings)} noValidate>
          <FormStack>
            <CheckField
              id="fourEyes"
              name="fourEyes"
              label={t('catalogue.settings.fourEyes')}
              help={t('catalogue.settings.fourEyes.help')}
              checked={settings.fourEyes}
              optional
              t={t}
            />
            <TextField {...text('publisherName', publisher?.name)} maxLength={200} />
            <TextField {...text('publisherPage', publisher?.homepage)} type="url" maxLength={300} />
            <TextField {...text('contactName', contact?.name)} maxLength={200} />
            <TextField {...text('contactEmail', contact?.email, true)} type="email" maxLength={200} />
            <SelectField
              {...text('license', license)}
              options={[
                { value: '', label: t('catalogue.settings.license.none') },
                ...licences.concepts.map((one) => ({ value: one.iri, label: lang === 'en' ? one.en : one.de })),
              ]}
            />
            <TextArea {...text('offices', settings.offices.join('\n'), true)} rows={6} />
            <Button text={t('catalogue.settings.save')} />
          </FormStack>
        </form>
      </>
    ),
  }
}
