// Puts a map under the field of a point; it is asked for when the field comes into sight. The numbers stay what is sent.
import { mapsAtFields } from '../map/load-map.island.ts'

mapsAtFields([...document.querySelectorAll<HTMLElement>('[data-point]')], 'alm-point', (field, box) => field.append(box))
