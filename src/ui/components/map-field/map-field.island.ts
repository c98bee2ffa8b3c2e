// Puts a map under the fields of an area; it is asked for when the fields come into sight. The numbers stay what is sent.
import { mapsAtFields } from '../map/load-map.island.ts'

const fields = document.querySelectorAll<HTMLElement>('fieldset[data-area]:not([disabled])')
mapsAtFields([...fields], 'alm-area', (field, box) => field.querySelector('.alm-area__numbers')?.after(box))
