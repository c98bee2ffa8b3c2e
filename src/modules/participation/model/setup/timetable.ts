import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { dayBegins, dayEnds, readDay } from '#kernel/deadline.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import type { Action, Phase } from '../procedure.ts'
import type { SetupFault } from './typed.ts'

/** A phase as the form shows it: days as people write them. */
export interface TypedPhase {
  /** '' for a new one. */
  readonly id: string
  readonly title: string
  readonly note: string
  readonly from: string
  readonly until: string
  /** Words instead of days. */
  readonly label: string
  readonly actions: readonly string[]
}

export const mostPhases = 30
export const emptyPhase: TypedPhase = { id: '', title: '', note: '', from: '', until: '', label: '', actions: ['read'] }

const german = (moment: Date | null, back: number) =>
  moment ? formatDay(dayOf(new Date(moment.getTime() - back)), 'de', 'short') : ''

/** The public timetable as the form shows it. */
export const typedPhases = (phases: readonly Phase[]): TypedPhase[] =>
  phases
    .filter((one) => one.track === 'public')
    .map((one) => ({
      id: one.id,
      title: one.title,
      note: one.note,
      from: german(one.startsAt, 0),
      // What ends at midnight ends on the day before.
      until: german(one.endsAt, 1),
      label: one.label,
      actions: [...one.actions],
    }))

/** A phase with its place moved up or down, taken out, or a new one at the end; what was typed in the others stays. */
export function changePhases(phases: readonly TypedPhase[], deed: string): TypedPhase[] | undefined {
  const [, verb, index] = /^(neu|hoch|runter|weg)(?:-(\d{1,2}))?$/.exec(deed) ?? []
  const at = Number(index ?? -1)
  const one = phases[at]
  if (verb === 'neu') return phases.length < mostPhases ? [...phases, emptyPhase] : [...phases]
  if (!verb || !one) return undefined
  const rest = phases.filter((_, i) => i !== at)
  if (verb === 'weg') return rest
  const to = Math.max(0, Math.min(rest.length, at + (verb === 'hoch' ? -1 : 1)))
  return [...rest.slice(0, to), one, ...rest.slice(to)]
}

/** Reads one phase; `position` counts from 0. A phase may leave a gap to its neighbours or run beside them. */
function readPhase(
  one: TypedPhase,
  position: number,
  allowed: readonly Action[],
  newId: () => string,
): Result<Phase, SetupFault[]> {
  const faults: SetupFault[] = []
  const say = (field: string, fault: string) =>
    faults.push({ field: `${field}-${position}`, fault, about: { phase: String(position + 1) } })
  const [title, note, label] = [one.title, one.note, one.label].map(oneLine) as [string, string, string]
  if (!title) say('title', 'phase.title')
  if (title.length > 80) say('title', 'phase.title.long')
  if (note.length > 200) say('note', 'phase.note.long')
  if (label.length > 60) say('label', 'phase.label.long')
  const [from, until] = [one.from.trim() && readDay(one.from), one.until.trim() && readDay(one.until)]
  if (from === undefined) say('from', 'phase.day')
  if (until === undefined) say('until', 'phase.day')
  if (from && until && until < from) say('until', 'phase.order')
  const actions = allowed.filter((action) => one.actions.includes(action))
  if (actions.some((action) => action !== 'read') && from === '') say('from', 'phase.beginning')
  if (label && (one.from.trim() || one.until.trim())) say('label', 'phase.both')
  if (faults.length > 0) return fail(faults)
  return ok({
    id: one.id || newId(),
    track: 'public',
    position,
    title,
    note,
    label,
    startsAt: from ? dayBegins(from) : null,
    endsAt: until ? dayEnds(until) : null,
    actions,
  })
}

/** Reads the timetable. `allowed` are the actions of the format, `known` the ids of this procedure's phases: another's is taken for new. */
export function readPhases(
  typed: readonly TypedPhase[],
  allowed: readonly Action[],
  known: readonly string[],
  newId: () => string,
): Result<Phase[], SetupFault[]> {
  const seen = new Set<string>()
  const read = typed.slice(0, mostPhases).map((one, position) => {
    const own = known.includes(one.id) && !seen.has(one.id)
    seen.add(one.id)
    return readPhase(own ? one : { ...one, id: '' }, position, allowed, newId)
  })
  const faults = read.flatMap((one) => (one.ok ? [] : one.error))
  return faults.length > 0 ? fail(faults) : ok(read.flatMap((one) => (one.ok ? [one.value] : [])))
}
