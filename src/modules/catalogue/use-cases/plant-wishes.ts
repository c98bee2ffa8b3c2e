import { createHash, randomUUID } from 'node:crypto'
import { dayOf } from '#kernel/clock.ts'
import { wordStems } from '#platform/search'
import { secretLink, withSecret } from '#platform/secret-link'
import { type DemoRequest, demoRemarks, demoWishes } from '../demo/wishes.ts'
import type { CatalogueHouse } from '../house.ts'
import { lookFirst } from '../model/look-first.ts'
import { dueOn, type RequestKind } from '../model/request.ts'
import { recordBySlug } from '../store/request-records.ts'
import { insertJoin, insertPost, insertRequest, setAnswered, setAssigned, staffRequest } from '../store/request-store.ts'
import { staffDb } from './requests/answer-request.ts'
import { publicDb } from './requests/subscribe.ts'

type House = Pick<CatalogueHouse, 'database' | 'config' | 'sites' | 'now'>

const day = 86_400_000

/** The same request has the same id at every start: what a stop interrupted is not planted twice. */
const idOf = (demo: DemoRequest): string =>
  createHash('sha256')
    .update(`${demo.tenant}/${demo.about ?? ''}/${demo.title}/${demo.body}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')

async function plantOne(house: House, kind: RequestKind, demo: DemoRequest): Promise<void> {
  const site = house.sites().bySlug(demo.tenant)
  if (!site) return
  const db = publicDb(house, site)
  const about = demo.about ? await recordBySlug(db, site.id, demo.about) : undefined
  if (demo.about && !about) return
  const at = new Date(house.now().getTime() - demo.daysAgo * day)
  const id = idOf(demo)
  if (await staffRequest(staffDb(house, site), site.id, id)) return
  const { hash } = secretLink(house.config.ALLMENDE_SECRET, 'catalogue/request', id)
  const findings = lookFirst(demo.title, demo.body)
  await withSecret(db, hash, (trx) =>
    insertRequest(trx, {
      id,
      tenant: site.id,
      kind,
      year: Number(dayOf(at).slice(0, 4)),
      state: findings.length > 0 ? 'waiting' : 'open',
      title: demo.title,
      body: demo.body,
      place: demo.place,
      resource: about?.id,
      stems: wordStems(`${demo.title} ${demo.body}`),
      findings,
      secretHash: hash,
      lang: 'de',
      dueOn: dueOn(at),
      at,
    }),
  )
  for (let i = 0; i < (demo.joined ?? 0); i++) {
    const mark = createHash('sha256').update(`${id}/${i}`).digest()
    await withSecret(db, mark, (trx) => insertJoin(trx, site.id, id, mark))
  }
  await staffDb(house, site)
    .transaction()
    .execute(async (trx) => {
      if (demo.assigned) await setAssigned(trx, site.id, id, { name: demo.assigned })
      const { answer } = demo
      if (!answer) return
      const dataset = answer.dataset ? await recordBySlug(trx, site.id, answer.dataset) : undefined
      const answeredAt = new Date(at.getTime() + answer.after * day)
      const plannedUntil =
        answer.plannedIn === undefined ? undefined : dayOf(new Date(house.now().getTime() + answer.plannedIn * day))
      const given = { outcome: answer.outcome, dataset: dataset?.id, plannedUntil, at: answeredAt }
      await insertPost(trx, {
        ...given,
        id: randomUUID(),
        tenant: site.id,
        request: id,
        kind: 'answer',
        body: answer.text,
        law: answer.law,
        href: answer.href,
        office: answer.office,
      })
      await setAnswered(trx, site.id, id, given)
    })
}

/** Wishes and remarks of the demonstration with their answers, at days counted back from today. */
export async function plantWishes(house: House): Promise<void> {
  for (const demo of demoWishes) await plantOne(house, 'wish', demo)
  for (const demo of demoRemarks) await plantOne(house, 'remark', demo)
}
