import { z } from 'zod'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Visit } from '#platform/http'
import { ChoiceField } from '#ui/components/form-field/form-field.tsx'
import type { SetupFault } from '../../model/setup/typed.ts'
import { textRoutes } from './text-routes.ts'

const ratings = ['agree', 'three'] as const

export const textSettings = z.object({
  /** Agree only, or agree, neutral, disagree. */
  rating: z.enum(ratings).default('agree'),
  /** The version that stands; 0 before the first. Kept by the database with every version, as are its paragraphs. */
  version: z.number().int().min(0).default(0),
  paragraphs: z.array(z.string().max(12)).max(5000).default([]),
})

export type TextSettings = z.infer<typeof textSettings>

/** The settings of a procedure; what cannot be read has no text. */
export function textSettingsOf({ settings }: { readonly settings: unknown }): TextSettings {
  const read = textSettings.safeParse(settings)
  return read.success ? read.data : textSettings.parse({})
}

/** Reads what a town set. Version and paragraphs come from the database. */
export function readTextSettings(form: URLSearchParams): Result<TextSettings, SetupFault[]> {
  const rating = ratings.find((one) => one === form.get('rating'))
  return rating
    ? ok({ rating, version: 0, paragraphs: [] })
    : fail([{ field: 'rating', fault: 'participation.text.fault.rating' }])
}

/** How others respond, and the way to the text itself. */
export function textSettingsForm(visit: Visit, settings: TextSettings, faults: readonly SetupFault[], typed?: URLSearchParams) {
  const { t } = visit
  const { id } = visit.params
  const fault = faults.find(({ field }) => field === 'rating')
  return (
    <>
      <ChoiceField
        id="rating"
        name="rating"
        label={t('participation.text.settings.rating')}
        values={[typed?.get('rating') ?? settings.rating]}
        options={ratings.map((value) => ({ value, label: t(`participation.text.settings.rating.${value}`) }))}
        {...(fault ? { error: t(fault.fault) } : {})}
        t={t}
      />
      <p>
        {t('participation.text.settings.elsewhere')}{' '}
        {id && (
          <a class="alm-link" href={visit.to(textRoutes.staffText, { id })}>
            {t('participation.text.staff.title')}
          </a>
        )}
      </p>
    </>
  )
}
