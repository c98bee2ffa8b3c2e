import type { Handler } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'

export const interfacesHandlers = (_house: CatalogueHouse): Handler[] => []
