import { toWorld } from '../model/camera.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Scene } from '../scene/scene.ts'
import { t } from '../words/t.ts'
import { takeImages } from './image.ts'

const holdsFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') === true

/** What lies over the map while files are dragged over it. */
function makeVeil(): HTMLElement {
  const veil = document.createElement('div')
  const words = document.createElement('span')
  words.textContent = t('Drop the image on the board')
  Object.assign(words.style, {
    padding: '10px 20px',
    borderRadius: '999px',
    background: 'var(--accent)',
    color: 'var(--onAccent)',
    fontSize: '18px',
    fontWeight: '600',
  })
  veil.append(words)
  Object.assign(veil.style, {
    position: 'absolute',
    inset: '6px',
    zIndex: '4',
    display: 'grid',
    placeItems: 'center',
    border: '2px dashed var(--accent)',
    borderRadius: '16px',
    background: 'color-mix(in srgb, var(--accent) 8%, transparent)',
    pointerEvents: 'none',
  })
  return veil
}

/** Lets people drop image files on the map; elsewhere on the page files that are dropped do nothing. Returns how to stop. */
export function watchDrops({ container }: Scene, workspace: Workspace): () => void {
  const veil = makeVeil()
  const off = new AbortController()
  const onMap = ({ target }: DragEvent): boolean =>
    target instanceof Node && container.contains(target)

  const onOver = (event: DragEvent): void => {
    if (!holdsFiles(event) || event.defaultPrevented) return
    // A file dropped beside its mark would take the place of the page.
    event.preventDefault()
    const takes = onMap(event) && workspace.canEdit()
    if (event.dataTransfer) event.dataTransfer.dropEffect = takes ? 'copy' : 'none'
    if (takes && !veil.isConnected) container.append(veil)
    if (!takes) veil.remove()
  }
  const onLeave = (event: DragEvent): void => {
    if (!(event.relatedTarget instanceof Node) || !container.contains(event.relatedTarget)) {
      veil.remove()
    }
  }
  const onDrop = (event: DragEvent): void => {
    veil.remove()
    if (!holdsFiles(event) || event.defaultPrevented) return
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    if (!onMap(event) || files.length === 0) return
    const { camera, viewport } = workspace.ui.getState()
    const { left, top } = container.getBoundingClientRect()
    takeImages(
      workspace,
      files,
      toWorld(camera, viewport, [event.clientX - left, event.clientY - top]),
    )
  }
  const options = { signal: off.signal }
  document.addEventListener('dragover', onOver, options)
  document.addEventListener('dragleave', onLeave, options)
  document.addEventListener('drop', onDrop, options)
  return () => {
    off.abort()
    veil.remove()
  }
}
