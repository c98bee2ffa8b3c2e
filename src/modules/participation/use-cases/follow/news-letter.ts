import type { Translate } from '#kernel/locale.ts'
import type { Site } from '#kernel/site.ts'
import type { Letter } from '#platform/mail'
import type { FormatNews } from '../../format.ts'
import type { ParticipationHouse } from '../../house.ts'
import { formatOf } from '../../known-formats.ts'
import { noticeNumber } from '../../model/notice.ts'
import { numberOf } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { DueFollow, ToldNews, ToldNotice } from '../../store/news-store.ts'
import { addressFor, authorLink, commentLink, followLinks, noticeLink, wordsIn } from './letter.ts'

type House = Pick<ParticipationHouse, 'config' | 'sites'>

const paragraphs = (text: string | null) => (text ?? '').split(/\n\s*\n/).filter((part) => part.trim() !== '')

/** Of what happened, what is worth the subject line: the first of these that is there. */
const weight = ['objection', 'hidden', 'question', 'answer', 'decision', 'merged', 'reworded', 'shown', 'published', 'phase']
const weightOf = (one: ToldNews) => {
  const at = weight.indexOf(one.what)
  return at < 0 ? weight.length : at
}

const isOfFormat = ({ format, what }: ToldNews): boolean => formatOf(format)?.news?.what.includes(what) ?? false

/** Whether it may still be said: what was hidden after it was published is told to its author alone. */
const sayable = (one: ToldNews, author: boolean, ofFormats: ReadonlyMap<string, FormatNews>): boolean =>
  isOfFormat(one)
    ? ofFormats.has(one.ref ?? '')
    : one.submission === null || author || one.state === 'public' || one.state === 'merged'

/** News of one thing of a format is told once, as it is now; the oldest says best what it is: new before moved. */
const withoutEchoes = (news: readonly ToldNews[]): ToldNews[] =>
  news.filter((one, i) => !isOfFormat(one) || !news.slice(i + 1).some((older) => older.ref === one.ref && isOfFormat(older)))

function lineOf(t: Translate, one: ToldNews): string {
  const number = one.number === null ? '' : numberOf(one.prefix, one.number)
  return t(`participation.letter.news.${one.what}`, {
    number,
    title: one.title ?? '',
    procedure: one.procedureTitle,
    into: one.intoNumber === null ? '' : numberOf(one.prefix, one.intoNumber),
    decision: one.decisionTitle ?? '',
    state: one.decisionState ? t(`participation.letter.decision.${one.decisionState}`) : '',
    phase: one.phaseTitle ?? '',
    office: one.office ?? '',
    outcome: one.outcome ? t(`participation.letter.outcome.${one.outcome}`) : '',
  })
}

/** Words that belong to a piece of news about one submission: the answer, the question, the reason. */
function wordsOf(t: Translate, one: ToldNews): string[] {
  if (one.what === 'answer' || one.what === 'question') return paragraphs(one.body)
  if (one.what === 'objection')
    return [
      t(one.upheld ? 'participation.letter.objection.upheld' : 'participation.letter.objection.changed'),
      ...paragraphs(one.objectionAnswer),
    ]
  if (one.code === null && one.sentence === null) return []
  const because = one.code ? t('participation.letter.because', { why: t(`participation.why.${one.code}`) }) : ''
  const ways = one.what === 'hidden' || one.what === 'reworded' || one.what === 'moved' ? [t('participation.letter.object')] : []
  return [...(because ? [because] : []), ...paragraphs(one.sentence), ...ways]
}

/** What every mail to a follower ends with. */
export function common(house: House, site: Site, one: DueFollow, t: Translate, label: string) {
  const { manage, end } = followLinks(house, site, one.id)
  return {
    site,
    to: one.email,
    reason: t('participation.letter.reason', { label, name: site.name }),
    unsubscribe: end,
    last: [
      { text: t('participation.letter.manage'), href: manage },
      { text: t('participation.letter.end'), href: end },
    ],
  }
}

/** The mail that tells somebody what happened; undefined when nothing of it can be said any more. */
export function newsLetter(
  house: House,
  one: DueFollow,
  all: ReadonlyMap<string, ToldNews>,
  ofFormats: ReadonlyMap<string, FormatNews>,
): Letter | undefined {
  const site = house.sites().byId(one.tenant)
  const news = withoutEchoes(
    one.news
      .map((id) => all.get(id))
      .filter((found) => found !== undefined)
      .filter((found) => sayable(found, one.author, ofFormats)),
  )
  const [first] = news.toSorted((a, b) => weightOf(a) - weightOf(b))
  if (!site || !first) return undefined
  const t = wordsIn(one.lang)
  if (one.comment) return commentLetter(house, site, t, one, one.comment, news, first)
  return one.submission ? submissionLetter(house, site, t, one, news, first) : digest(house, site, t, one, news, first, ofFormats)
}

