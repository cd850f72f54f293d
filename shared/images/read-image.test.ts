import { expect, test } from 'vitest'
import { cameraJpeg, greyPng, join, pngChunk, samples } from './fixtures/samples.ts'
import { lookAt, readImage } from './read-image.ts'

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

function read(bytes: Uint8Array) {
  const image = readImage(bytes)
  if (!image.ok) throw new Error(image.error)
  return image.value
}

test.each([
  ['png', 'image/png', 12, 8],
  ['jpeg', 'image/jpeg', 12, 8],
  ['webp', 'image/webp', 12, 8],
  ['clearWebp', 'image/webp', 12, 8],
  ['gif', 'image/gif', 1, 1],
] as const)('a %s is known by its bytes, with its size', (name, type, width, height) => {
  const image = read(samples[name])
  expect(image).toMatchObject({ type, width, height })
  // What was kept is a whole picture of its kind again.
  expect(read(image.bytes)).toEqual(image)
})

test('what a camera or a program says beside the picture is not kept', () => {
  const jpeg = cameraJpeg(1)
  expect(latin(jpeg)).toContain('GPS')
  expect(latin(read(jpeg).bytes)).not.toContain('GPS')
  expect(read(jpeg)).toEqual(read(samples.jpeg))

  const words = pngChunk('tEXt', join('Author\0Amara'))
  const place = pngChunk('eXIf', join('GPS 51.5N'))
  const png = join(greyPng(30, 20, [words, place]), 'trailing GPS')
  expect(latin(read(png).bytes)).toBe(latin(greyPng(30, 20)))

  const webp = samples.webp
  const exif = join('EXIF', [8, 0, 0, 0], 'GPS 51.5')
  const tagged = join(
    webp.subarray(0, 4),
    [(webp.length + 8) & 0xff, (webp.length + 8) >> 8, 0, 0],
    webp.subarray(8),
    exif,
  )
  expect(latin(read(tagged).bytes)).not.toContain('GPS')
  expect(read(tagged)).toEqual(read(webp))

  const said = join(
    samples.gif.subarray(0, 19),
    [0x21, 0xfe, 3],
    'GPS',
    [0],
    samples.gif.subarray(19),
  )
  expect(read(said)).toEqual(read(samples.gif))
})

test('a picture that only its metadata sets upright is told apart', () => {
  expect(readImage(cameraJpeg(6))).toEqual({ ok: false, error: 'turned' })
  // Who decodes it can still know its size.
  expect(lookAt(cameraJpeg(6))).toMatchObject({ ok: true, value: { width: 12, height: 8 } })
})

test('the size is that of the header, however large: nothing is decoded', () => {
  expect(lookAt(greyPng(10_000, 10_000))).toMatchObject({
    value: { width: 10_000, height: 10_000 },
  })
})

test.each([
  [
    'an SVG drawing',
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    'drawing',
  ],
  ['an SVG drawing in UTF-16', '\xff\xfe<\0s\0v\0g\0>\0', 'drawing'],
  ['a page', '<!doctype html><p>hello', 'unknown'],
  ['nothing', '', 'unknown'],
  ['a TIFF', 'II*\0\x08\0\0\0', 'unknown'],
  ['a PNG that ends at once', '\x89PNG\r\n\x1a\n', 'broken'],
  ['a GIF that ends at once', 'GIF89a', 'broken'],
  ['a WebP that ends at once', 'RIFF\0\0\0\0WEBP', 'broken'],
  ['a JPEG that ends at once', '\xff\xd8\xff', 'broken'],
])('%s is no picture', (_name, text, error) => {
  expect(readImage(join(text))).toEqual({ ok: false, error })
})

const pictures = { ...samples, camera: cameraJpeg(3), grey: greyPng(9, 9) }

test.each(Object.entries(pictures))(
  'cut anywhere, a %s is refused or read as another whole picture',
  (_name, bytes) => {
    const cuts = Array.from({ length: bytes.length }, (_, length) =>
      readImage(bytes.subarray(0, length)),
    )
    const taken = cuts.flatMap((cut) => (cut.ok ? [cut.value] : []))
    expect(taken.map((image) => readImage(image.bytes))).toEqual(
      taken.map((value) => ({ ok: true, value })),
    )
  },
)

test.each(Object.entries(pictures))(
  'changed anywhere, a %s is refused or read, and nothing is added to it',
  (_name, bytes) => {
    const lengths = [...bytes.keys()].flatMap((at) =>
      [0, 1, 0x7f, 0xff].map((value) => {
        const image = readImage(bytes.with(at, value))
        return image.ok ? image.value.bytes.length : 0
      }),
    )
    expect(Math.max(...lengths)).toBeLessThanOrEqual(bytes.length + 2)
  },
)
