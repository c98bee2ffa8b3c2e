import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { wordStems } from '#platform/search'
import { slowDown } from '#platform/slow-down'
import { type ParticipationWeb, publicDb } from '../../../../house.ts'
import { limits } from '../../../../model/limits.ts'
import { numberOf, phaseFor, readNumber } from '../../../../model/procedure.ts'
import type { SubmissionDraft } from '../../../../model/submission.ts'
import { askWho, reactorOf, whoActs, withShown } from '../../../../pages/proof/who.ts'
import { routes } from '../../../../routes.ts'
import { listSubmissions, similarSubmissions } from '../../../../store/submission-store.ts'
import { followOwn } from '../../../../use-cases/follow/follow-own.ts'
import { ownReactions } from '../../../../use-cases/react.ts'
import { submit } from '../../../../use-cases/submit.ts'
import {
  type ContributionKind,
  contributionOf,
  kindOfWord,
  readContribution,
  themeOf,
  typedContribution,
  wholeWord,
} from '../../contribution.ts'
import { answersToMany } from '../../store/contribution-store.ts'
import { countsOf, paragraphOf, wordingsOf } from '../../store/text-store.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { paragraphName } from '../text-parts.tsx'
import { withText } from '../with-text.ts'
import { checkContributionView, lateView } from './check-view.tsx'
import { type ParagraphState, paragraphView } from './paragraph-view.tsx'

const pageSize = 20

/** The paragraph that an address names: '' for the whole text. `body` is how it stands, `version` since when it stood so last. */
export interface AskedParagraph {
  readonly key: string
  readonly body: string
  readonly version: number
}

async function withParagraph(
  house: ParticipationWeb,
  visit: Visit,
  go: (opened: OpenedText, paragraph: AskedParagraph) => Promise<Answer> | Answer,
): Promise<Answer> {
  return withText(house, visit, async (opened) => {
    const { paragraph: key = '' } = visit.params
    const { version } = opened.settings
    if (key === wholeWord) return go(opened, { key: '', body: '', version })
    const found = await paragraphOf(publicDb(house, visit.site), opened.procedure.id, version, key)
    return found ? go(opened, found) : problem(notFound)
  })
}

async function show(
  house: ParticipationWeb,
  visit: Visit,
  opened: OpenedText,
  paragraph: AskedParagraph,
  state: Partial<ParagraphState> = {},
  status = 200,
): Promise<Answer> {
  const db = publicDb(house, visit.site)
  const { procedure, settings, phases } = opened
  const after = readNumber(visit.query.get('nach') ?? '')?.number
  const [found, counts] = await Promise.all([
    listSubmissions(db, procedure.id, { category: themeOf(paragraph.key) }, 'new', after, pageSize + 1),
    countsOf(db, procedure.id),
  ])
  const shown = found.slice(0, pageSize)
  const last = found.length > pageSize ? shown.at(-1) : undefined
  const [answers, wordings, own] = await Promise.all([
    answersToMany(
      db,
      shown.filter(({ outcome }) => outcome !== null).map(({ id }) => id),
    ),
    wordingsOf(
      db,
      procedure.id,
      shown.map((one) => contributionOf(one, settings.version)).filter(({ kind }) => kind === 'change'),
    ),
    ownReactions(house, visit.site, shown, reactorOf(house, visit, procedure)),
  ])
  const kind = kindOfWord(visit.query.get('art')) ?? 'comment'
  return page(
    paragraphView(visit, opened, {
      paragraph,
      contributions: shown,
      count: counts.get(paragraph.key),
      answers,
      wordings,
      rating: {
        dialogue: { rating: settings.rating, sides: false },
        own,
        open: phaseFor(phases, 'rate', visit.now) !== undefined,
      },
      more: last && numberOf(procedure.prefix, last.number),
      state: { kind: paragraph.key === '' ? 'comment' : kind, faults: [], ...state },
    }),
    status,
  )
}

