import { fail, ok, type Result } from '#kernel/result.ts'
import { severalLines } from '#kernel/text.ts'
import type { ParticipationHouse } from '../../house.ts'
import { type SuggestionOutcome, suggestionOutcomes } from '../../model/suggestion.ts'
import { holdProject, projectSettings } from '../../store/project-store.ts'
import { answerSuggestion, hideSuggestion, holdSuggestion, showSuggestion } from '../../store/suggestion-store.ts'
import { wakeNews } from '../follow/wake-news.ts'
import type { Acting } from '../setup/acting.ts'
import { asStaff, noteStaffAct } from '../staff-act.ts'

/** What staff does with a suggestion. */
export type SuggestionDeed =
  | { readonly kind: 'show' }
  | { readonly kind: 'hide'; readonly reason: string }
  | { readonly kind: 'answer'; readonly outcome: string; readonly answer: string }

/** Publishes a suggestion, keeps it out with a reason, or answers it; gives what is wrong otherwise. */
export async function decideSuggestion(
  house: ParticipationHouse,
  acting: Acting,
  project: string,
  id: string,
  deed: SuggestionDeed,
): Promise<Result<true, 'gone' | 'not-now' | 'reason' | 'answer' | 'outcome'>> {
  const reason = deed.kind === 'hide' ? severalLines(deed.reason) : ''
  const answer = deed.kind === 'answer' ? severalLines(deed.answer) : ''
  const outcome = deed.kind === 'answer' ? suggestionOutcomes.find((one) => one === deed.outcome) : undefined
  if (deed.kind === 'hide' && (reason.length < 10 || reason.length > 600)) return fail('reason')
  if (deed.kind === 'answer' && !outcome) return fail('outcome')
  if (deed.kind === 'answer' && (answer.length < 10 || answer.length > 4000)) return fail('answer')
  const { site, person } = acting
  return asStaff(house, site, async (trx): Promise<Result<true, 'gone' | 'not-now'>> => {
    const held = await holdProject(trx, site.id, project)
    const suggestion = held && (await holdSuggestion(trx, project, id))
    if (!held || !suggestion) return fail('gone')
    const done =
      deed.kind === 'show'
        ? await showSuggestion(trx, id, await projectSettings(trx, site.id))
        : deed.kind === 'hide'
          ? await hideSuggestion(trx, id, reason)
          : await answerSuggestion(trx, id, outcome as SuggestionOutcome, answer)
    if (!done) return fail('not-now')
    await wakeNews(house, trx)
    await noteStaffAct(
      trx,
      site,
      person,
      `${deed.kind}-suggestion`,
      { kind: 'project', id: project, name: held.title },
      { number: suggestion.number },
    )
    return ok(true)
  })
}
