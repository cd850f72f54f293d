// Written by scripts/font-metrics.mjs from the files of Atkinson Hyperlegible Next; not edited by hand.

/** The typeface’s vertical measures in ems, from the baseline. */
export const metrics = { ascent: 0.984, descent: 0.316, capHeight: 0.668 } as const

/** First and last code point of each run of the table. */
export const runs: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0xb4],
  [0xb6, 0x107],
  [0x10a, 0x113],
  [0x116, 0x11b],
  [0x11e, 0x123],
  [0x126, 0x127],
  [0x12a, 0x12b],
  [0x12e, 0x133],
  [0x136, 0x137],
  [0x139, 0x13e],
  [0x141, 0x148],
  [0x150, 0x155],
  [0x158, 0x15b],
  [0x15e, 0x165],
  [0x16a, 0x16b],
  [0x16e, 0x17e],
  [0x218, 0x21b],
  [0x1e80, 0x1e85],
  [0x1ef2, 0x1ef3],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
  [0x2260, 0x2260],
  [0x2264, 0x2265],
]

/** Advance widths in thousandths of an em, run after run, two base-36 digits each. */
export const packedWidths: Readonly<Record<400 | 600 | 700, string>> = {
  400: [
    '7s7y8di3ggpjkb4g8b8bdhgu5ua25uari0bbf8g0h2gcgme6h3gj5u5ufdhgfddclmheh1hxilftfcjajaawe8hjf1',
    'mwj9juggk4h2ggfij6ghnshbfzgv8tar9kfcac6relfqdhfoey8qfifa706tdo7anhfaf8fqfy9pd392f0ctj0ddch',
    'cs9k6l9kff7s7ydhgyg4fz6leoa8m6abfmgqm69w9sg3aman6re56o7d74akfmmomso3ciheheheheheheorhxftft',
    'ftftawawawawj5j9jujujujujuesjuj6j6j6j6fzggg6elelelelelelo2dheyeyeyey7070707efpfaf8f8f8f8f8',
    'guf8f0f0f0f0chfqchheelheelheelhxdhhxdhhxdhilhmj5fofteyfteyfteyfteyjafijafijafijafaaw70aw70',
    'aw70p4dthjdof17af17af18tfv88j9faj9faj9fajuf8rypoh29ph29pggd3ggd3ggd3fi92fi92j6f0j6f0j6f0j6',
    'f0nsj0fzchfzgvcsgvcsgvcsggd3fi92nsj0nsj0nsj0fzche0mw6k6k6kb3b3b3f1f1c6im9t9tigoaguhgg3g3',
  ].join(''),
  600: [
    '8f8aa2kagsqhk75f9090dhgm70a971bsi8byftggh9gqh5eph9g27171foh5foemloiehmi6izgdfmjrjfbjf6i6f8',
    'nkjqkhh5krhrgsggj3hgodiihfh399bs9kfxav7mf4gbdygaff9pg6fp7x73ew8do6fpfrgbgfa8dta0fje5k3eidv',
    'doaa6xaaf38f8adyhfgdhf6xf7bgm6aphagzm6afalgpb0b47med7p807ob0han9nfp4dzieieieieieieq7i6gdgd',
    'gdgdbjbjbjbjjjjqkhkhkhkhkhevkhj3j3j3j3hfh5gxf4f4f4f4f4f4oadyffffffff7x7x7x8bg5fpfrfrfrfrfr',
    'gmfrfjfjfjfjdvgbdvief4ief4ief4i6dyi6dyi6dyizisjjgagdffgdffgdffgdffjrg6jrg6jrg6jffpbj7xbj7x',
    'bj7xqof0i6ewf88df88df89qg298jqfpjqfpjqfpkhfrsapwhra8hra8gsdtgsdtgsdtgga0gga0j3fjj3fjj3fjj3',
    'fjodk3hfdvhfh3doh3doh3dogsdtgga0odk3odk3odk3hfdvdyn2777777cncncnfufvc6kramamiqplgmh5gbgb',
  ].join(''),
  700: [
    '8o8faul9gyqxk55u9b9bdhgj7jad7kc8ibc8g3gohcgvheexhcfv7k7kfth0ftf7lpiuhviaj4glfqjyjhbsfliffc',
    'nujxkqhhl0i2gygvj2hwomj1i2h69gc89kg6b480fcgke6gkfna5ghfv8c77ff8uoifvg0gkgnage4agfreqkkezeh',
    'e1al72alex8o8fe6hmghi272ffc0m6aui1h3m6anaygzb6bb80eh86897wb7i1ninoplemiuiuiuiuiuiuquiaglgl',
    'glglbsbsbsbsjojxkqkqkqkqkqewkqj2j2j2j2i2hhh9fcfcfcfcfcfcoee6fnfnfnfn8c8c8c8qgcfvg0g0g0g0g0',
    'gjg0frfrfrfrehgkehiufciufciufciae6iae6iae6j4jajogkglfnglfnglfnglfnjyghjyghjyghjhfvbs8cbs8c',
    'bs8crdfjiffffc8ufc8ufca5g69ojxfvjxfvjxfvkqg0sgq0i2agi2aggye4gye4gye4gvaggvagj2frj2frj2frj2',
    'fromkki2ehi2h6e1h6e1h6e1gye4gvagomkkomkkomkki2ehdxn47h7h7hdbdbdbg6g8c6loayayiuq6gjh0gfgf',
  ].join(''),
}
