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

// Yjs' own, whatever it is replaced by.
const { integrate } = Y.Item.prototype

/** Where a right neighbour stands that has no left one, Yjs looks for nobody whom an item may have come beside. */
const nobody = { left: null } as Y.Item

/**
 * Puts an item that has a parent in its place there, as Yjs does, where none stands: the first value of a key, or the first item
 * of a list. Faster than `integrate`, which prepares for rivals and here for misplaced items.
 */
export function integrateFirst(item: Y.Item, transaction: Y.Transaction): void {
  item.right = nobody
  integrate.call(item, transaction, 0)
}

/**
 * Puts an item that is being made here right behind its left neighbour. Undo and redo of Yjs name two neighbours between which
 * others have written meanwhile, and where such an item ends up depends on the order in which changes come.
 */
function settle(item: Y.Item): void {
  const { left, parent } = item
  if (item.parentSub !== null || !(parent instanceof Y.AbstractType)) return
  const next = left ? left.right : parent._start
  if (next === item.right) return
  item.right = next
  item.rightOrigin = next && next.id
}

let isKept = false

/**
 * From now on Yjs drops items that no honest program writes: those between two others that don't follow each other. Where
 * such an item ends up depends on the order in which changes come, so that people's documents would differ for good; that
 * it is one, doesn't. All who hold the document must do the same. What is undone and redone here stands between neighbours. A
 * second call does nothing.
 */
export function keepOrder(): void {
  if (isKept) return
  isKept = true
  Y.Item.prototype.integrate = function integrateInOrder(transaction, offset) {
    // What others made may come in a transaction of one's own: as it reads a copy, for one.
    if (transaction.local && this.id.client === transaction.doc.clientID) settle(this)
    // Without a parent Yjs keeps an item's clocks alone.
    if (this.parent && isMisplaced(this)) this.parent = null
    integrate.call(this, transaction, offset)
  }
}
