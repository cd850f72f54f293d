import * as Y from 'yjs'
import { contentOf, equal, sameContent } from './content.ts'
import type { MemoryDisk } from './memory-disk.ts'
import type { Person } from './person.ts'
import { BOARD } from './setting.ts'

/** The board's document as it is on disk. */
async function storedOn(disk: MemoryDisk): Promise<Y.Doc> {
  const { snapshot, updates } = await disk.open().load(BOARD)
  const doc = new Y.Doc()
  for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, update)
  return doc
}

/** Throws when two people don't see the same. */
export function expectSame(one: Person, other: Person): void {
  sameContent(contentOf(one.doc), contentOf(other.doc), `${one.name}’s and ${other.name}’s`)
}

/** Throws when the disk doesn't hold what `person` sees. */
export async function expectStored(disk: MemoryDisk, person: Person): Promise<void> {
  const expected = contentOf(person.doc)
  sameContent(contentOf(await storedOn(disk)), expected, `the stored document and ${person.name}’s`)
}

/** Throws unless everything that anyone was told is saved is on disk. */
export async function expectConfirmed(
  disk: MemoryDisk,
  people: readonly Person[],
  when: string,
): Promise<void> {
  const doc = await storedOn(disk)
  const before = Y.snapshot(doc)
  for (const { name, edits, confirmed } of people) {
    if (confirmed === 0) continue
    Y.applyUpdate(doc, Y.mergeUpdates(edits.slice(0, confirmed)))
    const { pendingDs, pendingStructs } = doc.store
    if (Y.equalSnapshots(before, Y.snapshot(doc)) && !pendingDs && !pendingStructs) continue
    throw new Error(`${when}: something of ${name}’s that was called saved is not on disk.`)
  }
}

/** Throws unless all of `honest` have the same, nothing unsaved, and know that the disk works and who is there. */
export async function expectSettled(disk: MemoryDisk, honest: readonly Person[]): Promise<void> {
  const [first] = honest
  if (!first) return
  for (const person of honest) {
    const { name, doc, saved, ended, session } = person
    expectSame(person, first)
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error(`${name} lacks something.`)
    equal(saved.count, 0, `${name}’s unsaved changes`)
    equal(ended, [], `endings of ${name}’s connections`)
    equal(session?.storage, 'ok', `what ${name} is told of the disk`)
    const online = session?.participants.filter((one) => one.online).map((one) => one.name)
    for (const other of honest) {
      if (!online?.includes(other.name)) throw new Error(`${name} doesn’t know of ${other.name}.`)
    }
  }
  await expectStored(disk, first)
  const { claims } = await disk.open().load(BOARD)
  if (claims.some(({ participant }) => participant === 'p-vic')) {
    throw new Error('An observer owns content.')
  }
}
