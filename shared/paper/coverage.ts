// Written by scripts/font-metrics.mjs from the files of the typefaces; not edited by hand.

/** Which code points each typeface beside the first has: by turns how many are skipped and how many follow, base 36. */
export const packedCoverage = {
  sans: [
    '4g k8 2 6 4 7 1 1 1 k 1 1r e 8w r4 3k 1h7 1 1x0 h 4 1 1 8 c1 9 3b 6y 1 7v 2 6 2 12 2 6 2',
    '8 1 1 1 1 1 1 1 v 2 1h 1 f 1 e 2 6 1 j 2 3 1 9 1 2t 1 c 2 r 1 d 3 x 1b 1 f 2o z 2 4 1 3s',
    '1 qh 1 1ar w 9s 3i noi 2o 2o 5n 5 2 1 1 1 5 o e 73 1 1a 1 e9 1o fpw 7 l5 1 v g 5r 1 70 2',
  ].join(' '),
  hebrew: [
    '13l 1j 8 r 4 6 4uj 6 o 1 2b 2 7s 5 2 2 3 3 1 3 3 1 3 1 i 2 33 1 1 1 39 1 6n 1 qh 1 164w',
    'q 1 5 1 1 1 2 1 2 1 a',
  ].join(' '),
  arabic: [
    '16o 74 28 1c 6o v 1 2 6 2w 48w 6 o 1 2b 2 7p 1 1 7 1 2 3 3 1 3 3 1 3 1 8 1 9 2 k 1 2k 1',
    '39 1 6n 1 7 1 q9 1 1o4 1 14i6 37 g cd 2 1i 7 1 w g 34 5 1 3r',
  ].join(' '),
  emoji: [
    '6d8 1 c 1 49 1 1q 1 m 1 2i 6 f 2 a7 2 c 1 4m 1 p b 4 3 5j 1 6f 2 a 1 9 1 1m 4 1 5 9 1 2',
    '1 2 2 2 1 4 1 2 1 1 2 2 1 3 1 3 2 8 3 5 1 1 1 5 c b 2 2 1 1 2 1 1 i 1 2 2 i 6 1 1 1 2 3',
    '2 5 1 2 2 4 2 b 2 5 2 2 1 5 2 1 1 1 2 k 2 5 6 1 4 2 1 4 1 2 1 2 6 1 1 2 1 1 1 1 1 6 1 3',
    '1 6 1 a 2 f 1 2 1 4 1 1 1 4 3 1 1 b 2 1c 3 9 1 e 1 e 1 ac 2 cv 3 j 2 1f 1 4 1 yi 1 c 1',
    'gp 1 1 1 146s 2 1bsk 1 5m 1 4g 2 c 2 e 1 2 a 23 q 1 2 n 1 k 1 2 9 l 2 4u y 2 34 2 2 1 3',
    '2 2b 2 3 1 7b 1 1r b 6 1 o 7 2 2 8 c 1 2 4 2 1 4 2 d 2 2 1 8 2 9 1 5 3 c 3 8 3 2 1 1 1 4',
    '1 6 1 3 1 6 2e 1c 1y 5 8 2 5 2 a 3 1 1 2 3 1 2 a 6b c 4 1 7v 1b 1 a 1 55 34 d 3 1z 1 1 3',
    'i 1 d 3 c',
  ].join(' '),
} as const
