import { randomUUID } from 'node:crypto'
import { ok } from '#kernel/result.ts'
import type { Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ChoiceField, TextField } from '#ui/components/form-field/form-field.tsx'
import { changePhases, emptyPhase, mostPhases, readPhases, type TypedPhase, typedPhases } from '../../model/setup/timetable.ts'
import type { Typed } from '../../model/setup/typed.ts'
import { setupRoutes } from '../../setup-routes.ts'
import { setupFaultText } from './frame.tsx'
import type { Drawn, PartPage } from './part-page.tsx'

const texts = ['title', 'from', 'until', 'label', 'note'] as const

/** The timetable is one value: its rows belong together. */
const packed = (phases: readonly TypedPhase[]): Typed => ({ phases: JSON.stringify(phases) })
const unpacked = (typed: Typed): TypedPhase[] => JSON.parse(typed.phases || '[]') as TypedPhase[]

function rowsOf(form: URLSearchParams): TypedPhase[] {
  const rows: TypedPhase[] = []
  const given = (name: string, i: number) => (form.get(`${name}-${i}`) ?? '').replaceAll('\0', '').slice(0, 1000)
  for (let i = 0; i < mostPhases && form.has(`title-${i}`); i++)
    rows.push({
      id: given('id', i),
      title: given('title', i),
      note: given('note', i),
      from: given('from', i),
      until: given('until', i),
      label: given('label', i),
      actions: form.getAll(`actions-${i}`),
    })
  return rows
}

function PhaseFields({
  drawn,
  one,
  i,
  last,
}: {
  readonly drawn: Drawn
  readonly one: TypedPhase
  readonly i: number
  readonly last: number
}) {
  const { visit, opened, faults } = drawn
  const { t } = visit
  const field = (name: (typeof texts)[number]) => {
    const fault = faults.find((found) => found.field === `${name}-${i}`)
    return {
      id: `${name}-${i}`,
      name: `${name}-${i}`,
      label: t(`participation.setup.phase.${name}`),
      help: t(`participation.setup.phase.${name}.help`),
      value: one[name],
      optional: name !== 'title',
      ...(fault ? { error: setupFaultText(visit, fault) } : {}),
      t,
    }
  }
  const move = (deed: string) => (
    <button class="alm-linkbutton" type="submit" name="tat" value={`${deed}-${i}`}>
      {t(`participation.setup.phase.${deed}`, { phase: i + 1 })}
    </button>
  )
  return (
    <Block title={t('participation.setup.phase', { phase: i + 1 })} id={`phase-${i}`}>
      <input type="hidden" name={`id-${i}`} value={one.id} />
      {texts.map((name) => (
        <TextField key={name} {...field(name)} />
      ))}
      <ChoiceField
        id={`actions-${i}`}
        name={`actions-${i}`}
        label={t('participation.setup.phase.actions')}
        several
        values={one.actions}
        options={opened.format.actions.map((action) => ({ value: action, label: t(`participation.setup.action.${action}`) }))}
        optional
        t={t}
      />
      <Actions>
        {i > 0 && move('hoch')}
        {i < last && move('runter')}
        {move('weg')}
      </Actions>
    </Block>
  )
}

function Fields(drawn: Drawn) {
  const { t } = drawn.visit
  const phases = unpacked(drawn.typed)
  const shown = phases.length > 0 ? phases : [emptyPhase]
  return (
    <>
      {shown.map((one, i) => (
        <PhaseFields key={`${i}`} drawn={drawn} one={one} i={i} last={shown.length - 1} />
      ))}
      {shown.length < mostPhases && <Button kind="secondary" text={t('participation.setup.phase.neu')} name="tat" value="neu" />}
    </>
  )
}

/** `Ideen sammeln: 02.11.2026 bis 13.12.2026 (Lesen, Beitrag schreiben)`. */
function told(value: string, visit: Visit): string {
  const { t } = visit
  return unpacked({ phases: value })
    .map(({ title, from, until, label, note, actions }) => {
      const time = label || [from, until].filter(Boolean).join(' – ') || t('participation.time.open')
      const may = actions.map((action) => t(`participation.setup.action.${action}`)).join(', ')
      return `${title}: ${[time, may, note].filter(Boolean).join('; ')}`
    })
    .join('\n')
}

/** The second part: what may be done when. */
export const timetablePage: PartPage = {
  step: 'timetable',
  show: setupRoutes.timetable,
  save: setupRoutes.saveTimetable,
  part: ({ format }) => ({
    id: 'timetable',
    typed: (_, phases) => packed(typedPhases(phases)),
    read(typed, _, phases) {
      const known = phases.filter((one) => one.track === 'public').map((one) => one.id)
      const read = readPhases(unpacked(typed), format.actions, known, randomUUID)
      return read.ok ? ok({ phases: read.value }) : read
    },
  }),
  // A row that was left empty is none.
  typedOf: (form) => ok(packed(rowsOf(form).filter((one) => one.id || texts.some((name) => one[name].trim() !== '')))),
  rearrange(typed, deed) {
    const phases = unpacked(typed)
    const changed = changePhases(phases, deed)
    return changed && packed(changed)
  },
  fields: (drawn) => <Fields {...drawn} />,
  told: (_, value, visit) => told(value, visit),
}
