/** What a format's reader found: the picture's size in pixels and the parts of the file that make the picture, without anything said about it. */
export interface FoundImage {
  width: number
  height: number
  parts: readonly Uint8Array[]
  /** the file holds the picture turned or mirrored, and says so only in what is left out */
  turned?: true
  /** it is a film of several pictures that can't be told apart here */
  moves?: true
}

/** Big-endian and little-endian numbers of a file, and its letters; undefined beyond its end. */
export class Bytes {
  readonly all: Uint8Array
  readonly #view: DataView

  constructor(all: Uint8Array) {
    this.all = all
    this.#view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  }

  get length(): number {
    return this.all.length
  }

  /** One byte; -1 beyond the end. */
  u8(at: number): number {
    return this.all[at] ?? -1
  }

  /** Two bytes, -1 beyond the end. */
  u16(at: number, little = false): number {
    return at + 2 <= this.length ? this.#view.getUint16(at, little) : -1
  }

  /** Four bytes, -1 beyond the end. */
  u32(at: number, little = false): number {
    return at + 4 <= this.length ? this.#view.getUint32(at, little) : -1
  }

  /** `length` bytes as Latin letters, fewer at the end. */
  letters(at: number, length: number): string {
    return String.fromCharCode(...this.all.subarray(at, at + length))
  }

  part(from: number, to: number): Uint8Array {
    return this.all.subarray(from, to)
  }
}
