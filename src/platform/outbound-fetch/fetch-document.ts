import { OutboundFault } from './fault.ts'
import type { Outbound, OutboundLimits } from './outbound.ts'

/** A document from elsewhere, as a stream that ends with an error when it is too long or too slow. */
export interface FetchedDocument {
  body: AsyncIterable<Uint8Array>
  contentType: string | undefined
  /** Address after redirects. */
  address: string
}

const wanted = 'text/turtle, application/rdf+xml;q=0.9, application/ld+json;q=0.8, application/json;q=0.7, */*;q=0.1'

/** Fetches a document with limits on size, time and redirects. Throws an OutboundFault that says what went wrong with which address. */
export async function fetchDocument(
  outbound: Outbound,
  address: string,
  limits: Partial<OutboundLimits> = {},
): Promise<FetchedDocument> {
  const answer = await outbound.fetch(address, { accept: wanted, limits })
  if (answer.status < 200 || answer.status > 299) {
    answer.drop()
    throw new OutboundFault('status', { url: answer.address, status: answer.status })
  }
  return { body: answer.body, contentType: answer.contentType, address: answer.address }
}
