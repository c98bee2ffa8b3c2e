import type { Draft } from '../draft.ts'
import { greenService, treeRegister } from './lindenrode/trees.ts'

/** Every record of the demonstration. */
export const allDrafts: readonly Draft[] = [treeRegister, greenService]
