import { Controls, ReactFlow } from '@xyflow/react'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { playEditors, scene } from '../shared.mjs'
import '@xyflow/react/dist/style.css'

const nodes = scene.boxes.map(({ x, y, width, height, text }, index) => ({
  id: String(index),
  position: { x, y },
  data: { label: text },
  width,
  height,
  sourcePosition: 'right',
  targetPosition: 'left',
  // Told beforehand, so that arrows to boxes that were never on screen are known too.
  handles: [
    { type: 'source', position: 'right', x: width, y: height / 2, width: 1, height: 1 },
    { type: 'target', position: 'left', x: 0, y: height / 2, width: 1, height: 1 },
  ],
}))
const edges = scene.arrows.map(({ from, to, label }, index) => ({
  id: `e${index}`,
  source: String(from),
  target: String(to),
  label,
  type: 'straight',
  markerEnd: { type: 'arrowclosed' },
}))

function offer(flow) {
  const { x, y, width, height } = scene.boxes[scene.hub]
  const centre = () => {
    const { position } = flow.getNode(String(scene.hub))
    return { x: position.x + width / 2, y: position.y + height / 2 }
  }
  let stop = () => {}
  window.bench = {
    view: (scale) => flow.setCenter(x + width / 2, y + height / 2, { zoom: scale, duration: 0 }),
    fit: () => flow.fitView({ padding: 0.03 }),
    scale: () => flow.getZoom(),
    hub: () => flow.flowToScreenPosition(centre()),
    hubX: () => centre().x,
    selected: () => flow.getNodes().filter((node) => node.selected).length,
    play: () => {
      stop = playEditors((index, to) =>
        flow.updateNode(String(index), { position: { x: to, y: scene.boxes[index].y } }),
      )
    },
    stop: () => stop(),
  }
}

createRoot(document.getElementById('root')).render(
  createElement(
    ReactFlow,
    {
      defaultNodes: nodes,
      defaultEdges: edges,
      onInit: offer,
      fitView: true,
      fitViewOptions: { padding: 0.03 },
      minZoom: 0.01,
      onlyRenderVisibleElements: true,
      panOnScroll: true,
      panOnDrag: false,
      selectionOnDrag: true,
      deleteKeyCode: null,
    },
    createElement(Controls),
  ),
)
