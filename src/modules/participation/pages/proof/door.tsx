import { href } from '#kernel/route.ts'
import { siteAddress } from '#kernel/site.ts'
import { readEmail } from '#kernel/text.ts'
import { type Answer, page, problem, redirect, type Visit, withCookies } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Head } from '#ui/components/head/head.tsx'
import type { ParticipationHouse } from '../../house.ts'
import { limits } from '../../model/limits.ts'
import { type Action, actions } from '../../model/procedure.ts'
import type { Proof } from '../../model/proof.ts'
import { proofRoutes } from '../../proof-routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { passOfMail, sendPass } from '../../use-cases/proof/mail-pass.ts'
import { procedureCrumbs } from '../crumbs.ts'
import { backIn } from './back.ts'
import { keepShown } from './proof-cookie.ts'
import { type Asking, askView, sentView } from './proof-view.tsx'
import { levelFor, type Who, whoActs, withShown } from './who.ts'

type Opened = Pick<ShownProcedure, 'procedure'>

/** Who came in, or the page that asks first. */
export type AtDoor =
  | { readonly known: true; readonly proof: Proof | undefined }
  | { readonly known: false; readonly answer: Answer }

const askAt = (
  visit: Visit,
  opened: Opened,
  who: Who & { known: false },
  action: Action,
  back: string,
  state: Partial<Asking> = {},
) =>
  askView(visit, opened, {
    level: who.level,
    action,
    to: visit.to(proofRoutes.keepProof, { slug: opened.procedure.slug }),
    back,
    door: { fuer: action, weiter: back },
    ...state,
  })

/**
 * Asks who it is before there is anything to fill in, for forms of several pages and of many answers: what was shown once goes for the
 * rest of the visit. `back` is the page that was wanted.
 */
export async function atDoor(
  house: ParticipationHouse,
  visit: Visit,
  opened: Opened,
  action: Action,
  back: string,
  status = 403,
): Promise<AtDoor> {
  const who = await whoActs(house, visit, opened.procedure, action, { typed: false })
  return who.known
    ? { known: true, proof: who.proof }
    : { known: false, answer: page(askAt(visit, opened, who, action, back), status) }
}

/** Where a page that everybody reads leads whoever wants to take part and has not shown who it is. */
export const doorTo = (visit: Visit, slug: string, fuer: Action, weiter: string): string =>
  visit.to(proofRoutes.proof, { slug }, { fuer, weiter })

/** In place of a form: what is asked first, and the way there. */
export const DoorLink = ({ door, visit }: { readonly door: string; readonly visit: Visit }) => (
  <>
    <p>{visit.t('participation.proof.door')}</p>
    <Actions>
      <Button text={visit.t('participation.proof.door.go')} href={door} />
    </Actions>
  </>
)

/** The page at the door, where the address names it and nothing was shown yet; undefined elsewhere. */
export async function doorPage(house: ParticipationHouse, visit: Visit, opened: ShownProcedure): Promise<Answer | undefined> {
  const action = actions.find((one) => one === visit.query.get('fuer'))
  if (!action || !visit.query.has('weiter')) return undefined
  const back = backIn(visit, opened.procedure.slug, visit.query.get('weiter'))
  const door = await atDoor(house, visit, opened, action, back, 200)
  return door.known ? redirect(back, 303) : door.answer
}

/** The form at the door: a code lets in at once, an address gets a link by which one comes in. */
export async function throughDoor(house: ParticipationHouse, visit: Visit, opened: ShownProcedure): Promise<Answer> {
  const { procedure } = opened
  const action = actions.find((one) => one === visit.form.get('fuer')) ?? 'submit'
  const back = backIn(visit, procedure.slug, visit.form.get('weiter'))
  const who = await whoActs(house, visit, procedure, action)
  if (who.known) return withShown(redirect(back, 303), who)
  const again = (state: Partial<Asking>, status: number) => page(askAt(visit, opened, who, action, back, state), status)
  if (who.level !== 'email') return again(who.fault ? { fault: who.fault } : {}, 422)
  const email = readEmail(visit.form.get('nachweis') ?? '')
  if (!email) return again({ fault: 'email' }, 422)
  const slow = await slowDown(house, { room: 'participation', what: 'votePass' }, limits.votePass, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return again({ slow }, 429)
  const address = (pass: string) =>
    `${siteAddress(visit.site, house.config.publicUrl)}${href(proofRoutes.mailPass, { slug: procedure.slug, pass })}?${new URLSearchParams({ weiter: back })}`
  const sent = await sendPass(house, visit.site, procedure, { email, lang: visit.lang, href: address })
  return sent ? page(sentView(visit, opened, { what: { kind: 'pass' }, email })) : again({ fault: 'many' }, 429)
}

/** The link of such a mail: looking at it does nothing, its button lets this browser in. */
export async function mailPass(
  house: ParticipationHouse,
  visit: Visit,
  opened: ShownProcedure,
  pressed: boolean,
): Promise<Answer> {
  const { procedure } = opened
  const { t } = visit
  const { slug } = procedure
  const shown = passOfMail(house, procedure.id, visit.params.pass ?? '', visit.now)
  if (!shown || !actions.some((one) => levelFor(procedure, one) === 'email'))
    return problem({
      status: 410,
      id: 'participation/pass-over',
      title: t('participation.proof.over.title'),
      detail: t('participation.proof.pass.over'),
    })
  const back = backIn(visit, slug, pressed ? visit.form.get('weiter') : visit.query.get('weiter'))
  if (pressed) return withCookies(redirect(back, 303), keepShown(house, visit, procedure.id, shown))
  const title = t('participation.proof.pass.title')
  return page({
    title,
    area: 'participation',
    robots: 'noindex, nofollow',
    secret: true,
    crumbs: procedureCrumbs(visit, procedure, title),
    body: (
      <Head pre={procedure.title} title={title} lead={t('participation.proof.pass.lead')} t={t}>
        <form method="post" action={visit.to(proofRoutes.mailPassNow, { slug, pass: visit.params.pass ?? '' })}>
          <input type="hidden" name="weiter" value={back} />
          <Actions>
            <Button text={t('participation.proof.confirm.go')} />
          </Actions>
        </form>
      </Head>
    ),
  })
}
