import { readCookie, type Visit, writeCookie } from '#platform/http'
import type { ParticipationHouse } from '../../house.ts'
import type { Shown } from '../../model/proof.ts'
import { readPass, writePass } from '../../use-cases/proof/pass.ts'

const name = 'allmende-ausweis'
/** Procedures in which a browser goes on with what it has shown; an older one is asked again. */
const most = 4

const passesOf = (visit: Visit): string[] => (readCookie(visit.request.headers.cookie, name) ?? '').split('~').filter(Boolean)

const written = (visit: Visit, passes: readonly string[]): string =>
  passes.length > 0 ? writeCookie(visit.origin, name, passes.slice(0, most).join('~')) : writeCookie(visit.origin, name, '', 0)

const others = (visit: Visit, procedure: string) => passesOf(visit).filter((one) => !one.startsWith(`${procedure}.`))

/** What this browser has shown in a procedure and may still go on with. */
export function shownBy(house: Pick<ParticipationHouse, 'config'>, visit: Visit, procedure: string): Shown | undefined {
  for (const pass of passesOf(visit)) {
    const shown = readPass(house.config.ALLMENDE_SECRET, procedure, pass, visit.now)
    if (shown) return shown
  }
  return undefined
}

/** The cookie by which a browser goes on with what it has just shown, until it is closed at the latest. */
export const keepShown = (house: Pick<ParticipationHouse, 'config'>, visit: Visit, procedure: string, shown: Shown): string =>
  written(visit, [writePass(house.config.ALLMENDE_SECRET, procedure, shown, visit.now), ...others(visit, procedure)])

/** The cookie without it: the next person at this computer is somebody else. */
export const forgetShown = (visit: Visit, procedure: string): string => written(visit, others(visit, procedure))
