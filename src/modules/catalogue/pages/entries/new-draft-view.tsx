import type { View, Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { ChoiceField, FormStack } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { routes } from '../../routes.ts'
import { entriesFrame } from './entries-frame.ts'

export const draftKinds = ['dataset', 'series', 'service'] as const

/** Asks what is to be described: data, a series of them, or a service. */
export function newDraftView(visit: Visit): View {
  const { t } = visit
  const title = t('catalogue.new.title')
  return entriesFrame(
    visit,
    title,
    <>
      <Head title={title} lead={t('catalogue.new.lead')} t={t} />
      <form method="post" action={visit.to(routes.beginDraft)}>
        <FormStack>
          <ChoiceField
            id="art"
            name="art"
            label={t('catalogue.new.kind')}
            values={['dataset']}
            options={draftKinds.map((kind) => ({
              value: kind,
              label: t(`catalogue.entry.kind.${kind}`),
              help: t(`catalogue.new.kind.${kind}`),
            }))}
            t={t}
          />
          <div class="alm-actions">
            <Button text={t('catalogue.new.begin')} />
            <a class="alm-link" href={visit.to(routes.entries)}>
              {t('catalogue.new.copy')}
            </a>
          </div>
        </FormStack>
      </form>
    </>,
  )
}
