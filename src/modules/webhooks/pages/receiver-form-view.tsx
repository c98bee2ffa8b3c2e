import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { CheckField, ChoiceField, FormStack, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { changeKinds, type Receiver } from '../model/receiver.ts'
import { routes } from '../routes.ts'
import type { FieldFault, TypedReceiver } from '../use-cases/save-receiver.ts'
import { receiverFrame } from './words.tsx'

/** Name and address of a receiver, and what it is told of. */
export function receiverFormView(
  typed: TypedReceiver,
  visit: Visit,
  receiver?: Receiver,
  faults: readonly FieldFault[] = [],
): View {
  const { t, site } = visit
  const title = t(receiver ? 'webhooks.form.change' : 'webhooks.form.add')
  const words = faults.map(({ field, fault }) => ({ field, text: t(`webhooks.field-fault.${fault}`) }))
  const errorOf = (field: FieldFault['field']) => words.find((one) => one.field === field)?.text
  return receiverFrame(
    visit,
    title,
    <>
      <ErrorSummary faults={words} t={t} />
      <Head title={title} lead={t(receiver ? 'webhooks.form.change.lead' : 'webhooks.form.lead')} t={t} />
      <form
        method="post"
        action={receiver ? visit.to(routes.changeReceiver, { id: receiver.id }) : visit.to(routes.addReceiver)}
        noValidate
      >
        <FormStack>
          <TextField
            id="name"
            name="name"
            label={t('webhooks.form.name')}
            help={t('webhooks.form.name.help')}
            value={typed.name}
            maxLength={120}
            error={errorOf('name')}
            t={t}
          />
          <TextField
            id="address"
            name="address"
            type="url"
            label={t('webhooks.form.address')}
            help={t('webhooks.form.address.help')}
            value={typed.address}
            maxLength={2000}
            error={errorOf('address')}
            t={t}
          />
          <ChoiceField
            id="kinds"
            name="kinds"
            several
            label={t('webhooks.form.kinds')}
            options={changeKinds.map((value) => ({ value, label: t(`webhooks.kind.${value}`) }))}
            values={typed.kinds}
            error={errorOf('kinds')}
            t={t}
          />
          {site.within.length > 1 && (
            <CheckField
              id="below"
              name="below"
              label={t('webhooks.form.below', { place: site.name })}
              checked={typed.below}
              t={t}
            />
          )}
          <Actions>
            <Button text={t(receiver ? 'webhooks.form.save' : 'webhooks.form.save-new')} />
            <a class="alm-link" href={receiver ? visit.to(routes.receiver, { id: receiver.id }) : visit.to(routes.receivers)}>
              {t('webhooks.form.cancel')}
            </a>
          </Actions>
        </FormStack>
      </form>
    </>,
    receiver,
  )
}
