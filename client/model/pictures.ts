import type { Result } from '../../shared/result.ts'

/** A picture that the server has taken: its id there and its size in pixels. */
export interface KeptPicture {
  id: string
  width: number
  height: number
}

/** The pictures of the open board, kept by the server and fetched when they are first shown. */
export interface Pictures {
  /** id of the board whose pictures they are */
  readonly board: string
  /** Fetches the code that the rest needs; rejects where it can't be had now. */
  prepare(): Promise<unknown>
  /** The picture, sharp enough to be painted `width` device pixels wide or soon to be; undefined until it is here, and when it can't be had. */
  get(id: string, width: number): CanvasImageSource | undefined
  /** Calls `listener` when pictures have come that were asked for; returns how to stop. */
  subscribe(listener: () => void): () => void
  /** The file of a picture, from this window or the server; undefined when it can't be had now. */
  file(id: string): Promise<Blob | undefined>
  /** Gives the server a picture's file to keep; the error is a sentence for people. */
  keep(file: Blob): Promise<Result<KeptPicture, string>>
  /** Has the server keep a picture that another board has; false where this browser can't get at it. */
  bring(id: string, from: string): Promise<boolean>
}
