import type { Command } from '#kernel/command.ts'

/** The commands of the room; none of them needs an open house. */
export const participationCommands: readonly Command<unknown>[] = []
