/** Upper bounds that the client keeps to and the server enforces; lengths in characters, sizes in bytes. */
export const limits = {
  name: 80,
  title: 120,
  purpose: 400,
  organisationName: 80,
  organisations: 200,
  line: 500,
  text: 20_000,
  importBytes: 20_000_000,
  /** of the images in a board's file, written as text, beyond the rest of it */
  importImageBytes: 45_000_000,
  /** pixels of a picture, and its longest side */
  imagePixels: 40_000_000,
  imageSide: 16_384,
  presenceBytes: 8_000,
} as const
