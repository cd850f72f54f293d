import * as Y from 'yjs'

/** Whether an item says that it stands between two others that don't follow each other in one list. */
function isMisplaced({ origin, left, right }: Y.Item): boolean {
  if (!left || !right) return false
  // Yjs may have split the left one to get at the right one: then they are the wrong way round within one item.
  if (!Y.compareIDs(origin, left.lastId)) return true
  if (left.parent !== right.parent || left.parentSub !== right.parentSub) return true
  for (let next = left.right; next; next = next.right) if (next === right) return false
  return true
}

let isKept = false

/**
 * From now on Yjs drops items that no honest program writes: those between two others that don't follow each other. Where
 * such an item ends up depends on the order in which changes come, so that people's documents would differ for good; that
 * it is one, doesn't. All who hold the document must do the same; a second call does nothing.
 */
export function keepOrder(): void {
  if (isKept) return
  isKept = true
  const { integrate } = Y.Item.prototype
  Y.Item.prototype.integrate = function integrateInOrder(transaction, offset) {
    // Without a parent Yjs keeps an item's clocks alone.
    if (this.parent && isMisplaced(this)) this.parent = null
    integrate.call(this, transaction, offset)
  }
}
