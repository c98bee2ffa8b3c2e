import { dayEnds, readDay } from '#kernel/deadline.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, severalLines } from '#kernel/text.ts'
import type { PollWriting } from './poll.ts'
import type { FormFault } from './registration.ts'

/** What staff typed for a search for a date; it ends with the end of a day. */
export function readPoll(form: URLSearchParams): Result<PollWriting, readonly FormFault[]> {
  const faults: FormFault[] = []
  const title = oneLine(form.get('titel') ?? '')
  if (!title) faults.push({ field: 'titel', fault: 'title' })
  if (title.length > 200) faults.push({ field: 'titel', fault: 'title-long' })
  const about = severalLines(form.get('worum') ?? '')
  if (about.length > 5000) faults.push({ field: 'worum', fault: 'about-long' })
  const place = oneLine(form.get('ort') ?? '')
  if (place.length > 200) faults.push({ field: 'ort', fault: 'place-long' })
  const last = readDay(form.get('ende') ?? '')
  if (!last) faults.push({ field: 'ende', fault: 'day' })
  const typed = (form.get('aufbewahren') ?? '').trim() || '30'
  const keepDays = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  if (keepDays < 1 || keepDays > 365) faults.push({ field: 'aufbewahren', fault: 'number', about: { from: 1, to: 365 } })
  if (faults.length > 0 || !last) return fail(faults)
  return ok({ title, about, place, until: dayEnds(last), namesPublic: form.get('namen') === 'alle', keepDays })
}
