import type { Visit } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../../../house.ts'
import type { KnownFiles } from '../../model/answer.ts'
import type { Question } from '../../model/questionnaire.ts'
import { takeFiles } from '../../use-cases/take-files.ts'

/** Files an hour from one line, and from all: a class with phones, but no flood that fills the storage. */
const fileLimit = { line: 300, all: 3000 } as const

/** Keeps the files that came with a page from outside; `mine` are those that the answer has already. */
export const filesOfPage = (
  house: ParticipationHouse,
  visit: Visit,
  procedure: string,
  questions: readonly Question[],
  mine: KnownFiles = new Map(),
) =>
  takeFiles(
    house,
    publicDb(house, visit.site),
    { tenant: visit.site.id, procedure, questions, form: visit.form, uploads: visit.uploads, mine },
    async () =>
      !(await slowDown(house, { room: 'participation', what: 'survey-file' }, fileLimit, {
        address: visit.request.ip,
        given: '',
      })),
  )
