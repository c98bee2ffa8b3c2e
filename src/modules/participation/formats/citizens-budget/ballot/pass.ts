import { readCookie, type Visit, writeCookie } from '#platform/http'
import { newBrowserMark, readBrowserMark } from '#platform/secret-link'
import type { ParticipationHouse } from '../../../house.ts'
import { readCode } from '../../../model/vote/receipt-code.ts'
import { shownBy } from '../../../pages/proof/proof-cookie.ts'
import { type Pass, readMailPass } from '../../../use-cases/vote/marks.ts'
import { levelOf, type OpenedBox } from '../open-budget.ts'
import type { Along } from './ballot-view.tsx'

/** What goes along, from the address or from the form. */
export function alongOf(visit: Visit): Along {
  const given = (name: string) => (visit.form.get(name) ?? visit.query.get(name) ?? '').slice(0, 120) || undefined
  return { code: given('code'), ausweis: given('ausweis'), pruefnummer: given('pruefnummer') }
}

const cookieOf = (visit: Visit) => readCookie(visit.request.headers.cookie, 'allmende-vote')

/** By what somebody votes, or what is missing. A browser gets its number when the check page is shown. */
export function passOf(
  house: ParticipationHouse,
  visit: Visit,
  opened: OpenedBox,
  along: Along,
): Pass | { readonly kind: 'receipt'; readonly code: string } | 'code' | 'email' | 'account' | 'bundid' | 'browser' | 'receipt' {
  const { ALLMENDE_SECRET: secret } = house.config
  if (along.pruefnummer) {
    const code = readCode(along.pruefnummer)
    return code ? { kind: 'receipt', code } : 'receipt'
  }
  const level = levelOf(opened)
  if (level === 'code') {
    const code = readCode(along.code ?? '')
    return code ? { kind: 'code', code } : 'code'
  }
  if (level === 'email') return readMailPass(secret, opened.procedure.id, along.ausweis ?? '') ?? 'email'
  if (level === 'none') {
    const number = readBrowserMark(secret, 'participation', cookieOf(visit))
    return number ? { kind: 'browser', number } : 'browser'
  }
  // An account proves less and does not stand in for it.
  if (level === 'bundid') {
    const shown = shownBy(house, visit, opened.procedure.id)
    return shown?.level === 'bundid' ? { kind: 'bundid', mark: shown.mark.toString('hex') } : 'bundid'
  }
  const { person } = visit.actor
  return person && visit.may('signed-in') ? { kind: 'account', person: person.id } : 'account'
}

/** The cookie for a browser that has none yet. */
export function browserCookie(house: ParticipationHouse, visit: Visit): string[] {
  const { ALLMENDE_SECRET: secret } = house.config
  if (readBrowserMark(secret, 'participation', cookieOf(visit))) return []
  return [writeCookie(visit.origin, 'allmende-vote', newBrowserMark(secret, 'participation'), 180 * 86_400)]
}
