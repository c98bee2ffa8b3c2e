import type { Visit } from '#platform/http'
import { wordStems } from '#platform/search'
import { readNumber } from '../../../../model/procedure.ts'
import { statusWords } from '../../issue.ts'
import type { IssueFilter } from '../../store/issue-store.ts'

/** What the address of the list asks for; what is unknown in it is left aside. */
export interface AskedIssues {
  readonly stand: string
  readonly kind: string
  readonly text: string
  readonly after: number | undefined
  readonly filter: IssueFilter
  /** The same as a query, without the place in the list. */
  readonly query: Readonly<Record<string, string>>
}

/** Reads status, category, words and place in the list from the address. */
export function readIssues({ query }: Pick<Visit, 'query'>): AskedIssues {
  const word = query.get('stand') ?? ''
  const stand = Object.hasOwn(statusWords, word) ? word : ''
  const kind = (query.get('art') ?? '').slice(0, 60)
  const text = (query.get('q') ?? '').trim().slice(0, 100)
  return {
    stand,
    kind,
    text,
    after: readNumber(query.get('nach') ?? '')?.number,
    filter: {
      ...(stand ? { statuses: statusWords[stand] } : {}),
      ...(kind ? { code: kind } : {}),
      ...(text ? { stems: wordStems(text) } : {}),
    },
    query: Object.fromEntries(Object.entries({ stand, art: kind, q: text }).filter(([, value]) => value)),
  }
}
