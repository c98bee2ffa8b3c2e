import { defineModule } from '#kernel/module.ts'

export { participationCommands } from './commands.ts'

// Not yet switchable: nothing of the room is on a page so far.
export const participationDefinition = defineModule({
  id: 'participation',
  switchable: false,
  permissions: [],
  routes: {},
  locales: {},
  navigation: [],
})
