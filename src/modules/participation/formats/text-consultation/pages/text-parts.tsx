import type { Visit } from '#platform/http'
import { InlineDiff } from '#ui/components/diff/inline-diff.tsx'
import { Said } from '#ui/components/said/said.tsx'
import type { Procedure } from '../../../model/procedure.ts'
import type { Submission } from '../../../model/submission.ts'
import { shortened } from '../../../pages/submission-row.tsx'
import { type ContributionAnswers, type ContributionKind, kindWords, splitBody, wholeWord } from '../contribution.ts'
import type { TextSection } from '../model/text.ts'
import type { ParagraphAnswer } from '../store/contribution-store.ts'
import type { TextCount } from '../store/text-store.ts'
import { textRoutes } from '../text-routes.ts'

/** "Absatz 12", "Zum ganzen Text". */
export const paragraphName = (key: string, { t }: Visit): string =>
  key === '' ? t('participation.text.whole') : t('participation.text.paragraph', { paragraph: key })

/** The page of a paragraph; '' is the whole text. */
export const paragraphHref = (visit: Visit, slug: string, key: string, query: Record<string, string> = {}): string =>
  visit.to(textRoutes.paragraph, { slug, paragraph: key || wholeWord }, query)

const countParts = (count: Omit<TextCount, 'key'> | undefined, { t }: Visit): string[] => [
  ...(count?.comments ? [t('participation.text.count.comments', { count: count.comments })] : []),
  ...(count?.changes ? [t('participation.text.count.changes', { count: count.changes })] : []),
]

/** "51 Kommentare, 8 Änderungsvorschläge"; '' where there is nothing. */
export const countWords = (count: Omit<TextCount, 'key'> | undefined, visit: Visit): string => countParts(count, visit).join(', ')

/** The same within a sentence: "51 Kommentare und 8 Änderungsvorschläge". */
export const countSentence = (count: Omit<TextCount, 'key'> | undefined, visit: Visit): string =>
  new Intl.ListFormat(visit.lang, { type: 'conjunction' }).format(countParts(count, visit))

/** The name of a section with the number that we give it. */
export const sectionName = ({ heading, number }: TextSection, { t }: Visit): string =>
  [number, heading?.body ?? t('participation.text.before')].filter(Boolean).join(' ')

/** The two ways to say something to a paragraph. */
export function SayLinks({
  procedure,
  paragraph,
  visit,
}: {
  readonly procedure: Procedure
  readonly paragraph: string
  readonly visit: Visit
}) {
  const { t } = visit
  const link = (kind: ContributionKind) => (
    <a
      class="alm-link"
      href={`${paragraphHref(visit, procedure.slug, paragraph, { art: kindWords[kind] })}#mitreden`}
      aria-label={`${t(`participation.text.say.${kind}`)}: ${paragraphName(paragraph, visit)}`}
    >
      {t(`participation.text.say.${kind}`)}
    </a>
  )
  return (
    <>
      {link('comment')} {link('change')}
    </>
  )
}

/** What a contribution says: a comment as it is, a change as the difference to the words it speaks of, and its reason. */
export function ContributionText({
  one,
  about,
  wording,
  visit,
}: {
  readonly one: Pick<Submission, 'body' | 'lang'>
  readonly about: ContributionAnswers
  /** The words of its paragraph in its version; undefined where there are none. */
  readonly wording: string | undefined
  readonly visit: Visit
}) {
  const { t } = visit
  const lang = one.lang === visit.lang ? undefined : one.lang
  if (about.kind !== 'change' || wording === undefined) return <Said text={one.body} lang={lang} />
  const { wording: proposed, reason } = splitBody(one.body)
  return (
    <div class="participation-text__change">
      <InlineDiff before={wording} after={proposed} lang={lang} t={t} />
      {reason && (
        <p class="alm-said" lang={lang}>
          <strong>{t('participation.text.reason')}:</strong> {reason}
        </p>
      )}
    </div>
  )
}

/** What the office answered to a paragraph, in short, beside it. */
export function AnswerBeside({
  answers,
  href,
  visit,
}: {
  readonly answers: readonly ParagraphAnswer[]
  readonly href: string
  readonly visit: Visit
}) {
  const { t } = visit
  if (answers.length === 0) return null
  return (
    <div class="participation-text__answer">
      {answers.slice(0, 2).map((one) => (
        <p key={one.id}>
          <strong>
            {one.outcome && t(`participation.outcome.${one.outcome}`)} {one.reason && t(`participation.reason.${one.reason}`)}
          </strong>{' '}
          {shortened(one.body, 140)}
        </p>
      ))}
      <a class="alm-link" href={href}>
        {t('participation.text.answers', { count: answers.length })}
      </a>
    </div>
  )
}
