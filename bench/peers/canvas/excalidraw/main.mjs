import { CaptureUpdateAction, Excalidraw } from '@excalidraw/excalidraw'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { playEditors, scene } from '../shared.mjs'
import '@excalidraw/excalidraw/index.css'

// Helvetica, which needs no font file.
const FONT = 2
const plain = (id, type, rest) => ({
  id,
  type,
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 2,
  strokeStyle: 'solid',
  roughness: 1,
  opacity: 100,
  groupIds: [],
  frameId: null,
  roundness: null,
  seed: 1,
  version: 1,
  versionNonce: 1,
  isDeleted: false,
  boundElements: null,
  updated: 1,
  link: null,
  locked: false,
  ...rest,
})
const words = (id, containerId, text, [x, y], size) => {
  const [width, height] = [text.length * size * 0.5, size * 1.25]
  return plain(id, 'text', {
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
    text,
    originalText: text,
    containerId,
    fontSize: size,
    fontFamily: FONT,
    textAlign: 'center',
    verticalAlign: 'middle',
    autoResize: true,
    lineHeight: 1.25,
  })
}

const bound = scene.boxes.map((_, index) => [{ type: 'text', id: `t${index}` }])
for (const [index, { from, to }] of scene.arrows.entries()) {
  for (const end of [from, to]) bound[end].push({ type: 'arrow', id: `a${index}` })
}
// Arrows beneath, so that what is gripped is a box.
const elements = []
for (const [index, { from, to, label }] of scene.arrows.entries()) {
  const [a, b] = [scene.boxes[from], scene.boxes[to]]
  const beside = b.x > a.x && b.y === a.y
  const above = b.y < a.y
  const start = beside
    ? [a.x + a.width, a.y + a.height / 2]
    : [a.x + a.width / 2, above ? a.y : a.y + a.height]
  const end = beside ? [b.x, b.y + b.height / 2] : [b.x + b.width / 2, above ? b.y + b.height : b.y]
  const by = [end[0] - start[0], end[1] - start[1]]
  elements.push(
    plain(`a${index}`, 'arrow', {
      x: start[0],
      y: start[1],
      width: Math.abs(by[0]),
      height: Math.abs(by[1]),
      points: [[0, 0], by],
      lastCommittedPoint: null,
      startBinding: { elementId: `b${from}`, focus: 0, gap: 1 },
      endBinding: { elementId: `b${to}`, focus: 0, gap: 1 },
      startArrowhead: null,
      endArrowhead: 'arrow',
      elbowed: false,
      boundElements: [{ type: 'text', id: `l${index}` }],
    }),
    words(`l${index}`, `a${index}`, label, [start[0] + by[0] / 2, start[1] + by[1] / 2], 10),
  )
}

for (const [index, { x, y, width, height, text }] of scene.boxes.entries()) {
  elements.push(
    plain(`b${index}`, 'rectangle', {
      x,
      y,
      width,
      height,
      backgroundColor: '#a5d8ff',
      roundness: { type: 3 },
      boundElements: bound[index],
    }),
    words(`t${index}`, `b${index}`, text, [x + width / 2, y + height / 2], 12),
  )
}

function offer(api) {
  const hub = () => api.getSceneElements().find(({ id }) => id === `b${scene.hub}`)
  const { x, y, width, height } = scene.boxes[scene.hub]
  let stop = () => {}
  /** Moves a box with its words, as a colleague's browser would send it. */
  const move = (index, to) => {
    const moved = (element, left) => ({
      ...element,
      x: left,
      version: element.version + 1,
      versionNonce: element.versionNonce + 1,
    })
    const by = to - scene.boxes[index].x
    api.updateScene({
      elements: api.getSceneElementsIncludingDeleted().map((element) => {
        if (element.id === `b${index}`) return moved(element, to)
        if (element.id === `t${index}`)
          return moved(element, scene.boxes[index].x + (width - element.width) / 2 + by)
        return element
      }),
      captureUpdate: CaptureUpdateAction.NEVER,
    })
  }
  window.bench = {
    view: (scale) => {
      const state = api.getAppState()
      api.updateScene({
        appState: {
          zoom: { value: scale },
          scrollX: state.width / 2 / scale - (x + width / 2),
          scrollY: state.height / 2 / scale - (y + height / 2),
        },
      })
    },
    fit: () => api.scrollToContent(undefined, { fitToContent: true, animate: false }),
    scale: () => api.getAppState().zoom.value,
    hub: () => {
      const { zoom, scrollX, scrollY, offsetLeft, offsetTop } = api.getAppState()
      const box = hub()
      return {
        x: (box.x + width / 2 + scrollX) * zoom.value + offsetLeft,
        y: (box.y + height / 2 + scrollY) * zoom.value + offsetTop,
      }
    },
    hubX: () => hub().x,
    selected: () => {
      const { selectedElementIds } = api.getAppState()
      return Object.keys(selectedElementIds).filter((id) => id.startsWith('b')).length
    },
    play: () => {
      stop = playEditors(move)
    },
    stop: () => stop(),
  }
  window.bench.fit()
}

createRoot(document.getElementById('root')).render(
  createElement(Excalidraw, {
    excalidrawAPI: offer,
    initialData: { elements, scrollToContent: true, appState: { viewBackgroundColor: '#ffffff' } },
  }),
)
