import { readEmail } from '#kernel/text.ts'
import { type Answer, page, type Visit, withCookies } from '#platform/http'
import { type SlowDown, slowDown } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { limits } from '../../model/limits.ts'
import type { Action, IdentityLevel, Procedure } from '../../model/procedure.ts'
import type { Proof, Shown } from '../../model/proof.ts'
import { readCode } from '../../model/vote/receipt-code.ts'
import { codeProves } from '../../store/proof-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { accountMark, proofOf } from '../../use-cases/proof/pass.ts'
import { keepUntilConfirmed, type ToConfirm } from '../../use-cases/proof/pending.ts'
import type { Reactor } from '../../use-cases/react.ts'
import { codeHash } from '../../use-cases/vote/marks.ts'
import { browserCookieOf } from '../dialogue/browser-cookie.ts'
import { keepShown, shownBy } from './proof-cookie.ts'
import { askView, sentView } from './proof-view.tsx'

/** What a procedure asks of whoever does something. */
export const levelFor = ({ identity }: Pick<Procedure, 'identity'>, action: Action): IdentityLevel => identity[action] ?? 'none'

/** Who acts: somebody who has shown what is asked (nothing, where nothing is), or somebody who still has to. */
export type Who =
  | { readonly known: true; readonly proof?: Proof; readonly cookies: readonly string[] }
  | { readonly known: false; readonly level: Shown['level']; readonly fault?: 'code' }

const knownBy = (secret: string, procedure: string, shown: Shown, cookies: readonly string[] = []): Who => ({
  known: true,
  proof: proofOf(secret, procedure, shown),
  cookies,
})

/** What was shown already: by this browser, or by the account that is signed in. */
function shownAlready(house: ParticipationHouse, visit: Visit, procedure: Procedure, level: Shown['level']): Shown | undefined {
  if (level !== 'account') {
    const shown = shownBy(house, visit, procedure.id)
    return shown?.level === level ? shown : undefined
  }
  const { person } = visit.actor
  if (!person || !visit.may('signed-in')) return undefined
  return { level, mark: accountMark(house.config.ALLMENDE_SECRET, procedure.id, person.id) }
}

/** Looks at who acts. A code may come with the form; the browser then keeps it for the rest of the visit. `typed: false`: what was shown before alone counts. */
export async function whoActs(
  house: ParticipationHouse,
  visit: Visit,
  procedure: Procedure,
  action: Action,
  { typed: mayType = true }: { readonly typed?: boolean } = {},
): Promise<Who> {
  const level = levelFor(procedure, action)
  if (level === 'none') return { known: true, cookies: [] }
  const { ALLMENDE_SECRET: secret } = house.config
  const shown = shownAlready(house, visit, procedure, level)
  const db = publicDb(house, visit.site)
  // A code may have been blocked meanwhile.
  if (shown && (level !== 'code' || (await codeProves(db, procedure.id, action, shown.mark))))
    return knownBy(secret, procedure.id, shown)
  const typed = level === 'code' && mayType ? visit.form.get('code') : null
  if (typed === null) return { known: false, level }
  const code = readCode(typed.slice(0, 40))
  const mark = code && codeHash(secret, procedure.id, code)
  if (!mark || !(await codeProves(db, procedure.id, action, mark))) return { known: false, level, fault: 'code' }
  const fresh: Shown = { level: 'code', mark }
  return knownBy(secret, procedure.id, fresh, [keepShown(house, visit, procedure.id, fresh)])
}

/** Whom reactions of this visit count for; undefined where nobody has shown what is asked. */
export function reactorOf(house: ParticipationHouse, visit: Visit, procedure: Procedure): Reactor | undefined {
  const level = levelFor(procedure, 'rate')
  if (level === 'none') return { cookie: browserCookieOf(visit) }
  const shown = shownAlready(house, visit, procedure, level)
  return shown && { proof: proofOf(house.config.ALLMENDE_SECRET, procedure.id, shown) }
}

/** What somebody wanted to do, for the page that asks who it is first. */
export interface Wanted {
  readonly action: 'submit' | 'comment' | 'rate'
  /** Where its form goes, and where one goes back to. */
  readonly to: string
  readonly back: string
  /** What it says; undefined where nothing can wait for a mail (taking something back). */
  readonly what: ToConfirm | undefined
  /** The address that was typed elsewhere in the form. */
  readonly email?: string | undefined
}

const limited = (house: ParticipationHouse, visit: Visit): Promise<SlowDown | undefined> =>
  slowDown(house, { room: 'participation', what: 'votePass' }, limits.votePass, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })

/** Asks who it is, with everything that was typed; an address that came along gets its link, and what was sent waits for it. */
export async function askWho(
  house: ParticipationHouse,
  visit: Visit,
  opened: Pick<ShownProcedure, 'procedure'>,
  who: Who & { readonly known: false },
  wanted: Wanted,
): Promise<Answer> {
  const ask = (state: { fault?: 'code' | 'email' | 'many' | 'closed'; slow?: SlowDown | undefined } = {}, status = 200) =>
    page(
      askView(visit, opened, {
        level: who.level,
        action: wanted.action,
        to: wanted.to,
        back: wanted.back,
        email: wanted.email,
        ...state,
      }),
      status,
    )
  if (who.level !== 'email') return who.fault ? ask({ fault: who.fault }, 422) : ask({}, 403)
  const typed = visit.form.get('nachweis')
  if (typed === null || !wanted.what) return ask({}, 403)
  const email = readEmail(typed)
  if (!email) return ask({ fault: 'email' }, 422)
  const slow = await limited(house, visit)
  if (slow) return ask({ slow }, 429)
  const kept = await keepUntilConfirmed(house, visit.site, opened.procedure, { what: wanted.what, email, lang: visit.lang })
  if (!kept.ok) return ask({ fault: kept.error }, kept.error === 'many' ? 429 : 409)
  return page(sentView(visit, opened, { what: wanted.what, email }))
}

/** An answer with what the browser keeps of what was just shown. */
export const withShown = (answer: Answer, who: Who & { readonly known: true }): Answer =>
  who.cookies.length > 0 ? withCookies(answer, ...who.cookies) : answer
