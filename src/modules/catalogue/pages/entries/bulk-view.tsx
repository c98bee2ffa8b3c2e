import type { View, Visit } from '#platform/http'
import { licences, themes } from '#standards/dcat-ap-de'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { CheckField, FormStack, SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import { type BulkChange, type BulkPreview, reachesPublic } from '../../use-cases/edit/bulk-change.ts'
import { entriesFrame } from './entries-frame.ts'
import { type BulkDeed, changeFields } from './read-change.ts'

/** The fields a change needs. */
const ValueFields = ({
  deed,
  visit,
  colleagues,
  error,
}: {
  readonly deed: BulkDeed
  readonly visit: Visit
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  readonly error: { readonly field: string; readonly text: string } | undefined
}) => {
  const { t, form, lang } = visit
  const label = (concept: { de: string; en: string }) => (lang === 'en' ? concept.en : concept.de)
  const field = (name: string) => ({
    id: name,
    name,
    label: t(`catalogue.bulk.field.${name}`),
    value: form.get(name) ?? '',
    error: error?.field === name ? error.text : undefined,
    t,
  })
  switch (deed) {
    case 'licence':
      return (
        <SelectField {...field('license')} options={licences.concepts.map((one) => ({ value: one.iri, label: label(one) }))} />
      )
    case 'theme':
      return (
        <>
          <SelectField {...field('theme')} options={themes.concepts.map((one) => ({ value: one.iri, label: label(one) }))} />
          <CheckField id="only" name="only" label={t('catalogue.bulk.field.only')} optional t={t} />
        </>
      )
    case 'contact':
      return (
        <>
          <TextField {...field('name')} />
          <TextField {...field('email')} type="email" help={t('catalogue.bulk.field.email.help')} />
        </>
      )
    case 'responsible':
      return (
        <SelectField
          {...field('person')}
          options={[
            { value: '', label: t('catalogue.bulk.nobody') },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )
    case 'office':
      return <TextField {...field('office')} optional />
    case 'withdraw':
      return <TextArea {...field('reason')} help={t('catalogue.bulk.field.reason.help')} rows={3} maxLength={1000} />
    case 'submit':
      return null
  }
}

/** Asks for the values of a change: which licence, which contact. */
export function bulkFormView(
  given: {
    deed: BulkDeed
    ids: readonly string[]
    colleagues: readonly { id: string; name: string }[]
    error: { field: string; text: string } | undefined
  },
  visit: Visit,
): View {
  const { t } = visit
  const title = t(`catalogue.bulk.${given.deed}`)
  return entriesFrame(
    visit,
    title,
    <>
      {given.error && <ErrorSummary faults={[given.error]} t={t} />}
      <Head title={title} lead={t('catalogue.bulk.lead', { count: given.ids.length })} t={t} />
      <form method="post" action={visit.to(routes.bulk)} noValidate>
        <HiddenValues values={{ auswahl: given.ids, tat: given.deed, werte: '1' }} />
        <FormStack>
          <ValueFields deed={given.deed} visit={visit} colleagues={given.colleagues} error={given.error} />
          <div class="alm-actions">
            <Button text={t('catalogue.bulk.preview')} />
            <a class="alm-link" href={visit.to(routes.entries)}>
              {t('catalogue.bulk.cancel')}
            </a>
          </div>
        </FormStack>
      </form>
    </>,
  )
}

/** What would change, record by record; nothing is written yet. */
export function bulkPreviewView(given: { change: BulkChange; previews: readonly BulkPreview[] }, visit: Visit): View {
  const { t } = visit
  const { change, previews } = given
  const wanted = previews.filter((one) => one.skip === undefined)
  const columns: Column<BulkPreview>[] = [
    { title: t('catalogue.entries.column.title'), cell: (one) => one.entry.title },
    {
      title: t('catalogue.bulk.column.change'),
      cell: (one) =>
        one.skip
          ? t(`catalogue.bulk.skip.${one.skip}`)
          : one.changes.length === 0
            ? t(`catalogue.bulk.will.${change.what}`)
            : one.changes.slice(0, 3).map((field) => (
                <div key={field.field + (field.distribution ?? '')}>
                  {field.of ? `${field.of}: ` : ''}
                  {field.label}: <del>{field.before.join(', ')}</del> <ins>{field.after.join(', ')}</ins>
                </div>
              )),
    },
  ]
  const publicly = reachesPublic(change) && wanted.some((one) => one.entry.draft === null && !one.asDraft)
  const proposed = wanted.some((one) => one.asDraft)
  const route = change.what === 'withdraw' ? routes.bulkWithdraw : publicly ? routes.bulkPublic : routes.bulkDrafts
  const title = t('catalogue.bulk.check', { count: wanted.length })
  return entriesFrame(
    visit,
    title,
    <>
      <Head title={title} lead={t(`catalogue.bulk.check.${publicly ? 'public' : proposed ? 'drafts' : 'lead'}`)} t={t} />
      {wanted.length === 0 && (
        <Message kind="info" title={t('catalogue.bulk.nothing')} t={t}>
          {t('catalogue.bulk.nothing.reason')}
        </Message>
      )}
      <Table caption={title} columns={columns} rows={previews} rowKey={(one) => one.entry.id} t={t} />
      <form method="post" action={visit.to(route)}>
        <HiddenValues values={{ auswahl: wanted.map((one) => one.entry.id), ...changeFields(change) }} />
        <div class="alm-actions">
          {wanted.length > 0 && <Button text={t('catalogue.bulk.do', { count: wanted.length })} />}
          <a class="alm-link" href={visit.to(routes.entries)}>
            {t('catalogue.bulk.cancel')}
          </a>
        </div>
      </form>
    </>,
  )
}
