import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { openServer } from '#app'
import { type TestHouse, type TestHouseOptions, testHouse } from '#support/house.ts'

/** A house with its web server in this process: asked without a socket. */
export interface TestServer extends TestHouse {
  app: FastifyInstance
  /** Asks for an address of the portal; the path may have a query. */
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  ask(request: InjectOptions): Promise<LightMyRequestResponse>
}

/** Opens a house and its server. */
export async function testServer(options: TestHouseOptions = {}): Promise<TestServer> {
  const opened = await testHouse(options)
  const app = await openServer(opened.house)
  await app.ready()
  const ask = (request: InjectOptions) => app.inject(request)
  return {
    ...opened,
    app,
    ask,
    get: (path, headers = {}) =>
      ask({ method: 'GET', url: path, headers: { host: 'portal.example', accept: 'text/html', ...headers } }),
    async close() {
      await app.close()
      await opened.close()
    },
  }
}
