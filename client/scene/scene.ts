import type { Box, Point } from '../../shared/geometry.ts'
import type { Cover } from './cover.ts'
import type { Equipment } from './equipment.ts'
import type { Handle } from './handles.ts'

/** The map on screen, as tools and chrome may use it; everything else goes through the workspace. */
export interface Scene {
  /** the element that holds the map and takes keyboard focus */
  readonly container: HTMLElement
  /** the topmost object at a world point, or undefined; `only` narrows the search */
  hit(point: Point, only?: (id: string) => boolean): string | undefined
  /** ids of the objects wholly inside a world box; links when both their ends are */
  inside(box: Box): string[]
  /** ids of everything that touches a world box, in no particular order */
  touching(box: Box): string[]
  /** ids of the containers under a world point, topmost first */
  containersAt(point: Point): string[]
  /** the handle of the selected or hovered object at a canvas point (CSS px); a finger needs not meet it as well */
  handleAt(screen: Point, touch?: boolean): Handle | undefined
  /** the object whose mark of comments is at a canvas point (CSS px) */
  badgeAt(screen: Point): string | undefined
  /** sends this person's pointer to the others; null when it has left */
  pointAt(world: Point | null): void
  /** sets the pointer's look over the map */
  cursor(css: string): void
  /** lets people work on the map, and opens texts for typing */
  equip(equipment: Equipment): void
  /** shows what lies over the map from now on, once people can work on it */
  cover(Kind: typeof Cover): void
  /** the keys that were pressed before anybody asked for them, once; from then on nobody keeps them */
  takeKeys(): readonly KeyboardEvent[]
  /** calls `listener` when the scene is taken down, before anything else */
  onDestroy(listener: () => void): void
  /** takes everything down */
  destroy(): void
}
