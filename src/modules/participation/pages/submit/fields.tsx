import type { Visit } from '#platform/http'
import { SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { PointField, type PointFieldProps } from '#ui/components/point-field/point-field.tsx'
import { type Asked, longest, type SubmissionFault } from '../../model/submission.ts'

/** What a form holds as it was typed. */
export type Typed = Readonly<Record<string, string>>

/** What lies under a point that somebody chooses. */
export type PointGround = Pick<PointFieldProps, 'ground' | 'bounds' | 'baseMap' | 'asset'>

export const fieldNames = ['title', 'body', 'category', 'place', 'geometry', 'author', 'email'] as const

export const typedOf = (form: URLSearchParams): Typed =>
  Object.fromEntries(fieldNames.map((name) => [name, form.get(name) ?? '']))

const faultText = (visit: Visit, fault: SubmissionFault): string => visit.t(`participation.fault.${fault.field}.${fault.fault}`)

/** Lines of the error summary, each with its field. */
export const faultLines = (visit: Visit, faults: readonly SubmissionFault[]) =>
  faults.map((fault) => ({ field: fault.field, text: faultText(visit, fault) }))

/** The fields of a submission. `own` leaves out what is asked once: the name and the address. */
export function SubmissionFields({
  asked,
  typed,
  faults,
  visit,
  own,
  point,
}: {
  readonly asked: Asked
  readonly typed: Typed
  readonly faults: readonly SubmissionFault[]
  readonly visit: Visit
  readonly own?: boolean
  /** What the map of the point needs; without it no point is asked for. */
  readonly point?: PointGround | undefined
}) {
  const { t } = visit
  const field = (name: (typeof fieldNames)[number]) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      t,
      label: t(`participation.field.${name}`),
      help: t(`participation.field.${name}.help`),
      value: typed[name] ?? '',
      ...(fault ? { error: faultText(visit, fault) } : {}),
    }
  }
  return (
    <>
      <TextField {...field('title')} maxLength={longest.title} />
      <TextArea {...field('body')} maxLength={longest.body} />
      {asked.categories.length > 0 && (
        <SelectField
          {...field('category')}
          options={[
            { value: '', label: t('participation.field.category.choose') },
            ...asked.categories.map((name) => ({ value: name, label: name })),
          ]}
        />
      )}
      {asked.place !== 'no' && <TextField {...field('place')} maxLength={longest.place} optional={asked.place === 'maybe'} />}
      {asked.place !== 'no' && point && <PointField {...field('geometry')} {...point} optional />}
      {!own && (
        <>
          <TextField {...field('author')} maxLength={longest.author} autocomplete="name" optional />
          <TextField {...field('email')} type="email" autocomplete="email" optional />
        </>
      )}
    </>
  )
}
