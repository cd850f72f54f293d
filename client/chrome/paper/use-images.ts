import { useEffect, useMemo, useState } from 'react'
import type { Scene } from '../../../shared/draw/scene.ts'
import { useWorkspace } from '../board/context.ts'

/** The addresses of the images that a scene shows, by their ids, as they come. */
export function useImages(scene: Scene): ReadonlyMap<string, string> {
  const { pictures } = useWorkspace()
  const shown = useMemo(
    () =>
      [
        ...new Set(
          scene.pieces.flatMap(({ items }) =>
            items.flatMap((item) => (item.kind === 'image' ? [item.image] : [])),
          ),
        ),
      ]
        .sort()
        .join(' '),
    [scene],
  )
  const [addresses, setAddresses] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    const made: string[] = []
    let left = false
    for (const id of shown.split(' ').filter(Boolean)) {
      void pictures?.file(id).then((file) => {
        if (!file || left) return
        const address = URL.createObjectURL(file)
        made.push(address)
        setAddresses((known) => new Map(known).set(id, address))
      })
    }
    return () => {
      left = true
      setAddresses(new Map())
      for (const address of made) URL.revokeObjectURL(address)
    }
  }, [pictures, shown])
  return addresses
}
