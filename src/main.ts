// The command line: finds the command, checks its options, opens the house only when it is needed.
import { parseArgs } from 'node:util'
import type { Command, CommandInput, Io } from '#kernel/command.ts'
import { WrongCall } from '#kernel/command.ts'
import { type Config, ConfigFault, exampleEnv, readConfig } from '#platform/config'
import { type House, houseCommands, openHouse } from './app.ts'

const io: Io = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`)
  },
}

const common = {
  data: { type: 'string', help: 'data folder (ALLMENDE_DATA)', value: 'DIR' },
  help: { type: 'boolean', short: 'h', help: 'this help' },
} as const

const configCommand: Command<House> = {
  name: 'config',
  usage: 'config example',
  help: 'Prints every setting with its default (config/example.env).',
  options: {},
  run: async (input) => {
    if (input.positionals[0] !== 'example') throw new WrongCall('config knows only: example')
    io.out(exampleEnv().trimEnd())
    return 0
  },
}

const commands: readonly Command<House, Config>[] = [...houseCommands, configCommand]

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  return `Allmende: open government platform for municipalities.\n\nUsage: ./allmende COMMAND [options]\n\n${commands.map((c) => `  ${c.name.padEnd(width)}  ${c.help.split('\n')[0]}`).join('\n')}\n\nEach command explains itself: ./allmende COMMAND --help`
}

function helpOf(command: Command<House, Config>): string {
  const rows = Object.entries({ ...command.options, ...common }).map(([name, option]) => {
    const value = 'value' in option && option.value ? ` ${option.value}` : ''
    return [`--${name}${value}`, option.help] as const
  })
  const width = Math.max(...rows.map(([left]) => left.length))
  return `${command.help}\n\nUsage: ./allmende ${command.usage}\n\n${rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')}`
}

function read(command: Command<House, Config>, args: string[]): CommandInput {
  if (command.ownArguments) return { values: { ...dataOf(args) }, positionals: [], raw: args }
  const options = Object.fromEntries(
    Object.entries({ ...command.options, ...common }).map(([name, o]) => [
      name,
      { type: o.type, ...('short' in o && o.short ? { short: o.short } : {}) },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    return { values: values as CommandInput['values'], positionals, raw: args }
  } catch (error) {
    throw new WrongCall(error instanceof Error ? error.message : String(error))
  }
}

/** Takes `--data DIR` out of arguments that a command reads itself. */
function dataOf(args: string[]): { data?: string } {
  const at = args.findIndex((arg) => arg === '--data' || arg.startsWith('--data='))
  if (at < 0) return {}
  const [first = '', second = ''] = args.slice(at)
  const joined = first.startsWith('--data=')
  args.splice(at, joined ? 1 : 2)
  return { data: joined ? first.slice('--data='.length) : second }
}

async function run(): Promise<number> {
  const [name, ...args] = process.argv.slice(2)
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    io.out(overview())
    return 0
  }
  const command = commands.find((one) => one.name === name)
  if (!command) {
    io.err(`There is no command "${name}".\n\n${overview()}`)
    return 2
  }
  let house: House | undefined
  try {
    const input = read(command, args)
    if (input.values.help) {
      io.out(helpOf(command))
      return 0
    }
    const { data, port } = input.values
    const given = {
      ...(typeof data === 'string' ? { ALLMENDE_DATA: data } : {}),
      ...(typeof port === 'string' ? { PORT: port } : {}),
    }
    const settings = () => readConfig({ ...process.env, ...given })
    const open = async () => {
      house ??= await openHouse(settings(), { quiet: command.name !== 'serve' })
      return house
    }
    return await command.run(input, io, open, settings)
  } catch (error) {
    if (error instanceof WrongCall) {
      io.err(`${error.message}\n\nUsage: ./allmende ${command.usage}\nMore: ./allmende ${command.name} --help`)
      return 2
    }
    if (error instanceof ConfigFault) {
      io.err(error.message)
      return 2
    }
    io.err(error instanceof Error ? `${command.name} failed: ${error.message}` : String(error))
    if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) io.err(error.stack ?? '')
    return 1
  } finally {
    await house?.close()
  }
}

process.exitCode = await run()
// What a command that failed in the middle left open (a port, a timer) does not keep the process: whoever looks after it sees the end.
setTimeout(() => process.exit(), 5000).unref()
