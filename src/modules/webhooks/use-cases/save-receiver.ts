import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import type { WebhooksHouse } from '../house.ts'
import { changeKinds } from '../model/receiver.ts'
import type { ReceiverValues } from '../store/receiver-store.ts'
import { mayBeTold } from './may-be-told.ts'

/** What somebody typed, as it was typed. */
export interface TypedReceiver {
  readonly name: string
  readonly address: string
  readonly kinds: readonly string[]
  readonly below: boolean
}

/** A field that will not do: text key `webhooks.field-fault.<fault>`. */
export interface FieldFault {
  readonly field: 'name' | 'address' | 'kinds'
  readonly fault: 'missing' | 'too-long' | 'no-address' | 'no-https' | 'refused' | 'no-kind' | 'too-many'
}

/** Receivers that one tenant may have. */
export const mostReceivers = 20

/** Reads what was typed. The address is asked whether it may be asked at all, with its name resolved; it is asked again at each connection. */
export async function readReceiver(
  house: Pick<WebhooksHouse, 'outbound' | 'config'>,
  typed: TypedReceiver,
): Promise<Result<ReceiverValues, FieldFault[]>> {
  const faults: FieldFault[] = []
  const name = oneLine(typed.name)
  if (name === '') faults.push({ field: 'name', fault: 'missing' })
  else if (name.length > 120) faults.push({ field: 'name', fault: 'too-long' })
  const address = typed.address.trim()
  if (address === '') faults.push({ field: 'address', fault: 'no-address' })
  else if (address.length > 2000) faults.push({ field: 'address', fault: 'too-long' })
  else if (!URL.canParse(address)) faults.push({ field: 'address', fault: 'no-address' })
  else if (!mayBeTold(house, address)) faults.push({ field: 'address', fault: 'no-https' })
  else if (await house.outbound.refuses(address)) faults.push({ field: 'address', fault: 'refused' })
  const kinds = changeKinds.filter((kind) => typed.kinds.includes(kind))
  if (kinds.length === 0) faults.push({ field: 'kinds', fault: 'no-kind' })
  return faults.length > 0 ? fail(faults) : ok({ name, address: new URL(address).href, kinds, below: typed.below })
}
