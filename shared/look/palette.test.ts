import { describe, expect, test } from 'vitest'
import { colour, noteTokens, organisationTokens, themes, tokens, type Token } from './palette.ts'

const linear = (hex: string): [number, number, number] => {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const luminance = (hex: string): number => {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

const trust = ['trust1', 'trust2', 'trust3', 'trust4'] as const
const contact = ['contact1', 'contact2', 'contact3', 'contact4'] as const
const grounds = ['paper', 'surface', 'raised'] as const

const pairs = (fronts: readonly Token[], backs: readonly Token[]): [Token, Token][] =>
  fronts.flatMap((front) => backs.map((back): [Token, Token] => [front, back]))

/** Every pair in which one is read on the other. */
const text = [
  ...pairs(['ink', 'quiet', 'accent', 'attention', 'danger'], grounds),
  ...pairs(['ink', 'accent', 'quiet'], ['accentSoft']),
  ...pairs(['ink', 'attention'], ['attentionSoft']),
  ...pairs(['ink', 'danger'], ['dangerSoft']),
  ...pairs(['onAccent'], ['accent']),
  ...pairs(['onAttention'], ['attention']),
  ...pairs(['onTrust'], [...trust, ...contact]),
  ...pairs(['onOrganisation'], organisationTokens),
  ...pairs(['trustUnknown'], ['raised']),
]

/** Every pair in which a line or a shape must be seen against its ground. */
const graphics = [
  ...pairs([...trust, ...contact, 'trustUnknown', 'trustNone'], ['paper', 'surface']),
  ...pairs(organisationTokens, grounds),
  ...pairs(['focus', 'selection'], grounds),
]

describe.each(themes)('the %s theme', (theme) => {
  const tooClose = (list: readonly [Token, Token][], least: number): string[] =>
    list
      .map(([a, b]) => [a, b, contrast(colour(a, theme), colour(b, theme))] as const)
      .filter(([, , ratio]) => ratio < least)
      .map(([a, b, ratio]) => `${a} on ${b}: ${ratio.toFixed(2)}`)

  test('gives every token a colour', () => {
    for (const token of tokens) expect(colour(token, theme)).toMatch(/^#[\da-f]{6}$/)
  })

  test('has a shadow as dark as its lines in high contrast alone, which tells a painter to paint an edge', () => {
    expect(colour('shadow', theme) === colour('line', theme)).toBe(theme === 'contrast')
  })

  test('has text at 4.5 : 1', () => {
    expect(tooClose(text, 4.5)).toEqual([])
  })

  test('has graphics at 3 : 1', () => {
    expect(tooClose(graphics, 3)).toEqual([])
  })

  test('has ink on notes at 7 : 1', () => {
    expect(tooClose(pairs(['noteInk'], noteTokens), 7)).toEqual([])
  })

  test('keeps the four steps of trust apart in greyscale', () => {
    const greys = trust.map((token) => colour(token, theme))
    const ratios = greys.flatMap((a, i) => greys.slice(i + 1).map((b) => contrast(a, b)))
    expect(Math.min(...ratios)).toBeGreaterThan(1.2)
  })

  test('makes contact stronger from step to step', () => {
    const ratios = contact.map((token) => contrast(colour(token, theme), colour('paper', theme)))
    expect(ratios).toEqual(ratios.toSorted((a, b) => a - b))
    for (let i = 1; i < 4; i++) expect(ratios[i]! / ratios[i - 1]!).toBeGreaterThan(1.15)
  })

  test('keeps the twelve organisation colours apart for every eye', () => {
    // Machado, Oliveira and Fernandes (2009): full protanopia, deuteranopia, tritanopia on linear RGB.
    const eyes = [
      [1, 0, 0, 0, 1, 0, 0, 0, 1],
      [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
      [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
      [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
    ]
    const nearest = eyes.map((eye) => {
      const seen = organisationTokens.map((token) => {
        const rgb = linear(colour(token, theme))
        return oklab([0, 3, 6].map((row) => rgb.reduce((s, c, i) => s + c * eye[row + i]!, 0)))
      })
      return Math.min(
        ...seen.flatMap((a, i) =>
          seen.slice(i + 1).map((b) => Math.hypot(...a.map((v, axis) => v - b[axis]!))),
        ),
      )
    })
    // Twelve can't be far apart; initials stand beside every one of them.
    expect(Math.min(...nearest)).toBeGreaterThan(theme === 'light' ? 0.05 : 0.02)
  })
})

/** Björn Ottosson's OKLab of linear RGB, in which distances are about as large as they look. */
function oklab(rgb: readonly number[]): number[] {
  const [r = 0, g = 0, b = 0] = rgb.map((c) => Math.max(0, c))
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
