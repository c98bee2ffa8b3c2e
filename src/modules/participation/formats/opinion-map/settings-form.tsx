import { fail, ok, type Result } from '#kernel/result.ts'
import type { Visit } from '#platform/http'
import { CheckField, ChoiceField, TextField } from '#ui/components/form-field/form-field.tsx'
import type { SetupFault } from '../../model/setup/typed.ts'
import { opinionRoutes } from './opinion-routes.ts'
import type { OpinionSettings } from './settings.ts'

const whens = ['live', 'after', 'staff'] as const
const figures = {
  longest: { from: 60, to: 280 },
  smallestGroup: { from: 5, to: 100 },
  fewestPeople: { from: 15, to: 1000 },
} as const
type Figure = keyof typeof figures

/** Reads what a town set; gives every fault with its field. */
export function readOpinionSettings(form: URLSearchParams): Result<OpinionSettings, SetupFault[]> {
  const faults: SetupFault[] = []
  const number = (name: Figure): number => {
    const { from, to } = figures[name]
    const typed = (form.get(name) ?? '').trim()
    const value = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
    if (!(value >= from && value <= to))
      faults.push({
        field: name,
        fault: `participation.opinion.settings.fault.${name}`,
        about: { from: String(from), to: String(to) },
      })
    return value
  }
  const results = whens.find((one) => one === form.get('results'))
  if (!results) faults.push({ field: 'results', fault: 'participation.opinion.settings.fault.results' })
  const [longest, smallestGroup, fewestPeople] = [number('longest'), number('smallestGroup'), number('fewestPeople')]
  if (faults.length > 0 || !results) return fail(faults)
  return ok({ own: form.get('own') === '1', results, longest, smallestGroup, fewestPeople })
}

/** Own statements, when results are public, and from how many people on groups are shown. Statements have a page of their own. */
export function opinionSettingsForm(
  visit: Visit,
  settings: OpinionSettings,
  faults: readonly SetupFault[],
  typed?: URLSearchParams,
) {
  const { t } = visit
  const { id } = visit.params
  const field = (name: keyof OpinionSettings) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      label: t(`participation.opinion.settings.${name}`),
      help: t(`participation.opinion.settings.${name}.help`),
      ...(fault ? { error: t(fault.fault, fault.about ?? {}) } : {}),
      t,
    }
  }
  const number = (name: Figure) => <TextField {...field(name)} type="number" value={typed?.get(name) ?? String(settings[name])} />
  return (
    <>
      {id && (
        <p>
          {t('participation.opinion.settings.elsewhere')}{' '}
          <a class="alm-link" href={visit.to(opinionRoutes.staffStatements, { id })}>
            {t('participation.opinion.settings.to-statements')}
          </a>
        </p>
      )}
      <CheckField {...field('own')} checked={typed ? typed.get('own') === '1' : settings.own} optional />
      {number('longest')}
      <ChoiceField
        {...field('results')}
        values={[typed?.get('results') ?? settings.results]}
        options={whens.map((value) => ({ value, label: t(`participation.opinion.settings.results.${value}`) }))}
      />
      {number('fewestPeople')}
      {number('smallestGroup')}
    </>
  )
}
