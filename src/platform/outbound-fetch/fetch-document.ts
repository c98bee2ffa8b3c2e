/** A document from elsewhere, as a stream that ends with an error when it is too long or too slow. */
export interface FetchedDocument {
  body: AsyncIterable<Uint8Array>
  contentType: string | undefined
  /** Address after redirects. */
  address: string
}

export interface FetchLimits {
  bytes: number
  seconds: number
  redirects: number
}

const usual: FetchLimits = { bytes: 128 * 1024 * 1024, seconds: 300, redirects: 5 }
const wanted = 'text/turtle, application/rdf+xml;q=0.9, application/ld+json;q=0.8, application/json;q=0.7, */*;q=0.1'

/** Fetches a document with limits on size, time and redirects. Throws a sentence that says what went wrong with which address. */
export async function fetchDocument(address: string, limits: Partial<FetchLimits> = {}): Promise<FetchedDocument> {
  const { bytes, seconds, redirects } = { ...usual, ...limits }
  const signal = AbortSignal.timeout(seconds * 1000)
  let url = address
  for (let hop = 0; hop <= redirects; hop++) {
    if (!/^https?:\/\//i.test(url)) throw new Error(`${url} is neither http nor https`)
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { accept: wanted, 'user-agent': 'Allmende (open data catalogue)' },
    }).catch((error: Error) => {
      throw new Error(`${url} cannot be reached: ${error.cause instanceof Error ? error.cause.message : error.message}`)
    })
    const next = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && next) {
      await response.body?.cancel()
      url = new URL(next, url).href
      continue
    }
    if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status} ${response.statusText}`)
    return {
      body: bounded(response.body, bytes, url),
      contentType: response.headers.get('content-type') ?? undefined,
      address: url,
    }
  }
  throw new Error(`${address} redirects more than ${redirects} times`)
}

async function* bounded(body: ReadableStream<Uint8Array>, limit: number, url: string): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const chunk of body) {
    read += chunk.byteLength
    if (read > limit) throw new Error(`${url} is longer than ${Math.round(limit / 1_000_000)} MB`)
    yield chunk
  }
}
