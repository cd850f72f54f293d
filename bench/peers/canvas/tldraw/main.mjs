import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { createBindingId, createShapeId, getIndices, Tldraw, toRichText } from 'tldraw'
import { playEditors, scene } from '../shared.mjs'
import 'tldraw/tldraw.css'

const boxId = (index) => createShapeId(`b${index}`)

/** Puts the scene's records into the store in one go, the way a synchronised document arrives. */
function fill(editor) {
  const { boxes, arrows } = scene
  const indices = getIndices(boxes.length + arrows.length)
  const parentId = editor.getCurrentPageId()
  const shape = (id, type, index, rest) => ({
    id,
    typeName: 'shape',
    type,
    index,
    parentId,
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    ...rest,
  })
  const geo = editor.getShapeUtil('geo').getDefaultProps()
  const arrow = editor.getShapeUtil('arrow').getDefaultProps()
  const records = boxes.map(({ x, y, width, height, text }, index) =>
    shape(boxId(index), 'geo', indices[index], {
      x,
      y,
      props: {
        ...geo,
        w: width,
        h: height,
        size: 's',
        color: 'light-blue',
        fill: 'solid',
        richText: toRichText(text),
      },
    }),
  )
  for (const [index, { from, to, label }] of arrows.entries()) {
    const id = createShapeId(`a${index}`)
    records.push(
      shape(id, 'arrow', indices[boxes.length + index], {
        props: { ...arrow, size: 's', richText: toRichText(label) },
      }),
    )
    for (const [terminal, box] of [
      ['start', from],
      ['end', to],
    ]) {
      records.push({
        id: createBindingId(`${terminal}${index}`),
        typeName: 'binding',
        type: 'arrow',
        fromId: id,
        toId: boxId(box),
        meta: {},
        props: {
          terminal,
          normalizedAnchor: { x: 0.5, y: 0.5 },
          isExact: false,
          isPrecise: false,
          snap: 'none',
        },
      })
    }
  }
  editor.store.mergeRemoteChanges(() => editor.store.put(records))
}

function offer(editor) {
  fill(editor)
  editor.zoomToFit({ animation: { duration: 0 } })
  editor.setCurrentTool('select')
  const { x, y, width, height } = scene.boxes[scene.hub]
  const hub = () => editor.getShape(boxId(scene.hub))
  let stop = () => {}
  window.bench = {
    view: (scale) => {
      const { w, h } = editor.getViewportScreenBounds()
      editor.setCamera({
        x: w / 2 / scale - (x + width / 2),
        y: h / 2 / scale - (y + height / 2),
        z: scale,
      })
    },
    fit: () => editor.zoomToFit({ animation: { duration: 0 } }),
    scale: () => editor.getZoomLevel(),
    hub: () => {
      const box = hub()
      const { x: left, y: top } = editor.pageToScreen({
        x: box.x + width / 2,
        y: box.y + height / 2,
      })
      return { x: left, y: top }
    },
    hubX: () => hub().x,
    selected: () => editor.getSelectedShapes().filter((selected) => selected.type === 'geo').length,
    play: () => {
      stop = playEditors((index, to) =>
        editor.store.mergeRemoteChanges(() =>
          editor.store.update(boxId(index), (record) => ({ ...record, x: to })),
        ),
      )
    },
    stop: () => stop(),
  }
}

createRoot(document.getElementById('root')).render(
  createElement(Tldraw, {
    onMount: offer,
    assetUrls: getAssetUrlsByImport(),
    options: { maxShapesPerPage: 1_000_000 },
  }),
)
