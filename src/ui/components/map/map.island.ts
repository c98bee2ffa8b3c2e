// Loads the maps of a page, and says so in their frames.
import { loadWhenNear } from './load-map.island.ts'

function say(frame: HTMLElement, words: string | undefined) {
  const told = frame.querySelector('.alm-map__off')
  if (told) told.textContent = words ?? ''
}

const frames = [...document.querySelectorAll<HTMLElement>('[data-map]')]
for (const frame of frames) say(frame, frame.dataset.loads)
loadWhenNear(
  frames,
  (frame) => frame.dataset,
  () => {
    for (const frame of frames) say(frame, frame.dataset.off)
  },
)
