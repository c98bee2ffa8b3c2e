import { randomUUID } from 'node:crypto'
import { dayOf } from '#kernel/clock.ts'
import { addDays, dayBegins } from '#kernel/deadline.ts'
import { writePdf } from '#platform/pdf'
import type { ParticipationHouse } from '../../../house.ts'
import { procedureBySlug } from '../../../store/procedure-store.ts'
import { busLetters, busQuestions, busReasons, busTexts } from '../demo/bus.ts'
import type { Answer, AnswerFile, Answers } from '../model/answer.ts'
import { keptAnswers, tallyOf } from '../model/tally.ts'
import { plantSurvey } from '../plant-survey.ts'
import { plantFiles, plantSent } from '../store/plant-sent.ts'

const busSlug = 'busverkehr-lindenrode'
const people = 60
/** Who did not answer through the portal. */
const onPaper = new Map<number, 'letter' | 'telephone' | 'counter'>([
  [3, 'letter'],
  [7, 'letter'],
  [16, 'telephone'],
  [21, 'letter'],
  [34, 'counter'],
  [42, 'letter'],
  [55, 'letter'],
])

/** Numbers that look like chance and are the same every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** What somebody of the demonstration answers. */
function busAnswers(seed: number): Answers {
  const roll = dice(seed * 7919 + 1)
  const often = ['o1', 'o1', 'o2', 'o2', 'o2', 'o3', 'o3', 'o4'][roll(8)] ?? 'o2'
  const text = busTexts[roll(busTexts.length * 2)]
  const reason = busReasons[roll(busReasons.length)]
  const first = roll(80)
  const second = roll(100 - first)
  const order = ['o1', 'o2', 'o3', 'o4'].map((id) => ({ id, at: roll(id === 'o2' ? 50 : 100) })).sort((a, b) => a.at - b.at)
  const answers: Record<string, Answer> = {
    f1: { choices: [often] },
    f2: { number: 1 + roll(often === 'o4' ? 3 : 5) },
    f3: { choices: ['o1', 'o2', 'o3', 'o4', 'o5'].filter(() => roll(3) === 0) },
    f4: { cells: { r1: `o${1 + roll(3)}`, r2: `o${1 + roll(4)}`, r3: `o${2 + roll(3)}` } },
    ...(reason ? { f5: { text: reason } } : {}),
    f6: { order: order.map(({ id }) => id) },
    f7: { parts: { o1: first, o2: second, o3: 100 - first - second } },
    ...(text ? { f8: { text } } : {}),
  }
  if (answers.f3?.choices?.length === 0) delete answers.f3
  return keptAnswers(busQuestions, answers)
}

/** Keeps what somebody attached; a letter of a page. */
async function keepLetter(
  house: ParticipationHouse,
  { name, title, text }: (typeof busLetters)[number],
): Promise<{ readonly file: AnswerFile; readonly sha256: string }> {
  const content = await writePdf({
    title,
    lang: 'de',
    author: '',
    created: house.now(),
    blocks: [{ kind: 'heading', level: 1, text: title }, ...text.map((one) => ({ kind: 'paragraph', text: one }) as const)],
    foot: (page) => String(page),
  })
  const sha256 = await house.storage.put(content)
  return { sha256, file: { id: randomUUID(), name, mediaType: 'application/pdf', bytes: content.length } }
}

/** Lindenrode asks about its buses: running, with some sixty answers. Done once; a second start changes nothing. */
export async function loadBus(house: ParticipationHouse): Promise<void> {
  const site = house.sites().bySlug('lindenrode')
  const db = house.database.system
  if (!site || (await procedureBySlug(db, site.id, busSlug))) return
  const today = dayOf(house.now())
  const id = await plantSurvey(house, site, {
    slug: busSlug,
    prefix: 'BV',
    title: 'Wie zufrieden sind Sie mit dem Busverkehr?',
    lead: 'Der Fahrplan wird neu geplant. Neun Fragen, fünf Minuten.',
    office: 'Stadtplanungsamt Lindenrode',
    place: 'Stadtgebiet Lindenrode',
    questions: busQuestions,
    settings: { results: 'live' },
    from: dayBegins(addDays(today, -12)),
    until: dayBegins(addDays(today, 30)),
  })
  const letters = await Promise.all(busLetters.map((one) => keepLetter(house, one)))
  const answers = Array.from({ length: people }, (_, i): Answers => {
    const letter = letters[(i - 7) / 20]
    return { ...busAnswers(i + 1), ...(letter ? { f9: { files: [letter.file] } } : {}) }
  })
  await plantSent(
    db,
    { tenant: site.id, procedure: id },
    answers.map((one, i) => {
      const channel = onPaper.get(i)
      return { answers: one, tally: tallyOf(busQuestions, one), ...(channel ? { channel } : {}) }
    }),
  )
  await plantFiles(db, { tenant: site.id, procedure: id, question: 'f9' }, letters)
}
