import type { Fetched } from '../harvester.ts'
import { HarvestFault } from '../model/fault.ts'

/** An answer as JSON; what is none, or lost its end on the way, breaks the run off. */
export function readJsonAnswer({ bytes, address }: Fetched): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError) throw new HarvestFault('encoding', { url: address, encoding: 'utf-8' })
    const begins = /^\s*[[{]/.test(Buffer.from(bytes.subarray(0, 100)).toString())
    // JSON that ends in the middle lost its end on the way.
    if (begins && !/[\]}]\s*$/.test(Buffer.from(bytes.subarray(-20)).toString()))
      throw new HarvestFault('cut-off', { url: address, bytes: bytes.length })
    const detail = error instanceof Error ? error.message.slice(0, 200) : ''
    throw new HarvestFault('unreadable', { url: address, line: 0, detail })
  }
}
