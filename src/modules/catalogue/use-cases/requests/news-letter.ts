import { formatDay } from '#kernel/day.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Site } from '#kernel/site.ts'
import { linkSecret } from '#platform/secret-link'
import type { CatalogueHouse } from '../../house.ts'
import { numberOf } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import type { ChangedRecord, DueSubscription, ToldPost } from '../../store/news-store.ts'
import { addressFor, type Letter, wordsIn } from './letter.ts'
import { subscriptionLinks } from './subscribe.ts'

type House = Pick<CatalogueHouse, 'config' | 'sites'>

function postWords(house: House, site: Site, t: Translate, post: ToldPost, author: boolean): Pick<Letter, 'paragraphs' | 'ways'> {
  const number = numberOf({ kind: post.requestKind, year: post.year, number: post.number })
  const own = {
    text: t('catalogue.letter.own'),
    href: addressFor(house, site, routes.ownRequest, {
      token: linkSecret(house.config.ALLMENDE_SECRET, 'catalogue/request', post.request),
    }),
  }
  const words =
    post.kind === 'question' ? (post.state === 'hidden' ? 'hidden' : 'question') : `outcome.${post.outcome ?? 'explained'}`
  const lead = t(`catalogue.letter.${words}`, {
    number,
    title: post.title,
    name: post.office ?? site.name,
    date: post.plannedUntil ? formatDay(post.plannedUntil, t.lang) : '',
    law: post.law ?? '',
  })
  const page =
    post.requestKind === 'wish'
      ? addressFor(house, site, routes.wish, { number })
      : post.slug
        ? `${addressFor(house, site, routes.dataset, { slug: post.slug })}#anmerkungen`
        : undefined
  return {
    paragraphs: [lead, ...post.body.split(/\n\s*\n/).filter((part) => part.trim() !== '')],
    ways: [
      ...(post.kind === 'answer' && post.slug && post.requestKind === 'wish'
        ? [{ text: t('catalogue.letter.dataset'), href: addressFor(house, site, routes.dataset, { slug: post.slug }) }]
        : []),
      ...(post.href ? [{ text: t('catalogue.letter.link'), href: post.href }] : []),
      ...(post.kind === 'answer' && page && post.state !== 'hidden' ? [{ text: t('catalogue.letter.page'), href: page }] : []),
      ...(author ? [own] : []),
    ],
  }
}

function recordWords(
  house: House,
  t: Translate,
  records: readonly ChangedRecord[],
  more: number,
): Pick<Letter, 'paragraphs' | 'ways'> {
  const ways = records.flatMap((record) => {
    const owner = house.sites().byId(record.tenant)
    const text = record.state === 'withdrawn' ? t('catalogue.letter.withdrawn', { title: record.title }) : record.title
    return owner ? [{ text, href: addressFor(house, owner, routes.dataset, { slug: record.slug }) }] : []
  })
  return { paragraphs: more > 0 ? [t('catalogue.letter.more', { count: more })] : [], ways }
}

/** The mail that tells somebody what happened; undefined when nothing of it can be shown any more. */
export function newsLetter(
  house: House,
  one: DueSubscription,
  records: ReadonlyMap<string, ChangedRecord>,
  posts: ReadonlyMap<string, ToldPost>,
): Letter | undefined {
  const site = house.sites().byId(one.tenant)
  if (!site) return undefined
  const t = wordsIn(one.lang)
  const { manage, end } = subscriptionLinks(house, site, one.id)
  const common = {
    site,
    to: one.email,
    lang: one.lang,
    reason: t('catalogue.letter.reason', { label: one.label, name: site.name, manage }),
    unsubscribe: end,
  }
  const last = [
    { text: t('catalogue.letter.manage'), href: manage },
    { text: t('catalogue.letter.end'), href: end },
  ]
  if (one.kind === 'request') {
    // The newest word counts: what was asked before the answer is no question any more.
    const post = one.news.map((id) => posts.get(id)).find((found) => found !== undefined)
    if (!post) return undefined
    const { paragraphs, ways } = postWords(house, site, t, post, one.author)
    const number = numberOf({ kind: post.requestKind, year: post.year, number: post.number })
    return {
      ...common,
      subject: t(`catalogue.letter.${post.kind}.subject`, { number, title: post.title }),
      paragraphs,
      ways: [...ways, ...last],
    }
  }
  const changed = one.news.map((id) => records.get(id)).filter((record) => record !== undefined)
  if (changed.length === 0) return undefined
  const { paragraphs, ways } = recordWords(house, t, changed, one.count - changed.length)
  return {
    ...common,
    subject: t(`catalogue.letter.${one.kind}.subject`, { label: one.label, count: one.count }),
    paragraphs: [t(`catalogue.letter.${one.kind}.lead`, { label: one.label, count: one.count }), ...paragraphs],
    ways: [...ways, ...last],
  }
}
