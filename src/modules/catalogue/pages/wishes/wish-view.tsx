import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { routes } from '../../routes.ts'
import type { RequestPost, RequestRow } from '../../store/request-rows.ts'
import type { SlowDown } from '../../use-cases/requests/slow-down.ts'
import { AnswerPost } from './posts.tsx'
import { daysToAnswer, handedIn, nameOf, standOf } from './request-words.ts'

export interface WishData {
  readonly wish: RequestRow
  readonly answers: readonly RequestPost[]
  /** This browser was counted. */
  readonly joined: boolean
  /** It was counted just now, or the limit stands in the way. */
  readonly said?: 'joined' | 'again'
  readonly slow?: SlowDown
}

/** "Das brauche ich auch", and to be told. */
function Join({ data, visit }: { readonly data: WishData; readonly visit: Visit }) {
  const { t } = visit
  const { wish, joined, slow } = data
  const number = nameOf(wish)
  return (
    <>
      {joined ? (
        <p>
          <Status kind="ok">{t('catalogue.wish.join.done')}</Status>
        </p>
      ) : (
        <form class="alm-form" method="post" action={visit.to(routes.joinWish, { number })}>
          {slow && <Puzzle {...slow} email={visit.site.contact.email} t={t} />}
          <Actions>
            <Button text={t('catalogue.wish.join')} />
            <span class="alm-small alm-muted">{t('catalogue.wish.join.cookie')}</span>
          </Actions>
        </form>
      )}
    </>
  )
}

/** To be told by mail when something happens to a wish. */
function Follow({ wish, visit }: { readonly wish: RequestRow; readonly visit: Visit }) {
  const { t } = visit
  return (
    <form class="alm-form" method="post" action={visit.to(routes.sendSubscribe)} noValidate>
      <HiddenValues values={{ art: 'anliegen', was: nameOf(wish), rhythmus: 'sofort' }} />
      <TextField
        id="email"
        name="email"
        type="email"
        autocomplete="email"
        label={t('catalogue.request.email')}
        help={t('catalogue.wish.follow.help')}
        t={t}
      />
      <Button kind="secondary" text={t('catalogue.wish.follow')} />
    </form>
  )
}

/** The public page of a wish. */
export function wishView(visit: Visit, data: WishData): View {
  const { t, lang, site } = visit
  const { wish, answers, said } = data
  const number = nameOf(wish)
  const days = daysToAnswer(wish)
  const stand = standOf(wish, visit)
  return {
    title: `${wish.title}, ${number}`,
    description: wish.body.slice(0, 280),
    area: 'data',
    crumbs: [
      { label: t('catalogue.nav.data'), href: visit.to(routes.search) },
      { label: t('catalogue.wish.name'), href: visit.to(routes.wishes) },
      { label: number },
    ],
    islands: data.slow ? puzzleIslands : [],
    body: (
      <>
        {said && (
          <Message kind={said === 'joined' ? 'success' : 'info'} title={t(`catalogue.wish.said.${said}`)} live t={t}>
            {t('catalogue.wish.said.next')}
          </Message>
        )}
        <Head
          pre={t('catalogue.wish.pre', { number, name: site.name })}
          title={wish.title}
          lang={wish.lang === lang ? undefined : wish.lang}
          t={t}
        >
          <p class="alm-meta">
            <Status kind={stand.kind}>{stand.text}</Status>
            <span>{t('catalogue.wish.from', { date: handedIn(wish, visit) })}</span>
            {wish.joined > 0 && <span>{t('catalogue.wish.joined', { count: wish.joined })}</span>}
          </p>
          <Join data={data} visit={visit} />
        </Head>
        <Section title={t('catalogue.wish.body')} id="wofuer">
          <Said text={wish.body} lang={wish.lang === lang ? undefined : wish.lang} />
        </Section>
        <Section title={t('catalogue.wish.answer')} id="antwort">
          {answers.length === 0 ? (
            <p>{t('catalogue.wish.answer.none', { name: site.name, date: formatDay(wish.dueOn, lang) })}</p>
          ) : (
            <>
              {answers.map((post) => (
                <AnswerPost key={post.id} post={post} visit={visit} />
              ))}
              {days !== undefined && <p class="alm-small alm-muted">{t('catalogue.wish.answer.took', { count: days })}</p>}
            </>
          )}
        </Section>
        <Section title={t('catalogue.wish.follow.title')} id="bescheid" note={t('catalogue.wish.follow.note')}>
          <Follow wish={wish} visit={visit} />
          <p class="alm-small">
            <a href={visit.to(routes.rules)}>{t('catalogue.rules.link')}</a>
          </p>
        </Section>
      </>
    ),
  }
}
