import type { Visit } from '#platform/http'
import { TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { longest, type RequestFault, type RequestKind } from '../../model/request.ts'

/** What a form holds as it was typed. */
export type Typed = Readonly<Record<string, string>>

export const typedOf = (form: URLSearchParams, names: readonly string[]): Typed =>
  Object.fromEntries(names.map((name) => [name, form.get(name) ?? '']))

/** The sentence for a fault of a field. */
export const faultText = (visit: Visit, fault: RequestFault): string =>
  visit.t(`catalogue.request.fault.${fault.field}.${fault.fault}`)

/** Lines of the error summary, each with its field. */
export const faultLines = (visit: Visit, faults: readonly RequestFault[]) =>
  faults.map((fault) => ({ field: fault.field, text: faultText(visit, fault) }))

/** The fields of a wish or a remark. */
export function DraftFields({
  kind,
  typed,
  faults,
  visit,
  withEmail = true,
}: {
  readonly kind: RequestKind
  readonly typed: Typed
  readonly faults: readonly RequestFault[]
  readonly visit: Visit
  readonly withEmail?: boolean
}) {
  const { t } = visit
  const field = (name: RequestFault['field']) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      t,
      label: t(`catalogue.${kind}.field.${name}`),
      help: t(`catalogue.${kind}.field.${name}.help`),
      value: typed[name] ?? '',
      ...(fault ? { error: faultText(visit, fault) } : {}),
    }
  }
  return (
    <>
      {kind === 'wish' && <TextField {...field('title')} maxLength={longest.title} />}
      <TextArea {...field('body')} maxLength={longest.body} />
      {kind === 'remark' && <TextField {...field('place')} maxLength={longest.place} optional />}
      {withEmail && (
        <TextField
          {...field('email')}
          type="email"
          autocomplete="email"
          optional
          label={t('catalogue.request.email')}
          help={t('catalogue.request.email.help')}
        />
      )}
    </>
  )
}