async function send(
  house: ParticipationWeb,
  visit: Visit,
  opened: OpenedText,
  sent: { readonly paragraph: AskedParagraph; readonly kind: ContributionKind; readonly draft: SubmissionDraft },
): Promise<Answer> {
  const { paragraph, kind, draft } = sent
  const answers = { paragraph: paragraph.key, version: opened.settings.version, kind }
  const who = await whoActs(house, visit, opened.procedure, 'submit')
  const params = { slug: opened.procedure.slug, paragraph: visit.params.paragraph ?? '' }
  const what = { kind: 'submit', draft, answers } as const
  if (!who.known)
    return askWho(house, visit, { procedure: opened.procedure }, who, {
      action: 'submit',
      to: visit.to(textRoutes.contribute, params),
      back: visit.to(textRoutes.paragraph, params),
      what,
      email: draft.email,
    })
  const slow = await slowDown(house, { room: 'participation', what: 'submit' }, limits.submit, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return page(checkContributionView(visit, opened, { paragraph, kind, draft, similar: [], slow }), 429)
  const done = await submit(house, visit.site, opened.procedure, draft, visit.lang, answers, who.proof)
  // The page was opened in time, the button was pressed too late: the words are not lost, they stand there to be taken along.
  if (!done.ok) return page(lateView(visit, opened, paragraph, kind, typedContribution(visit.form)), 409)
  if (draft.email) await followOwn(house, visit, opened.procedure, done.value, draft.email)
  return withShown(redirect(visit.to(routes.ownSubmission, { token: done.value.token }, { neu: 1 }), 303), who)
}

async function take(house: ParticipationWeb, visit: Visit, opened: OpenedText, paragraph: AskedParagraph): Promise<Answer> {
  const { form, t } = visit
  const asked = kindOfWord(form.get('art')) ?? 'comment'
  const kind = paragraph.key === '' ? 'comment' : asked
  const typed = typedContribution(form)
  const { procedure, phases, settings } = opened
  if (!phaseFor(phases, 'submit', visit.now)) return page(lateView(visit, opened, paragraph, kind, typed), 409)
  // A new version came while somebody was writing: whoever changes words has to see the words that stand now.
  const gone = paragraph.key !== '' && paragraph.version !== settings.version
  if (gone || form.get('fassung') !== String(settings.version))
    return show(house, visit, opened, paragraph, { kind, typed, moved: true }, 409)
  const read = readContribution(form, kind, paragraph.body, {
    title: (begin) => t(`participation.text.title.${kind}`, { paragraph: paragraphName(paragraph.key, visit), begin }),
    reason: t('participation.text.reason'),
  })
  if (!read.ok) return show(house, visit, opened, paragraph, { kind, typed, faults: read.error }, 422)
  const step = form.get('schritt')
  if (step === 'aendern') return show(house, visit, opened, paragraph, { kind, typed })
  const draft = { ...read.value, category: themeOf(paragraph.key) }
  if (step === 'senden') return send(house, visit, opened, { paragraph, kind, draft })
  const similar = await similarSubmissions(publicDb(house, visit.site), procedure.id, wordStems(draft.body), 20)
  return page(
    checkContributionView(visit, opened, {
      paragraph,
      kind,
      draft,
      similar: similar.filter(({ category }) => category === draft.category).slice(0, 5),
    }),
  )
}

/** A paragraph with what was said to it, and the form to say something. */
export const paragraphHandlers = (house: ParticipationWeb): Handler[] => [
  handler(textRoutes.paragraph, (visit) =>
    withParagraph(house, visit, (opened, paragraph) => show(house, visit, opened, paragraph)),
  ),
  handler(
    textRoutes.contribute,
    (visit) => withParagraph(house, visit, (opened, paragraph) => take(house, visit, opened, paragraph)),
    { perMinute: 600 },
  ),
]
