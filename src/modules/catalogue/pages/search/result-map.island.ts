// Draw a rectangle on the result map to search inside it. Without this script the links below the map do the same in steps.
type Box = [west: number, south: number, east: number, north: number]

function start(svg: SVGSVGElement) {
  const frame = (svg.dataset.frame ?? '').split(',').map(Number)
  const address = svg.dataset.href
  const [west = 0, south = 0, east = 0, north = 0] = frame
  if (frame.length !== 4 || !address) return
  const name = 'http://www.w3.org/2000/svg'
  let from: DOMPoint | undefined
  let rect: SVGRectElement | undefined
  const at = (event: PointerEvent) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()?.inverse())
  const view = svg.viewBox.baseVal
  const lon = (x: number) => west + ((x - view.x) / view.width) * (east - west)
  const lat = (y: number) => north - ((y - view.y) / view.height) * (north - south)
  const stop = () => {
    rect?.remove()
    rect = undefined
    from = undefined
  }
  svg.classList.add('is-drawable')
  svg.addEventListener('pointerdown', (event) => {
    // A finger scrolls the page; only mouse and pen draw.
    if (event.button !== 0 || event.pointerType === 'touch') return
    event.preventDefault()
    svg.setPointerCapture(event.pointerId)
    from = at(event)
    rect = document.createElementNS(name, 'rect')
    rect.setAttribute('class', 'catalogue-resultmap__drawn')
    svg.append(rect)
  })
  svg.addEventListener('pointermove', (event) => {
    if (!from || !rect) return
    const to = at(event)
    for (const [key, value] of [
      ['x', Math.min(from.x, to.x)],
      ['y', Math.min(from.y, to.y)],
      ['width', Math.abs(to.x - from.x)],
      ['height', Math.abs(to.y - from.y)],
    ] as const)
      rect.setAttribute(key, String(value))
  })
  svg.addEventListener('pointerup', (event) => {
    if (!from) return
    const to = at(event)
    const small = Math.abs(to.x - from.x) < view.width / 60 || Math.abs(to.y - from.y) < view.height / 60
    const box: Box = [
      lon(Math.min(from.x, to.x)),
      lat(Math.max(from.y, to.y)),
      lon(Math.max(from.x, to.x)),
      lat(Math.min(from.y, to.y)),
    ]
    stop()
    if (small) return
    const url = new URL(address, location.href)
    url.searchParams.set('bbox', box.map((n) => n.toFixed(4)).join(','))
    location.assign(url)
  })
  svg.addEventListener('pointercancel', stop)
}

for (const svg of document.querySelectorAll<SVGSVGElement>('.catalogue-resultmap svg[data-frame]')) start(svg)
