import { statSync } from 'node:fs'
import type { Server } from 'node:http'
import { deleteExpiredReports } from '#identity'
import type { Command, CommandInput, Io } from '#kernel/command.ts'
import {
  forgetDrafts,
  forgetRequests,
  keepCatalogueCurrent,
  keepQualityCurrent,
  loadDemonstration,
  loadDesk,
  namedContents,
  once,
  releaseScheduled,
} from '#plaques/catalogue'
import { loadHarvest, tidyHarvest, uploadedTables } from '#plaques/harvest'
import { checkAuditNightly, keepAccountsTidy, loadDemoAccounts, loadDemoOffice } from '#plaques/identity'
import {
  demonstrateFormats,
  forgetParticipation,
  loadParticipation,
  participationContents,
  tidyFormats,
} from '#plaques/participation'
import { loadQuality } from '#plaques/quality'
import { loadWebhooks, tidyWebhooks, wakeForReceivers } from '#plaques/webhooks'
import { eraseAuditWords } from '#platform/audit'
import type { Config } from '#platform/config'
import { databaseAnswers } from '#platform/db'
import { gatheredFigures, ownFigures, serveMetrics, shareFigures } from '#platform/metrics'
import { forgetEvents } from '#platform/outbox'
import {
  callWebProcesses,
  isWebProcess,
  leaveHouse,
  savesForAll,
  sayFault,
  toldToBegin,
  type WaitingProcesses,
} from '#platform/processes'
import { forgetLimits } from '#platform/slow-down'
import { sweepStorageNightly } from '#platform/storage'
import type { House } from './app.ts'

/** `serve`: pages and interfaces until SIGTERM or SIGINT, then no new requests, the running ones end, and all is closed. */
export const serveCommand: Command<House, Config> = {
  name: 'serve',
  usage: 'serve [--port N] [--data DIR] [--demo]',
  help: 'Serves pages and interfaces.',
  options: {
    port: { type: 'string', value: 'N', help: 'port (PORT, default 8080)' },
    demo: { type: 'boolean', help: 'loads the demonstration when it is not there yet' },
  },
  async run(input, io, open, settings) {
    if (isWebProcess()) {
      Object.assign(process.env, await toldToBegin())
      return serveForAnother(await open())
    }
    io.err('Starting ...')
    const config = settings()
    // They read the program while the database starts; each waits to be told.
    const others = config.webProcesses > 1 ? callWebProcesses(config.webProcesses) : undefined
    try {
      return await serve(await open(), input, io, others)
    } finally {
      await others?.dismiss()
    }
  },
}

async function serve(house: House, input: CommandInput, io: Io, others: WaitingProcesses | undefined): Promise<number> {
  if (input.values.demo) await loadAll(house, io)
  defineJobs(house)
  const site = others ? await openTogether(house, others) : await listen(house, await prepare(house))
  if ('refused' in site) {
    io.err(site.refused)
    return 1
  }
  const monitor = await openMonitor(house, site, io)
  const quality = keepQualityCurrent(house)
  const receivers = wakeForReceivers(house)
  // An embargo that ended while nobody ran is made good at once; from then on the jobs look every minute.
  await releaseScheduled(house).catch((error) =>
    house.log.error({ err: error }, 'what is due could not be released; it will be tried again'),
  )
  if (!house.config.SMTP_URL && house.config.ALLMENDE_MODE === 'production')
    house.log.warn('no mail server is named (SMTP_URL): mails are kept and not sent')
  const daily = setInterval(() => void tidy(house), 24 * 3600 * 1000).unref()
  void tidy(house)
  // Heard from before we say that we are ready: whoever reads that line may stop us at once.
  const stopped = askedToStop()
  io.out(`Allmende is ready: ${house.config.PUBLIC_URL ? house.config.publicUrl : `http://localhost:${site.port}`}`)
  await stopped
  house.log.info('stopping')
  clearInterval(daily)
  await site.stop()
  await receivers.stop()
  await quality.stop()
  monitor?.close()
  return 0
}

/** The demonstration: records first, then those who work with them, then what they did. */
async function loadAll(house: House, io: Io): Promise<void> {
  const { messageApi, translate } = await import('./app.ts')
  await loadDemonstration(
    house,
    (line) => io.err(`  ${line}`),
    () => house.keeper.refresh(),
  )
  const people = await loadDemoAccounts(house)
  await loadDemoOffice({ ...house, translate }, people)
  await loadDesk(house, people)
  await loadHarvest(house)
  await once(house, 'links and course', () => loadQuality(house))
  await loadWebhooks({ ...house, api: messageApi })
  await loadParticipation(house, people)
  await demonstrateFormats(house)
}

/** Says what the jobs of all rooms do, wherever they may run: before the first of them is handed in. */
function defineJobs(house: House): void {
  keepAccountsTidy(house)
  checkAuditNightly(house)
  sweepStorageNightly(house, [
    () => namedContents(house.database.system),
    () => participationContents(house.database.system),
    () => uploadedTables(house.database.system),
  ])
}

const askedToStop = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })

