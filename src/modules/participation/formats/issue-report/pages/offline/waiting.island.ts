// Reports that wait for the network, in the browser's own store. Nothing else of a person is kept here, and it goes once it is sent.

/** A report as the form would send it. */
export interface WaitingReport {
  /** Made here; the server makes one report of it, however often it is sent. */
  readonly key: string
  readonly at: number
  readonly fields: Readonly<Record<string, string>>
  readonly photo?: Blob | undefined
  /** Where it was sent to. */
  readonly sent?: { readonly number: string; readonly receipt: string } | undefined
  /** The server looked at it and cannot take it as it is. */
  readonly refused?: boolean | undefined
}

const table = 'reports'
/** What was never sent goes after so many days. */
const longest = 30 * 86_400_000

function open(store: string): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(`allmende-issue-${store}`, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(table, { keyPath: 'key' })
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
}

async function within<T>(store: string, mode: IDBTransactionMode, work: (at: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open(store)
  try {
    return await new Promise<T>((done, failed) => {
      const doing = database.transaction(table, mode)
      const asked = work(doing.objectStore(table))
      doing.oncomplete = () => done(asked.result)
      doing.onerror = () => failed(doing.error)
      doing.onabort = () => failed(doing.error)
    })
  } finally {
    database.close()
  }
}

export const keep = (store: string, report: WaitingReport) => within(store, 'readwrite', (at) => at.put(report))
export const remove = (store: string, key: string) => within(store, 'readwrite', (at) => at.delete(key))

/** What waits, oldest first; what is too old is removed on the way. */
export async function waiting(store: string, now = Date.now()): Promise<WaitingReport[]> {
  const all = await within<WaitingReport[]>(store, 'readonly', (at) => at.getAll())
  for (const one of all) if (now - one.at > longest) await remove(store, one.key)
  return all.filter((one) => now - one.at <= longest).sort((a, b) => a.at - b.at)
}

function formOf(report: WaitingReport): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(report.fields)) form.append(name, value)
  form.set('key', report.key)
  form.set('schritt', 'senden')
  if (report.photo) form.append('datei', report.photo, 'foto.jpg')
  return form
}

/** What sending came to: `network` and `later` try again by themselves. */
export type Sent = 'sent' | 'network' | 'later' | 'refused'

/** Sends one report; what came of it is kept until somebody has seen it. */
export async function send(store: string, address: string, report: WaitingReport): Promise<Sent> {
  let answer: { state?: string; number?: string; receipt?: string }
  try {
    const got = await fetch(address, {
      method: 'POST',
      body: formOf(report),
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
    })
    if (got.status === 429 || got.status >= 500) return 'later'
    answer = await got.json()
  } catch {
    return 'network'
  }
  if (answer.state === 'sent' && answer.number && answer.receipt) {
    // The words and the photo are with the town now: only the way to them stays.
    await keep(store, { key: report.key, at: report.at, fields: {}, sent: { number: answer.number, receipt: answer.receipt } })
    return 'sent'
  }
  if (answer.state === 'later') return 'later'
  await keep(store, { ...report, refused: true })
  return 'refused'
}

/** Sends everything that waits, one after the other; stops where the network ends. */
export async function sendAll(store: string, address: string): Promise<void> {
  for (const one of await waiting(store)) {
    if (one.sent || one.refused) continue
    const came = await send(store, address, one)
    if (came === 'network' || came === 'later') return
  }
}

/** One at a time in this browser: page and worker do not send the same at once. */
export const sendAlone = (store: string, address: string): Promise<void> =>
  'locks' in navigator
    ? navigator.locks.request(`allmende-issue-${store}`, () => sendAll(store, address))
    : sendAll(store, address)
