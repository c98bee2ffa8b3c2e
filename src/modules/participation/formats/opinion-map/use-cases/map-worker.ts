import { parentPort, workerData } from 'node:worker_threads'
import { type Ballots, layOut } from './lay-out.ts'

// The thread: one computation, then it ends. Pages go on being served meanwhile.
parentPort?.postMessage(layOut(workerData as Ballots))