/** What answers requests: this process, or several that it looks after. */
interface Answering {
  readonly port: number
  figures(): Promise<string>
  /** What keeps it from answering; empty when nothing does. */
  missing(): string[]
  stop(): Promise<void>
}
interface Refused {
  /** Why it cannot serve, as a sentence with what to do. */
  readonly refused: string
}

type Prepared = Awaited<ReturnType<typeof prepare>>

/** Makes this process ready to answer: the server, and a copy of the index that follows the database. */
async function prepare(house: House) {
  const { openServer } = await import('./app.ts')
  const server = await openServer(house)
  const current = await keepCatalogueCurrent(
    { ...house, search: await house.index() },
    { onChange: () => house.keeper.refresh() },
  )
  return { server, current }
}

/** Answers in this process, and does the jobs that wait: here the index follows the database. */
async function listen({ config, metrics, jobs }: House, { server, current }: Prepared): Promise<Answering | Refused> {
  try {
    await server.listen({ host: config.HOST, port: config.PORT })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    await current.stop()
    return { refused: `Port ${config.PORT} is taken by another program. Choose one with --port N or PORT.` }
  }
  // One process works: that which writes the index for all.
  if (savesForAll()) await jobs.start()
  const address = server.server.address()
  return {
    port: address && typeof address === 'object' ? address.port : config.PORT,
    figures: ownFigures(metrics),
    missing: () => [],
    async stop() {
      // Running answers end as they should; who has not taken his after ten seconds is cut off.
      const patience = setTimeout(() => server.server.closeAllConnections(), 10_000)
      await server.close()
      clearTimeout(patience)
      await jobs.stop()
      await current.stop()
    },
  }
}

/** Answers in several processes of the same program; this one keeps no copy of the index. */
async function openTogether({ config, database, log }: House, others: WaitingProcesses): Promise<Answering | Refused> {
  const count = config.webProcesses
  try {
    const env = { DATABASE_URL: database.url, ALLMENDE_DATA: config.dataDir, WEB_PROCESSES: String(count) }
    const processes = await others.begin(env, (how) => log.error(`a web process died (${how}); it is started again`))
    const missing = () => (processes.missing() > 0 ? [`${processes.missing()} of ${count} web processes`] : [])
    return { port: processes.port, figures: gatheredFigures(), missing, stop: processes.stop }
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}

/** What a web process does: it answers until it is told to stop. */
async function serveForAnother(house: House): Promise<number> {
  try {
    defineJobs(house)
    const prepared = await prepare(house)
    const stopped = askedToStop()
    // Before it is known to listen: from then on it is asked for its figures.
    shareFigures(house.metrics)
    const site = await listen(house, prepared)
    if ('refused' in site) {
      await sayFault(site.refused)
      return 1
    }
    await stopped
    await site.stop()
    return 0
  } finally {
    leaveHouse()
  }
}

function openMonitor(house: House, site: Answering, io: Io): Promise<Server | undefined> | undefined {
  const { METRICS_HOST, METRICS_PORT } = house.config
  if (METRICS_PORT === 0) return undefined
  const ready = async () => [
    ...((await databaseAnswers(house.database)) ? [] : ['the database does not answer']),
    ...site.missing(),
  ]
  return serveMetrics(() => site.figures(), { host: METRICS_HOST, port: METRICS_PORT }, ready).catch((error) =>
    unavailable(io, METRICS_PORT, error),
  )
}

/** After so many years the audit log says what was done, and no longer who did it. */
const auditYears = 10

/** What is done once a day: personal data whose time is over, and events that nobody needs any more. */
async function tidy(house: House): Promise<void> {
  try {
    await deleteExpiredReports(house.database.system)
    await forgetRequests(house.database.system)
    await forgetParticipation(house.database.system)
    await forgetLimits(house.database.system)
    await forgetDrafts(house.database.system)
    await tidyHarvest(house)
    await tidyWebhooks(house)
    await tidyFormats(house)
    await forgetEvents(house.database.system, 30)
    await house.mail.forget()
    const before = new Date(house.now().getTime() - auditYears * 365.25 * 24 * 3600 * 1000)
    await eraseAuditWords(house.database.system, { before }, { id: null, name: 'Aufbewahrungsfrist abgelaufen' })
  } catch (error) {
    house.log.error({ err: error }, 'the daily tidying failed; it will be tried again')
  }
}

function unavailable(io: Io, port: number, error: NodeJS.ErrnoException): undefined {
  io.err(
    `Monitoring is off: port ${port} ${error.code === 'EADDRINUSE' ? 'is taken' : error.message}. Choose another with METRICS_PORT.`,
  )
  return undefined
}

/** `migrate`: brings the database up to date and says what ran. */
export const migrateCommand: Command<House> = {
  name: 'migrate',
  usage: 'migrate [--data DIR]',
  help: 'Brings the database up to date.',
  options: {},
  async run(_input, io, open) {
    const house = await open()
    io.out(`The database is up to date (${statSync(house.config.dataDir).isDirectory() ? house.config.dataDir : ''}).`)
    return 0
  },
}
