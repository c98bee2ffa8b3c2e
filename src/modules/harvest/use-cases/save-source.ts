import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import { slugOf } from '#kernel/slug.ts'
import { oneLine, readEmail } from '#kernel/text.ts'
import { harvesterOf, recognised } from '../harvesters.ts'
import type { HarvestDb, HarvestHouse } from '../house.ts'
import type { SourceFault } from '../model/fault.ts'
import { isLocal, readFolder, readUpload } from '../model/local-address.ts'
import { schedules } from '../model/source.ts'
import { insertSource, type SourceValues, updateSource } from '../store/source-store.ts'
import { placeInFolder } from './local-way.ts'

/** Stands in place of a kind: the address shall show it. */
export const byAddress = 'nach-adresse'

/** What somebody typed, as it was typed. */
export interface TypedSource {
  readonly name: string
  readonly kind: string
  readonly address: string
  readonly schedule: string
  readonly vanishPercent: string
  readonly contact: string
  readonly settings: Readonly<Record<string, string>>
}

/** Largest table that may be uploaded, in bytes. */
export const largestTable = 20_000_000

/** A field that will not do: text key `harvest.field-fault.<fault>`, or the fault of its address. */
export interface FieldFault {
  readonly field: 'name' | 'kind' | 'address' | 'schedule' | 'vanishPercent' | 'contact' | 'datei' | `settings-${string}`
  readonly fault:
    | 'missing'
    | 'too-long'
    | 'unknown'
    | 'no-address'
    | 'refused'
    | 'too-large'
    | 'no-table'
    | 'no-folder'
    | 'unrecognised'
  readonly refused?: SourceFault
}

/** Reads what was typed; the address is asked whether it may be asked at all, with every name resolved. It is asked again at each connection. */
export async function readSource(
  house: Pick<HarvestHouse, 'outbound' | 'config' | 'sites'>,
  tenant: string,
  typed: TypedSource,
  /** A table that was just uploaded, or the one that the source has: nobody gets at one by typing its address. */
  upload?: string,
): Promise<Result<Omit<SourceValues, 'slug'>, FieldFault[]>> {
  const faults: FieldFault[] = []
  const name = oneLine(typed.name)
  if (name === '') faults.push({ field: 'name', fault: 'missing' })
  else if (name.length > 120) faults.push({ field: 'name', fault: 'too-long' })
  const typedAddress = typed.address.trim()
  const address = upload !== undefined && (typedAddress === '' || readUpload(typedAddress)) ? upload : typedAddress
  const local = isLocal(address)
  const isAddress = URL.canParse(address)
  // Who uploads a table means a table; who names a folder means a folder.
  const kind = address === upload ? 'table' : local ? 'folder' : typed.kind
  const harvester = kind !== byAddress ? harvesterOf(kind) : isAddress ? recognised(new URL(address)) : undefined
  // Without an address there is nothing to recognise: the address is the fault then.
  if (!harvester && kind !== byAddress) faults.push({ field: 'kind', fault: 'unknown' })
  else if (!harvester && isAddress) faults.push({ field: 'kind', fault: 'unrecognised' })
  const below = readFolder(address)
  if (kind === 'folder' && !local) faults.push({ field: 'address', fault: 'no-folder' })
  else if (address === upload) {
    // It was checked when it came.
  } else if (below !== undefined) {
    if (!(await placeInFolder(house, tenant, below))) faults.push({ field: 'address', fault: 'no-folder' })
  } else if (address === '') faults.push({ field: 'address', fault: 'missing' })
  else if (address.length > 2000) faults.push({ field: 'address', fault: 'too-long' })
  else if (!isAddress) faults.push({ field: 'address', fault: 'no-address' })
  else {
    const refused = await house.outbound.refuses(address)
    if (refused)
      faults.push({
        field: 'address',
        fault: 'refused',
        refused: { code: refused.code as SourceFault['code'], params: refused.params },
      })
  }
  const schedule = schedules.find((one) => one === typed.schedule)
  if (!schedule) faults.push({ field: 'schedule', fault: 'unknown' })
  const vanishPercent = Number(typed.vanishPercent.trim() || '20')
  if (!Number.isInteger(vanishPercent) || vanishPercent < 1 || vanishPercent > 100)
    faults.push({ field: 'vanishPercent', fault: 'unknown' })
  const contact = typed.contact.trim() === '' ? null : readEmail(typed.contact)
  if (contact === undefined) faults.push({ field: 'contact', fault: 'unknown' })
  const settings = harvester?.settings.safeParse(typed.settings)
  if (settings && !settings.success)
    for (const { path } of settings.error.issues) faults.push({ field: `settings-${String(path[0] ?? '')}`, fault: 'unknown' })
  if (faults.length > 0 || !harvester || !schedule) return fail(faults)
  return ok({
    name,
    kind: harvester.id,
    address: local ? address : new URL(address).href,
    schedule,
    vanishPercent,
    contact: contact ?? null,
    settings: settings?.data ?? {},
  })
}

/** Adds a source; it does nothing until somebody has looked and switched it on. Gives its id. */
export async function addSource(
  db: HarvestDb,
  tenant: string,
  values: Omit<SourceValues, 'slug'>,
  by: string | null,
): Promise<{ id: string; slug: string }> {
  const id = randomUUID()
  const wish = slugOf(values.name, 'quelle')
  for (const slug of [wish, ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${wish}-${n}`), `${wish.slice(0, 60)}-${id.slice(0, 8)}`])
    if (await insertSource(db, tenant, id, { ...values, slug }, by)) return { id, slug }
  throw new Error('no free name for a source')
}

export const changeSource = updateSource
