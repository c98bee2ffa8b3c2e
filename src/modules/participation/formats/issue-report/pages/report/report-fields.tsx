import type { Visit } from '#platform/http'
import { FileField } from '#ui/components/file-field/file-field.tsx'
import { CheckField, ChoiceField, SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { PointField } from '#ui/components/point-field/point-field.tsx'
import { longest } from '../../../../model/submission.ts'
import type { PointGround, Typed } from '../../../../pages/submit/fields.tsx'
import { issueRoutes } from '../../issue-routes.ts'
import type { IssueSettings } from '../../issue-settings.ts'
import { longestReport, type ReportFault } from '../../read-report.ts'
import { largestPhoto } from '../../use-cases/take-photo.ts'

/** What the form holds as it was typed. */
export const reportNames = ['category', 'body', 'place', 'geometry', 'question', 'email', 'photo', 'key'] as const

export const typedReport = (form: URLSearchParams): Typed =>
  Object.fromEntries(reportNames.map((name) => [name, form.get(name) ?? '']))

const faultText = (visit: Visit, { field, fault }: ReportFault): string => visit.t(`participation.issue.fault.${field}.${fault}`)

/** Lines of the error summary, each with its field. */
export const reportFaultLines = (visit: Visit, faults: readonly ReportFault[]) =>
  faults.map((fault) => ({ field: fault.field === 'photo' ? 'datei' : fault.field, text: faultText(visit, fault) }))

interface FieldsProps {
  readonly settings: IssueSettings
  readonly typed: Typed
  readonly faults: readonly ReportFault[]
  readonly visit: Visit
  readonly point: PointGround
}

function PhotoPart({ typed, visit, error }: Pick<FieldsProps, 'typed' | 'visit'> & { readonly error: string | undefined }) {
  const { t } = visit
  const { slug = '' } = visit.params
  return (
    <>
      {typed.photo && (
        <div class="participation-issue-photo">
          <img
            src={visit.to(issueRoutes.loosePhoto, { slug, token: typed.photo })}
            alt={t('participation.issue.photo.yours')}
            width="320"
          />
          <CheckField id="photo-weg" name="photo-weg" label={t('participation.issue.photo.leave')} optional t={t} />
        </div>
      )}
      <FileField
        id="datei"
        name="datei"
        label={t(typed.photo ? 'participation.issue.photo.other' : 'participation.issue.field.photo')}
        help={t('participation.issue.field.photo.help')}
        accept={['image/jpeg', 'image/png', 'image/webp']}
        types={t('participation.issue.photo.types')}
        maxSize={largestPhoto}
        {...(error ? { error } : {})}
        optional
        t={t}
      />
    </>
  )
}

/** The fields of a report: photo first, then where, what kind, and what is wrong. */
export function ReportFields({ settings, typed, faults, visit, point }: FieldsProps) {
  const { t } = visit
  const errorOf = (name: ReportFault['field']) => {
    const fault = faults.find((one) => one.field === name)
    return fault && faultText(visit, fault)
  }
  const field = (name: 'category' | 'body' | 'place' | 'geometry' | 'email') => {
    const error = errorOf(name)
    return {
      id: name,
      name,
      label: t(`participation.issue.field.${name}`),
      help: t(`participation.issue.field.${name}.help`),
      value: typed[name] ?? '',
      t,
      ...(error ? { error } : {}),
    }
  }
  return (
    <>
      {settings.photos !== 'no' && <PhotoPart typed={typed} visit={visit} error={errorOf('photo')} />}
      <PointField {...field('geometry')} {...point} optional />
      <TextField {...field('place')} maxLength={longest.place} />
      <SelectField
        {...field('category')}
        options={[
          { value: '', label: t('participation.issue.field.category.choose') },
          ...settings.categories.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <QuestionField settings={settings} typed={typed} error={errorOf('question')} visit={visit} />
      <TextArea {...field('body')} rows={4} maxLength={longestReport} />
      <TextField {...field('email')} type="email" autocomplete="email" optional />
    </>
  )
}

/** What a category asks besides; shown once the category is chosen, because only then it is known. */
function QuestionField({
  settings,
  typed,
  error,
  visit,
}: Pick<FieldsProps, 'settings' | 'typed' | 'visit'> & { readonly error: string | undefined }) {
  const question = settings.categories.find(({ code }) => code === typed.category)?.question
  if (!question) return null
  const field = {
    id: 'question',
    name: 'question',
    label: question.label,
    optional: !question.required,
    t: visit.t,
    ...(error ? { error } : {}),
  }
  return question.options.length > 0 ? (
    <ChoiceField
      {...field}
      values={[typed.question ?? '']}
      options={question.options.map((value) => ({ value, label: value }))}
    />
  ) : (
    <TextField {...field} value={typed.question ?? ''} maxLength={longest.place} />
  )
}
