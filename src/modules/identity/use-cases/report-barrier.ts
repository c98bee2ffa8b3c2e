import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { fail, ok, type Result } from '#kernel/result.ts'
import { type IdentityTables, insertBarrierReport } from '../store/tenant-store.ts'

export interface BarrierReport {
  page: string
  message: string
  replyTo: string
}

export type BarrierFault = { field: 'message' | 'replyTo' | 'page'; fault: 'missing' | 'long' | 'invalid' }

/** Keeps what a visitor wrote about a barrier (§ 10d BGG NRW: a way to report). Faults name the field; nothing is stored then. */
export async function reportBarrier(
  db: Kysely<IdentityTables>,
  tenant: string,
  report: BarrierReport,
): Promise<Result<true, BarrierFault[]>> {
  const faults: BarrierFault[] = []
  const message = report.message.trim()
  const replyTo = report.replyTo.trim()
  if (!message) faults.push({ field: 'message', fault: 'missing' })
  if (message.length > 5000) faults.push({ field: 'message', fault: 'long' })
  if (report.page.length > 500) faults.push({ field: 'page', fault: 'long' })
  if (replyTo && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(replyTo)) faults.push({ field: 'replyTo', fault: 'invalid' })
  if (faults.length > 0) return fail(faults)
  await insertBarrierReport(db, { id: randomUUID(), tenant, page: report.page.trim(), message, ...(replyTo ? { replyTo } : {}) })
  return ok(true)
}
