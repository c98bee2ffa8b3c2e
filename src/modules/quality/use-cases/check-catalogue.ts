import { randomUUID } from 'node:crypto'
import { setImmediate as immediately } from 'node:timers/promises'
import type { Quad } from '@rdfjs/types'
import { isProfile, unreadable, validateQuads } from '#catalogue'
import type { Site } from '#kernel/site.ts'
import { fetchDocument, OutboundFault } from '#platform/outbound-fetch'
import { secretLink } from '#platform/secret-link'
import { namespaces, readRdf } from '#standards/rdf'
import { publicDb, type QualityHouse } from '../house.ts'
import { bounds, type WantedCheck } from '../model/check.ts'
import { reportOf } from '../model/report.ts'
import { beginCheck, type CheckFault, endCheck, insertCheck, noteProgress } from '../store/check-store.ts'

export const checkJob = 'quality/check'

/** Takes a catalogue to be checked; gives the secret part of its address. */
export async function orderCheck(house: QualityHouse, site: Site, wanted: WantedCheck): Promise<string> {
  const id = randomUUID()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, checkJob, id)
  await publicDb(house, site)
    .transaction()
    .execute(async (trx) => {
      await insertCheck(trx, site.id, id, hash, wanted)
      await house.jobs.enqueue(trx, checkJob, { id })
    })
  return token
}

interface Document {
  readonly content: Uint8Array
  readonly baseIRI?: string
  readonly contentType?: string
  readonly fileName: string
}

async function documentOf(house: QualityHouse, wanted: WantedCheck): Promise<Document> {
  if (wanted.address === null) return { content: wanted.content ?? new Uint8Array(), fileName: wanted.name }
  const limits = { bytes: bounds.bytes, seconds: bounds.fetchSeconds }
  const { body, address, contentType } = await fetchDocument(house.outbound, wanted.address, limits)
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return { content: Buffer.concat(pieces), baseIRI: address, fileName: wanted.name, ...(contentType ? { contentType } : {}) }
}

const piece = 64 * 1024

/** A document piece by piece, with a pause after each: pages are answered meanwhile. */
async function* inPieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += piece) {
    yield content.subarray(at, at + piece)
    await immediately()
  }
}

const fault = (name: string, params: CheckFault['params'] = {}): { fault: CheckFault } => ({
  fault: { key: `quality.check.fault.${name}`, params },
})

/** Titles by subject, German ones first. */
function titlesOf(quads: Iterable<Quad>): Map<string, string> {
  const titles = new Map<string, { text: string; lang: string }>()
  for (const { subject, predicate, object } of quads) {
    if (predicate.value !== `${namespaces.dct}title` || object.termType !== 'Literal') continue
    const known = titles.get(subject.value)
    if (!known || (known.lang !== 'de' && object.language === 'de'))
      titles.set(subject.value, { text: object.value, lang: object.language })
  }
  return new Map([...titles].map(([iri, { text }]) => [iri, text]))
}

async function judged(house: QualityHouse, id: string, wanted: WantedCheck, signal: AbortSignal) {
  const { profile } = wanted
  if (!isProfile(profile)) return fault('profile')
  const document = await documentOf(house, wanted)
  const limits = { bytes: bounds.bytes, jsonBytes: bounds.bytes }
  const { quads, fault: rdf } = await readRdf(inPieces(document.content), { ...document, limits })
  if (rdf) return { fault: unreadable(wanted.name || '–', rdf) }
  if (quads.length === 0) return fault('empty')
  const db = house.database.system
  let told = 0
  let telling: Promise<unknown> = Promise.resolve()
  const verdict = await validateQuads(quads, profile, {
    dataDir: house.config.dataDir,
    most: bounds.records,
    signal: AbortSignal.any([signal, AbortSignal.timeout(bounds.judgeSeconds * 1000)]),
    progress(done, all) {
      const now = performance.now()
      if (now - told < 1000) return
      told = now
      telling = telling.then(() => noteProgress(db, id, done, all)).catch(() => {})
    },
  })
  await telling
  if (!verdict.ok) return { fault: verdict.error }
  const { records, findings, left } = verdict.value
  if (records === 0) return fault('no-records')
  return { report: reportOf(findings, { records, left, titles: titlesOf(quads) }, bounds.places) }
}

/** Reads and judges what somebody handed in. Whatever is wrong with it becomes the answer; only our own faults are thrown. */
export async function runCheck(house: QualityHouse, { id, signal }: { id: string; signal: AbortSignal }): Promise<void> {
  const db = house.database.system
  const wanted = await beginCheck(db, id)
  if (!wanted) return
  try {
    await endCheck(db, id, await judged(house, id, wanted, signal))
  } catch (error) {
    if (!(error instanceof OutboundFault)) throw error
    const { url: _, ...params } = error.params
    await endCheck(db, id, fault(`fetch.${error.code}`, params))
  }
}
