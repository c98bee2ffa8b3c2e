import { fail, ok, type Result } from '#kernel/result.ts'
import { type Asked, readSubmission, type SubmissionDraft, type SubmissionFault } from '../submission.ts'
import { type paperChannels, readReceivedDay, readReference } from './received.ts'

/** Heads of the columns, German: the file goes from office to office. */
export const listHeads = [
  'Eingangsnummer',
  'Eingegangen am',
  'Weg',
  'Überschrift',
  'Text',
  'Thema',
  'Ort',
  'Länge',
  'Breite',
  'Name',
] as const
export type ListHead = (typeof listHeads)[number]

/** Those without which a list is none. */
export const neededHeads: readonly ListHead[] = ['Eingangsnummer', 'Eingegangen am', 'Überschrift', 'Text']

/** A fault of one cell; `key` is the whole text key of its sentence. */
export interface CellFault {
  readonly head: ListHead
  readonly key: string
  readonly about?: Readonly<Record<string, string>>
}

/** A line that can be taken. */
export interface ListPaper {
  readonly draft: SubmissionDraft
  readonly channel: (typeof paperChannels)[number] | 'import'
  readonly receivedOn: string
  readonly reference: string
}

const ways: Readonly<Record<string, ListPaper['channel']>> = {
  '': 'import',
  liste: 'import',
  brief: 'letter',
  telefon: 'telephone',
  anruf: 'telephone',
  'vor ort': 'counter',
  schalter: 'counter',
}

const headOf: Readonly<Record<SubmissionFault['field'], ListHead>> = {
  title: 'Überschrift',
  body: 'Text',
  category: 'Thema',
  place: 'Ort',
  geometry: 'Länge',
  author: 'Name',
  email: 'Name',
}

/** Numbers as German tables write them: 7,4652. */
const decimal = (cell: string) => cell.replace(',', '.')

/** Reads one line of a list; gives every fault with the head of its column. */
export function readListLine(cells: Readonly<Record<string, string>>, asked: Asked, now: Date): Result<ListPaper, CellFault[]> {
  const faults: CellFault[] = []
  const cell = (head: ListHead) => (cells[head] ?? '').trim()
  const reference = readReference(cell('Eingangsnummer'))
  if (!reference)
    faults.push({
      head: 'Eingangsnummer',
      key: reference === undefined ? 'participation.enter.fault.reference.long' : 'participation.import.fault.reference',
    })
  const received = readReceivedDay(cell('Eingegangen am'), now)
  if ('fault' in received) faults.push({ head: 'Eingegangen am', key: `participation.enter.fault.day.${received.fault}` })
  const channel = ways[cell('Weg').toLowerCase()]
  if (!channel) faults.push({ head: 'Weg', key: 'participation.import.fault.way' })
  const [lon, lat] = [decimal(cell('Länge')), decimal(cell('Breite'))]
  const form = new URLSearchParams({
    title: cell('Überschrift'),
    body: cell('Text'),
    category: cell('Thema'),
    place: cell('Ort'),
    author: cell('Name'),
    geometry: lon || lat ? `${lon}, ${lat}` : '',
  })
  const read = readSubmission(form, asked)
  if (!read.ok)
    for (const { field, fault } of read.error) faults.push({ head: headOf[field], key: `participation.fault.${field}.${fault}` })
  if (faults.length > 0 || !read.ok || !channel || !reference || 'fault' in received) return fail(faults)
  return ok({ draft: read.value, channel, receivedOn: received.day, reference })
}
