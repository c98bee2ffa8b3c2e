import { randomUUID } from 'node:crypto'
import { lookFirst } from '#catalogue'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { addressMark, secretHash, secretLink, withSecret } from '#platform/secret-link'
import { mayWriteTo } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { mailsToOneAddress } from '../../model/limits.ts'
import type { Project } from '../../model/project.ts'
import type { Suggestion, SuggestionDraft } from '../../model/suggestion.ts'
import { projectRoutes } from '../../project-routes.ts'
import { projectById } from '../../store/project-store.ts'
import {
  confirmSupport,
  deleteSupport,
  insertSuggestion,
  insertSupport,
  type Support,
  suggestionOfSecret,
  supportOfSecret,
  takeBackSuggestion,
} from '../../store/suggestion-store.ts'
import { addressFor, sendWords, wordsIn } from '../follow/letter.ts'
import { isRefused } from '../refused.ts'

const kinds = { suggestion: 'participation/suggestion', support: 'participation/support' } as const

/** Keeps a suggestion until staff has looked at it. Gives the secret part of its author's link; `closed` where none may come. */
export async function suggest(
  house: ParticipationHouse,
  site: Site,
  project: Project,
  draft: SuggestionDraft,
  lang: string,
): Promise<Result<string, 'closed'>> {
  const id = randomUUID()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, kinds.suggestion, id)
  const findings = lookFirst(draft.body, draft.author ?? '')
  try {
    await withSecret(publicDb(house, site), hash, (trx) =>
      insertSuggestion(trx, { id, tenant: site.id, project: project.id, draft, lang, findings, secretHash: hash }),
    )
    return ok(token)
  } catch (error) {
    if (isRefused(error)) return fail('closed')
    throw error
  }
}

/** What its author sees behind the secret link; undefined when there is nothing. */
export async function ownSuggestion(
  house: ParticipationHouse,
  site: Site,
  token: string,
): Promise<{ readonly suggestion: Suggestion; readonly project: Project } | undefined> {
  const hash = secretHash(token)
  if (!hash) return undefined
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const suggestion = await suggestionOfSecret(trx, site.id, hash)
    const project = suggestion && (await projectById(trx, site.id, suggestion.project))
    return suggestion && project && { suggestion, project }
  })
}

/** Takes it back: it is public no longer, its words go after 30 days. False when there is none, or it is too late. */
export async function withdrawOwnSuggestion(house: ParticipationHouse, site: Site, token: string): Promise<boolean> {
  const hash = secretHash(token)
  if (!hash) return false
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const found = await suggestionOfSecret(trx, site.id, hash)
    return found ? takeBackSuggestion(trx, found.id) : false
  })
}

/**
 * Writes the one mail that asks whether this address supports a suggestion. The address itself is kept nowhere but in that mail. Whether it
 * supports already is told to nobody. `closed` when the time is over.
 */
export async function support(
  house: ParticipationHouse,
  site: Site,
  project: Project,
  suggestion: Suggestion,
  { email, lang }: { readonly email: string; readonly lang: string },
): Promise<Result<true, 'closed'>> {
  const { ALLMENDE_SECRET: secret } = house.config
  const mark = addressMark(secret, 'participation', email)
  if (!(await mayWriteTo(house, 'participation', mark, mailsToOneAddress))) return ok(true)
  const id = randomUUID()
  const { token, hash } = secretLink(secret, kinds.support, id)
  const t = wordsIn(lang)
  try {
    await withSecret(publicDb(house, site), hash, async (trx) => {
      await insertSupport(trx, { id, tenant: site.id, suggestion: suggestion.id, addressMark: mark, secretHash: hash })
      await sendWords(house, trx, lang, {
        site,
        to: email,
        subject: t('participation.letter.support.subject', { title: project.title }),
        paragraphs: [
          t('participation.letter.support', { title: project.title, name: site.name }),
          t('participation.letter.support.how'),
        ],
        ways: [
          { text: t('participation.letter.support.way'), href: addressFor(house, site, projectRoutes.ownSupport, { token }) },
        ],
        reason: t('participation.letter.confirm.reason', { name: site.name }),
        validUntil: new Date(house.now().getTime() + 7 * 86_400_000),
      })
    })
    return ok(true)
  } catch (error) {
    if (isRefused(error)) return fail('closed')
    throw error
  }
}

/** What the link in the mail stands for; looking changes nothing. */
export async function ownSupport(house: ParticipationHouse, site: Site, token: string): Promise<Support | undefined> {
  const hash = secretHash(token)
  return hash ? withSecret(publicDb(house, site), hash, (trx) => supportOfSecret(trx, site.id, hash)) : undefined
}

/** The pressed button of the mail. One address counts once, whichever of its mails it answers; pressed again it changes nothing. */
export async function confirmOwnSupport(
  house: ParticipationHouse,
  site: Site,
  token: string,
): Promise<Result<Support, 'gone' | 'closed' | 'counted'>> {
  const hash = secretHash(token)
  if (!hash) return fail('gone')
  try {
    return await withSecret(publicDb(house, site), hash, async (trx): Promise<Result<Support, 'gone'>> => {
      const found = await supportOfSecret(trx, site.id, hash)
      if (!found) return fail('gone')
      await confirmSupport(trx, found.id)
      return ok(found)
    })
  } catch (error) {
    if (isRefused(error)) return fail('closed')
    if ((error as { code?: string }).code === '23505') return fail('counted')
    throw error
  }
}

/** Takes the support back. */
export async function endOwnSupport(house: ParticipationHouse, site: Site, token: string): Promise<void> {
  const hash = secretHash(token)
  if (!hash) return
  await withSecret(publicDb(house, site), hash, async (trx) => {
    const found = await supportOfSecret(trx, site.id, hash)
    if (found) await deleteSupport(trx, found.id)
  })
}
