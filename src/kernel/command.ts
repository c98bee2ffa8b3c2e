/** Where a command speaks: results on `out`, everything for people's eyes on `err`. */
export interface Io {
  out(text: string): void
  err(text: string): void
  /** One line that is written over while work goes on; nothing when nobody looks. */
  progress(text: string): void
}

/** Option of a command line, as node:util's parseArgs takes it, with its sentence for --help. */
export interface CommandOption {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly help: string
  /** What stands for the value in --help: `SLUG`. */
  readonly value?: string
}

export interface CommandInput {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
  /** Everything behind the command's name, for commands that read their arguments themselves. */
  readonly raw: readonly string[]
}

/** One command of `./allmende`. `run` gives the exit code: 0 done, 1 done with a refusal, 2 wrong call. Where it asks for `settings`, they are those that `open` opens the house with. */
export interface Command<House, Settings = never> {
  readonly name: string
  readonly usage: string
  readonly help: string
  readonly options: Readonly<Record<string, CommandOption>>
  /** Reads its arguments itself; only --data is taken out before. */
  readonly ownArguments?: boolean
  run(
    input: CommandInput,
    io: Io,
    open: () => Promise<House>,
    ...more: [Settings] extends [never] ? [] : [settings: () => Settings]
  ): Promise<number>
}

/** A call that cannot be carried out as given; main prints the sentence and the usage and ends with 2. */
export class WrongCall extends Error {
  override name = 'WrongCall'
}
