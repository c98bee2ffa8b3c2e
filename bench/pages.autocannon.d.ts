// The part of autocannon that the benchmarks use; the package brings no types of its own.
declare module 'autocannon' {
  interface Asked {
    readonly method: 'GET' | 'POST'
    readonly path: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
  }
  interface Client {
    setRequests(requests: readonly Asked[]): void
  }
  interface Result {
    readonly duration: number
    readonly errors: number
    readonly throughput: { readonly total: number }
  }
  interface Options {
    readonly url: string
    readonly connections: number
    /** Seconds, or a number of requests. */
    readonly duration?: number
    readonly amount?: number
    readonly headers?: Readonly<Record<string, string>>
    readonly setupClient: (client: Client) => void
  }
  interface Shooting {
    on(event: 'response', told: (client: Client, status: number, bytes: number, milliseconds: number) => void): void
  }
  export default function autocannon(options: Options, done: (error: Error | null, result: Result) => void): Shooting
  export type { Result }
}
