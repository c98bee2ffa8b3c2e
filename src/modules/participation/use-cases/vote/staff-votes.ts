import { randomUUID } from 'node:crypto'
import { Bug, fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { slugOf } from '#kernel/slug.ts'
import { appendAudit } from '#platform/audit'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import type { Procedure } from '../../model/procedure.ts'
import { freeSlug } from '../../model/setup/names.ts'
import type { Box, Project } from '../../model/vote/box.ts'
import type { BoxForm, FormFault, ProjectForm } from '../../model/vote/budget-forms.ts'
import { insertBox, saveProject, updateBox } from '../../store/vote/box-store.ts'
import { insertCodes, voidCode } from '../../store/vote/code-store.ts'
import { agreedPapers } from '../../store/vote/paper-store.ts'
import { castVotes, spendMarks } from '../../store/vote/vote-store.ts'
import { codeHash, newCode, paperHash, voterMark } from './marks.ts'

/** Who of the staff acts, and on which budget. */
export interface BudgetActing {
  readonly site: Site
  readonly person: { readonly id: string; readonly name: string }
  readonly procedure: Pick<Procedure, 'id' | 'title'>
}

type House = Pick<ParticipationHouse, 'database' | 'config'>
type Db = ReturnType<typeof staffDb>

/** Does a deed and notes it in the audit log, together or not at all; what gives `false` did nothing. Costs and rules that hold votes are refused by the database. */
async function noted(
  house: House,
  { site, person, procedure }: BudgetActing,
  verb: string,
  details: Readonly<Record<string, string | number>>,
  deed: (trx: Db) => Promise<unknown>,
): Promise<Result<true, FormFault[]>> {
  try {
    await staffDb(house, site)
      .transaction()
      .execute(async (trx) => {
        if ((await deed(trx)) === false) return
        await appendAudit(trx, {
          tenant: site.id,
          actor: { id: person.id, name: person.name },
          action: `participation/${verb}`,
          subject: { kind: 'participation/procedure', id: procedure.id, name: procedure.title },
          details,
        })
      })
    return ok(true)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'AL001') return fail([{ field: 'title', fault: 'begun' }])
    if (code === '23505') return fail([{ field: 'key', fault: 'taken' }])
    throw error
  }
}

/** Sets up a box, or changes one that holds no vote yet. `register`: where one vote counts for all boxes, that of the first. */
export function keepBox(
  house: House,
  acting: BudgetActing,
  boxes: readonly Box[],
  form: BoxForm,
  given: { readonly box?: Box | undefined; readonly oneVote: boolean },
): Promise<Result<true, FormFault[]>> {
  const id = given.box?.id ?? randomUUID()
  const register = given.oneVote ? (boxes[0]?.register ?? id) : id
  // `neu` stands in addresses for a box that is still to come.
  const taken = ['neu', ...boxes.map((one) => one.slug)]
  const slug = boxes.length === 0 ? 'gesamt' : freeSlug(slugOf(form.title).slice(0, 34).replace(/-+$/, ''), taken)
  return noted(house, acting, 'keep-box', { box: form.title }, (trx) =>
    given.box
      ? updateBox(trx, acting.site.id, id, { ...form, slug: given.box.slug, register })
      : insertBox(trx, {
          ...form,
          id,
          slug,
          register,
          tenant: acting.site.id,
          procedure: acting.procedure.id,
          position: boxes.length,
        }),
  )
}

/** Keeps what an office says of a proposal. */
export const keepProject = (
  house: House,
  acting: BudgetActing,
  form: ProjectForm,
  given: Pick<Project, 'submission'> & { readonly id?: string | undefined },
): Promise<Result<true, FormFault[]>> =>
  noted(house, acting, 'check-project', { project: form.title }, (trx) =>
    saveProject(trx, acting.site.id, {
      ...form,
      id: given.id ?? randomUUID(),
      procedure: acting.procedure.id,
      submission: given.submission,
    }),
  )

/** As many codes go into one run of letters. */
export const mostCodes = 1000

/** Makes codes for letters. They are given back this once; the database keeps fingerprints. */
export async function makeCodes(house: House, acting: BudgetActing, batch: string, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, () => newCode())
  const { ALLMENDE_SECRET: secret } = house.config
  const kept = await noted(house, acting, 'make-codes', { batch, count }, (trx) =>
    insertCodes(
      trx,
      { tenant: acting.site.id, procedure: acting.procedure.id, batch },
      codes.map((code) => codeHash(secret, acting.procedure.id, code)),
    ),
  )
  if (!kept.ok) throw new Bug('new codes were not kept')
  return codes
}

/** Makes the code of a lost letter worthless; says whether it was one of this vote and still good. */
export async function blockCode(house: House, acting: BudgetActing, code: string): Promise<boolean> {
  let done = false
  await noted(house, acting, 'block-code', {}, async (trx) => {
    done = await voidCode(trx, acting.procedure.id, codeHash(house.config.ALLMENDE_SECRET, acting.procedure.id, code))
    return done
  })
  return done
}

/** Puts papers of which two people said the same into the log. Done again it changes nothing. */
export async function takePapers(
  house: House,
  acting: BudgetActing,
  box: Box,
): Promise<{ taken: number; refused: number; closed: boolean }> {
  const db = staffDb(house, acting.site)
  const papers = await agreedPapers(db, box.id)
  const fates = []
  for (let at = 0; at < papers.length; at += 200)
    fates.push(
      ...(await castVotes(
        db,
        papers
          .slice(at, at + 200)
          .map(({ number, choice }) => ({ box: box.id, receipt: paperHash(box.id, number), choice, paper: true })),
      )),
    )
  const taken = fates.filter(({ state }) => state === 'cast').length
  const kept = fates.filter(({ state }) => state === 'same').length
  const closed = fates.some(({ state }) => state === 'closed')
  await noted(house, acting, 'take-papers', { count: taken }, async () => undefined)
  return { taken, refused: fates.length - taken - kept, closed }
}

/** Spends the code of somebody who voted on paper, so that it does not vote once more; false when it has voted already. */
export async function spendCode(house: House, acting: BudgetActing, box: Box, code: string): Promise<boolean> {
  const mark = voterMark(house.config.ALLMENDE_SECRET, box.register, { kind: 'code', code })
  let done = false
  await noted(house, acting, 'spend-code', {}, async (trx) => {
    done = (await spendMarks(trx, box.id, [mark])) === 1
    return done
  })
  return done
}
