export { type Config, ConfigFault, exampleEnv, readConfig } from './config.ts'
