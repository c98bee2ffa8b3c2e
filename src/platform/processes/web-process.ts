import cluster from 'node:cluster'
import { isObject } from '#kernel/json.ts'

/** Number of a web process among its siblings, from 1; whoever takes its place after a crash gets the same. */
export const slotVariable = 'ALLMENDE_WEB_PROCESS'

/** Whether this process only answers requests and another one looks after it. */
export const isWebProcess = (): boolean => cluster.isWorker

/** Whether this process writes what all of them share, such as the snapshot of the index: one is enough. */
export const savesForAll = (): boolean => !cluster.isWorker || process.env[slotVariable] === '1'

/** What a web process tells the one that looks after it before it gives up. */
export interface Fault {
  readonly kind: 'fault'
  readonly says: string
}

/** A web process has read the program and listens for what to begin with: what was sent before would be lost. */
export interface Waiting {
  readonly kind: 'waiting'
}

/** What a web process is told when what it needs is there: settings as the environment names them. */
export interface Begin {
  readonly kind: 'begin'
  readonly env: Readonly<Record<string, string>>
}

/** The check whether a message between these processes is of a kind. */
export const isOf =
  <Message extends { readonly kind: string }>(kind: Message['kind']) =>
  (message: unknown): message is Message =>
    isObject(message) && message.kind === kind

const isBegin = isOf<Begin>('begin')

/** Waits until the process that looks after this one has made everything ready; gives the settings that came of it. */
export const toldToBegin = (): Promise<Begin['env']> =>
  new Promise((resolve) => {
    const listen = (message: unknown) => {
      if (!isBegin(message)) return
      process.off('message', listen)
      resolve(message.env)
    }
    process.on('message', listen)
    process.send?.({ kind: 'waiting' } satisfies Waiting)
  })

/** Says why this web process cannot serve; resolved when it was handed over. */
export const sayFault = (says: string): Promise<void> =>
  new Promise((resolve) => {
    if (!process.send) return resolve()
    process.send({ kind: 'fault', says } satisfies Fault, undefined, undefined, () => resolve())
  })

/** Lets go of the process that looks after this one, so that nothing keeps it from ending. */
export const leaveHouse = (): void => void (cluster.worker?.isConnected() && cluster.worker.disconnect())
