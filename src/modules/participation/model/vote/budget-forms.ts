import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, severalLines } from '#kernel/text.ts'
import type { RuleId } from '../tally/outcome.ts'
import { type Box, boxKinds, type Project, projectStates } from './box.ts'
import { rulesFor } from './budget-vote.ts'
import { readEuros } from './money.ts'

/** What is wrong with a field; the text key is `participation.budget-fault.<field>.<fault>` or `participation.budget-fault.<fault>`. */
export interface FormFault {
  readonly field: string
  readonly fault: 'missing' | 'long' | 'amount' | 'number' | 'unknown' | 'rule' | 'order' | 'taken' | 'begun'
}

/** A box as a form gives it. */
export type BoxForm = Pick<Box, 'title' | 'kind' | 'rule' | 'threshold' | 'budget' | 'fewest' | 'most' | 'points' | 'each'>

const longestTitle = 120

/** Reads whole numbers from a form and notes what is none. */
function numbers(form: URLSearchParams, faults: FormFault[]) {
  return (field: string, least: number, greatest: number, usual: number | null): number | null => {
    const text = (form.get(field) ?? '').trim()
    if (text === '') return usual
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= greatest) return value
    faults.push({ field, fault: 'number' })
    return usual
  }
}

/** Reads a box from a form; gives every fault. */
export function readBoxForm(form: URLSearchParams): Result<BoxForm, FormFault[]> {
  const faults: FormFault[] = []
  const number = numbers(form, faults)
  const title = oneLine(form.get('title') ?? '')
  if (!title) faults.push({ field: 'title', fault: 'missing' })
  if (title.length > longestTitle) faults.push({ field: 'title', fault: 'long' })
  const budget = readEuros(form.get('budget') ?? '')
  if (!budget || budget > 100_000_000_000_000) faults.push({ field: 'budget', fault: 'amount' })
  const kind = boxKinds.find((one) => one === form.get('kind'))
  if (!kind) faults.push({ field: 'kind', fault: 'unknown' })
  const rule = form.get('rule') ?? ''
  if (kind && !rulesFor(kind).includes(rule as RuleId)) faults.push({ field: 'rule', fault: 'rule' })
  const fewest = number('fewest', 1, 500, 1) ?? 1
  const most = number('most', 1, 500, null)
  if (most !== null && most < fewest) faults.push({ field: 'most', fault: 'order' })
  const points = number('points', 1, 1000, 10) ?? 10
  const each = number('each', 1, 1000, null)
  const threshold = number('threshold', 0, 999_999, null)
  if (rule === 'greedy-threshold' && threshold === null && !faults.some(({ field }) => field === 'threshold'))
    faults.push({ field: 'threshold', fault: 'missing' })
  if (faults.length > 0 || !kind || !budget) return fail(faults)
  return ok({ title, kind, rule, threshold, budget, fewest, most, points, each })
}

/** A project as a form gives it; its box by id. */
export type ProjectForm = Pick<Project, 'title' | 'summary' | 'place' | 'state' | 'cost' | 'office' | 'note' | 'box' | 'key'>

/** Reads a project from a form. What stands for election must have a cost and a box; its letter is found where none is given. */
export function readProjectForm(
  form: URLSearchParams,
  boxes: readonly Pick<Box, 'id'>[],
  others: readonly Pick<Project, 'box' | 'key'>[],
): Result<ProjectForm, FormFault[]> {
  const faults: FormFault[] = []
  const text = (field: string, longest: number) => {
    const read = severalLines(form.get(field) ?? '').trim()
    if (read.length > longest) faults.push({ field, fault: 'long' })
    return read
  }
  const title = oneLine(text('title', longestTitle))
  if (!title) faults.push({ field: 'title', fault: 'missing' })
  const [summary, place, office, note] = [
    text('summary', 300),
    oneLine(text('place', 80)),
    oneLine(text('office', 120)),
    text('note', 1000),
  ]
  const state = projectStates.find((one) => one === form.get('state')) ?? 'checking'
  const typed = (form.get('cost') ?? '').trim()
  const cost = typed === '' ? null : (readEuros(typed) ?? null)
  if (typed !== '' && !cost) faults.push({ field: 'cost', fault: 'amount' })
  else if (state === 'checked' && !cost) faults.push({ field: 'cost', fault: 'missing' })
  const chosen = form.get('box') ?? ''
  const box = boxes.find(({ id }) => id === chosen)?.id ?? (boxes.length === 1 ? boxes[0]?.id : undefined) ?? null
  if (state === 'checked' && !box) faults.push({ field: 'box', fault: 'missing' })
  if (state === 'refused' && !note) faults.push({ field: 'note', fault: 'missing' })
  const taken = others.filter((one) => one.box === box).map(({ key }) => key)
  const given = oneLine(form.get('key') ?? '').toUpperCase()
  if (given && !/^[A-Z0-9]{1,6}$/.test(given)) faults.push({ field: 'key', fault: 'unknown' })
  else if (given && taken.includes(given)) faults.push({ field: 'key', fault: 'taken' })
  if (faults.length > 0) return fail(faults)
  const key = given || (state === 'checked' ? freeKey(taken) : null)
  return ok({ title, summary, place, state, cost, office, note, box, key: box ? key : null })
}

/** The next letter that no project of a box has. */
export function freeKey(taken: readonly (string | null)[]): string {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const free = letters.find((letter) => !taken.includes(letter))
  if (free) return free
  for (let n = 1; ; n++) if (!taken.includes(`P${n}`)) return `P${n}`
}
