import type { Point } from '../../shared/geometry.ts'
import { imageTypes } from '../../shared/images/read-image.ts'
import type { Workspace } from '../model/workspace.ts'
import { t } from '../words/t.ts'
import type { Action } from './action.ts'
import { middleOf } from './middle.ts'

/** Puts image files on the board around a world point, with the code that comes when it is first needed. */
export function takeImages(workspace: Workspace, files: readonly File[], at: Point): void {
  Promise.all([import('./add-images.ts'), workspace.pictures?.prepare()]).then(
    ([{ addImages }]) => addImages(workspace, files, at),
    () => {
      const text = t(
        'Images are kept by the server, which can’t be reached now. Nothing else is lost; add the image again once it is back.',
      )
      workspace.ui.setState({ message: { text } })
    },
  )
}

function chooseFiles(workspace: Workspace): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = imageTypes.join()
  input.addEventListener('change', () => {
    takeImages(workspace, [...(input.files ?? [])], middleOf(workspace))
  })
  input.click()
}

/** What puts images on the board. */
export const imageActions: readonly Action[] = [
  {
    id: 'add-image',
    label: 'Image…',
    icon: 'image',
    keys: ['Mod+u'],
    where: 'window',
    can: (workspace) => workspace.canEdit() && workspace.pictures !== undefined,
    run: chooseFiles,
  },
]
