import type { Draft } from '../draft.ts'
import { auenfeldData } from './auenfeld/all.ts'
import { administrationData } from './kreis-sennewald/administration.ts'
import { environmentData } from './kreis-sennewald/environment.ts'
import { mobilityData, sensorService } from './kreis-sennewald/mobility.ts'
import { buildingData, planningService } from './lindenrode/building.ts'
import { councilData } from './lindenrode/council.ts'
import { electionData } from './lindenrode/elections.ts'
import { peopleData } from './lindenrode/people.ts'
import { publicPlaces } from './lindenrode/public-places.ts'
import { serviceData } from './lindenrode/services.ts'
import { greenService, treeRegister } from './lindenrode/trees.ts'
import { chargingService, utilityData } from './stadtwerke-sennewald/all.ts'
import { steinbrueckData } from './steinbrueck/all.ts'

const lindenrode: readonly Draft[] = [
  treeRegister,
  ...publicPlaces,
  ...councilData,
  ...electionData,
  ...peopleData,
  ...buildingData,
  ...serviceData,
  greenService,
  planningService,
]
const kreis: readonly Draft[] = [...mobilityData, ...environmentData, ...administrationData, sensorService]

/** Every record of the demonstration: a series stands before its members, a service after the datasets it serves. */
export const allDrafts: readonly Draft[] = [
  ...lindenrode,
  ...kreis,
  ...auenfeldData,
  ...steinbrueckData,
  ...utilityData,
  chargingService,
]
