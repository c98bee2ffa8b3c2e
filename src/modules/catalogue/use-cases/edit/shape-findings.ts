import { createHash } from 'node:crypto'
import type { Site } from '#kernel/site.ts'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import { draftById } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import type { Finding } from '../../validation/finding.ts'
import { openShapeJudge, type ShapeJudge } from '../judge-by-shapes.ts'
import { checkDraft, type DraftCheck } from './check-draft.ts'
import { type EditHouse, staffDb } from './staff.ts'

type ShapeHouse = Pick<EditHouse, 'config' | 'database'>
type Findings = readonly Finding[] | undefined

interface Desk {
  readonly judge: Promise<ShapeJudge>
  /** Last answers by the record's fingerprint: a page shows what the save or release before it has asked. */
  readonly answers: Map<string, Promise<Findings>>
}

/** How many answers are remembered. */
const remembered = 200

// One thread for editors, apart from the one that assesses the whole catalogue: nobody waits behind ten thousand others.
const desks = new WeakMap<object, Desk>()

function deskOf(house: ShapeHouse): Desk {
  const desk = desks.get(house.database) ?? { judge: openShapeJudge(house.config.dataDir), answers: new Map() }
  desks.set(house.database, desk)
  return desk
}

/** What the official DCAT-AP.de 3.0 shapes find, asked in a thread of its own; undefined where they are not installed or did not answer. */
export function findingsOf(house: ShapeHouse, record: CatalogueRecord): Promise<Findings> {
  const { judge, answers } = deskOf(house)
  const key = createHash('sha256').update(JSON.stringify(record)).digest('base64url')
  const known = answers.get(key)
  if (known) return known
  const answer = judge.then((one) => one.judge(record))
  answers.set(key, answer)
  for (const old of answers.keys()) if (answers.size > remembered) answers.delete(old)
  // No answer is none to remember: the next who asks may get one.
  const forget = () => void (answers.get(key) === answer && answers.delete(key))
  answer.then((found) => found ?? forget(), forget)
  return answer
}

/** Milliseconds that a page waits for the shapes; the first question of a process reads the rules. */
const patience = 4000

/** Everything that stands between a draft and its release, with what the official shapes find. A page that waited long enough says that they are not through. */
export async function checkWithShapes(house: ShapeHouse, draft: Pick<Draft, 'record' | 'lawfulness'>): Promise<DraftCheck> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, patience, 'late')
  })
  const found = await Promise.race([findingsOf(house, draft.record), late])
  clearTimeout(timer)
  const waits = found === 'late'
  return { ...checkDraft(draft.record, draft.lawfulness, waits ? [] : (found ?? [])), waits }
}

/** What the shapes found in a draft, and in which state of it. */
export interface Judged {
  readonly revision: number
  readonly findings: readonly Finding[]
}

/** Asks the shapes about a draft before its row is locked: they may take seconds. */
export async function judgeDraft(house: EditHouse, site: Site, id: string): Promise<Judged> {
  const draft = await draftById(staffDb(house, site), id)
  if (!draft || draft.state === 'released') return { revision: draft?.revision ?? 0, findings: [] }
  return { revision: draft.revision, findings: (await findingsOf(house, draft.record)) ?? [] }
}

/** Ends the thread; it is started again when somebody asks. */
export async function closeShapeFindings(house: Pick<EditHouse, 'database'>): Promise<void> {
  const desk = desks.get(house.database)
  desks.delete(house.database)
  await (await desk?.judge)?.close()
}