function submissionLetter(
  house: House,
  site: Site,
  t: Translate,
  one: DueFollow,
  news: readonly ToldNews[],
  first: ToldNews,
): Letter {
  const number = first.number === null ? '' : numberOf(first.prefix, first.number)
  const label = number ? `${number}, ${first.procedureTitle}` : first.procedureTitle
  const { last, ...rest } = common(house, site, one, t, label)
  const shown = first.state === 'public' || first.state === 'merged'
  const page =
    shown && number
      ? [{ text: t('participation.letter.page'), href: addressFor(house, site, routes.submission, { slug: first.slug, number }) }]
      : []
  const own =
    one.author && one.submission ? [{ text: t('participation.letter.own'), href: authorLink(house, site, one.submission) }] : []
  return {
    ...rest,
    subject: t(`participation.letter.subject.${first.what}`, { number, procedure: first.procedureTitle }),
    paragraphs: news.toReversed().flatMap((piece) => [lineOf(t, piece), ...wordsOf(t, piece)]),
    ways: [...own, ...page, ...last],
  }
}

/** What staff decided about somebody's comment, or asks. */
function commentLetter(
  house: House,
  site: Site,
  t: Translate,
  one: DueFollow,
  comment: string,
  news: readonly ToldNews[],
  first: ToldNews,
): Letter {
  const number = first.number === null ? '' : numberOf(first.prefix, first.number)
  const { last, ...rest } = common(house, site, one, t, t('participation.letter.comment.label', { number }))
  const about = (piece: ToldNews) => ({
    number: piece.number === null ? '' : numberOf(piece.prefix, piece.number),
    title: piece.title ?? '',
    procedure: piece.procedureTitle,
  })
  return {
    ...rest,
    subject: t(`participation.letter.comment.subject.${first.what}`, about(first)),
    paragraphs: news
      .toReversed()
      .flatMap((piece) => [t(`participation.letter.comment.${piece.what}`, about(piece)), ...wordsOf(t, piece)]),
    ways: [{ text: t('participation.letter.comment.own'), href: commentLink(house, site, comment) }, ...last],
  }
}

/** What happened in a procedure, each piece a line with its link. */
function digest(
  house: House,
  site: Site,
  t: Translate,
  one: DueFollow,
  news: readonly ToldNews[],
  first: ToldNews,
  ofFormats: ReadonlyMap<string, FormatNews>,
): Letter {
  const { last, ...rest } = common(house, site, one, t, first.procedureTitle)
  const lines = news.toReversed().map((piece) => {
    const said = isOfFormat(piece) ? ofFormats.get(piece.ref ?? '') : undefined
    if (said) return `${said.line(piece.what, one.lang)}\n${addressFor(house, site, said.route, said.params)}`
    const at =
      piece.number === null
        ? addressFor(house, site, routes.procedure, { slug: piece.slug })
        : addressFor(house, site, routes.submission, { slug: piece.slug, number: numberOf(piece.prefix, piece.number) })
    return `${lineOf(t, piece)}\n${at}`
  })
  const more = one.count - one.news.length
  return {
    ...rest,
    subject: t('participation.letter.digest.subject', { procedure: first.procedureTitle, count: one.count }),
    paragraphs: [...lines, ...(more > 0 ? [t('participation.letter.more', { count: more })] : [])],
    ways: [
      { text: t('participation.letter.procedure'), href: addressFor(house, site, routes.procedure, { slug: first.slug }) },
      ...last,
    ],
  }
}

/** The decision on a notice, with its reasons and the way to object (DSA Art. 16 (5)). */
export function noticeLetter(house: House, one: ToldNotice): Letter | undefined {
  const site = house.sites().byId(one.tenant)
  if (!site || !one.decision) return undefined
  const t = wordsIn(one.lang)
  const number = noticeNumber(one)
  const second = one.upheld !== null
  return {
    site,
    to: one.email,
    subject: t(second ? 'participation.letter.notice-second.subject' : 'participation.letter.notice-decided.subject', { number }),
    paragraphs: second
      ? [
          t(one.upheld ? 'participation.letter.objection.upheld' : 'participation.letter.objection.changed'),
          ...paragraphs(one.secondAnswer),
        ]
      : [
          t(`participation.letter.notice-decided.${one.decision}`, { number, address: one.address }),
          ...paragraphs(one.body),
          t('participation.letter.object'),
        ],
    ways: [{ text: t('participation.letter.notice.way'), href: noticeLink(house, site, one.id) }],
    reason: t('participation.letter.notice.reason', { name: site.name }),
  }
}
