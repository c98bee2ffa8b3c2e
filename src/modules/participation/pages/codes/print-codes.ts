import { dayOf } from '#kernel/clock.ts'
import { csvLine } from '#kernel/csv-line.ts'
import { type Answer, body, page, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { readCode, spacedCode } from '../../model/vote/receipt-code.ts'
import { codeBatches } from '../../store/vote/code-store.ts'
import { blockCode, makeCodes, mostCodes } from '../../use-cases/vote/staff-votes.ts'
import { type CodesOf, type CodesState, codesView } from './codes-view.tsx'
import { lettersPdf } from './letters.ts'

async function show(
  house: ParticipationHouse,
  visit: Visit,
  of: CodesOf,
  state: Omit<CodesState, 'batches'> = {},
): Promise<Answer> {
  const batches = await codeBatches(staffDb(house, visit.site), of.acting.procedure.id)
  return page(codesView(visit, of, { ...state, batches }), state.fault ? 422 : 200)
}

async function print(house: ParticipationHouse, visit: Visit, of: CodesOf): Promise<Answer> {
  const typed = (visit.form.get('count') ?? '').trim().slice(0, 20)
  const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  if (count < 1 || count > mostCodes) return show(house, visit, of, { count: typed, fault: 'count' })
  const before = await codeBatches(staffDb(house, visit.site), of.acting.procedure.id)
  const batch = `${dayOf(visit.now)}, ${visit.t('participation.codes.run', { number: before.length + 1 })}`
  const codes = await makeCodes(house, of.acting, batch, count)
  const headers = (kind: string) => ({
    'content-disposition': `attachment; filename="codes-${of.slug}.${kind}"`,
    'cache-control': 'no-store',
  })
  if (visit.form.get('als') !== 'csv') return body('application/pdf', await lettersPdf(visit, of, codes), headers('pdf'))
  const lines = codes.map((code) => csvLine([spacedCode(code), of.target(code)]))
  return body('text/csv; charset=utf-8', csvLine(['code', 'link']) + lines.join(''), headers('csv'))
}

async function block(house: ParticipationHouse, visit: Visit, of: CodesOf): Promise<Answer> {
  const typed = (visit.form.get('code') ?? '').slice(0, 40)
  const code = readCode(typed)
  const done = code && (await blockCode(house, of.acting, code))
  return done
    ? show(house, visit, of, { said: visit.t('participation.codes.blocked-one') })
    : show(house, visit, of, { code: typed, fault: 'code' })
}

/** The page of codes as it stands. */
export const showCodes = (house: ParticipationHouse, visit: Visit, of: CodesOf): Promise<Answer> => show(house, visit, of)

/** Makes codes, or blocks one. */
export const changeCodes = (house: ParticipationHouse, visit: Visit, of: CodesOf): Promise<Answer> =>
  visit.form.get('tat') === 'sperren' ? block(house, visit, of) : print(house, visit, of)
