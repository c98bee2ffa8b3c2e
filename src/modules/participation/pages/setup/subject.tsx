import { safeMarkdown } from '#identity'
import { ok } from '#kernel/result.ts'
import { Block } from '#ui/components/block/block.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { readSubject, subjectFields, typedSubject } from '../../model/setup/subject.ts'
import { setupRoutes } from '../../setup-routes.ts'
import { setupFaultText } from './frame.tsx'
import { type Drawn, type PartPage, valuesOf } from './part-page.tsx'

type Field = keyof typeof subjectFields
const optional: readonly Field[] = [
  'about',
  'fixed',
  'open',
  'basis',
  'contactName',
  'contactPhone',
  'contactEmail',
  'place',
  'area',
]
const rows: Partial<Readonly<Record<Field, number>>> = { lead: 3, about: 10, fixed: 5, open: 5, basis: 3, area: 3 }

/** What every field has: texts, value, fault. */
function partOf({ visit, typed, faults }: Drawn, name: Field) {
  const { t } = visit
  const fault = faults.find((one) => one.field === name)
  return {
    id: name,
    name,
    label: t(`participation.setup.field.${name}`),
    help: t(`participation.setup.field.${name}.help`),
    value: typed[name] ?? '',
    optional: optional.includes(name),
    maxLength: subjectFields[name],
    ...(fault ? { error: setupFaultText(visit, fault) } : {}),
    t,
  }
}

function Fields(drawn: Drawn) {
  const { visit, typed, opened, previewed } = drawn
  const field = (name: Field) =>
    rows[name] ? (
      <TextArea key={name} {...partOf(drawn, name)} rows={rows[name]} />
    ) : (
      <TextField key={name} {...partOf(drawn, name)} />
    )
  return (
    <>
      {(['title', 'lead', 'about'] as const).map(field)}
      {previewed && (
        <Block title={visit.t('participation.setup.about.shown')} id="vorschau">
          <div class="identity-text" dangerouslySetInnerHTML={{ __html: safeMarkdown(typed.about ?? '') }} />
        </Block>
      )}
      <Button kind="secondary" text={visit.t('participation.setup.about.show')} name="tat" value="vorschau" />
      {(['fixed', 'open', 'basis', 'office', 'contactName', 'contactPhone', 'contactEmail', 'place', 'area'] as const).map(field)}
      {/* Both stand on paper once it was public. */}
      {opened.procedure.publishedAt === null && (['slug', 'prefix'] as const).map(field)}
    </>
  )
}

/** The first part: what it is about, where, and who answers. */
export const subjectPage: PartPage = {
  step: 'subject',
  show: setupRoutes.subject,
  save: setupRoutes.saveSubject,
  part: () => ({
    id: 'subject',
    typed: typedSubject,
    read(typed, { publishedAt, slug, prefix }) {
      const read = readSubject(publishedAt === null ? typed : { ...typed, slug, prefix })
      return read.ok ? ok({ procedure: read.value }) : read
    },
  }),
  typedOf: (form) => valuesOf(form, Object.keys(subjectFields)),
  fields: (drawn) => <Fields {...drawn} />,
}
