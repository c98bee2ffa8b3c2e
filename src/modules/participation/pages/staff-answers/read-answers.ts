import { isIdInAnyCase } from '#kernel/id.ts'
import type { Query } from '#kernel/route.ts'
import type { Visit } from '#platform/http'
import { wordStems } from '#platform/search'
import { readNumber } from '../../model/procedure.ts'
import { channels, outcomes } from '../../model/submission.ts'
import { type AnswerFilter, answerLists } from '../../store/staff-answer-store.ts'

/** A list of those who answer, as it stands in an address. */
export interface AskedAnswers {
  readonly filter: Omit<AnswerFilter, 'ids'>
  /** Number of the submission whose group of similar ones is asked for. */
  readonly like: number | undefined
  readonly after: number
  readonly params: Query
}

/** Reads a list; a value nobody knows narrows nothing. Without a list: what waits for an answer. */
export function readAnswers(visit: Visit): AskedAnswers {
  const { query } = visit
  const among = <T extends string>(known: readonly T[], name: string) => known.find((one) => one === query.get(name))
  const list = among(answerLists, 'liste') ?? 'offen'
  const channel = among(channels, 'weg')
  const outcome = among(outcomes, 'ergebnis')
  const category = query.get('thema') ?? undefined
  const place = query.get('ort')?.slice(0, 200) || undefined
  const q = (query.get('q') ?? '').trim().slice(0, 100)
  const received = /^\d{4}-\d{2}(?:-\d{2})?$/.exec(query.get('eingang') ?? '')?.[0]
  const decision = query.get('beschluss') ?? ''
  const like = readNumber(query.get('aehnlich') ?? '')
  return {
    filter: {
      list,
      channel,
      outcome,
      category: category === undefined || category === 'alle' ? undefined : category.slice(0, 60),
      place,
      received,
      decision: isIdInAnyCase(decision) ? decision : undefined,
      stems: q ? wordStems(q, 12) : undefined,
    },
    like: like?.number,
    after: readNumber(query.get('nach') ?? '')?.number ?? 0,
    params: {
      liste: list,
      thema: category,
      weg: channel,
      ergebnis: outcome,
      ort: place,
      eingang: received,
      q: q || undefined,
      beschluss: isIdInAnyCase(decision) ? decision : undefined,
      aehnlich: like ? (query.get('aehnlich') ?? undefined) : undefined,
    },
  }
}
