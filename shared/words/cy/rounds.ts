import type { Words } from '../words.ts'

/** Questions to everyone, and what they came to. */
export const rounds: Words['texts'] = {
  'A few words': 'Ychydig eiriau',
  Anonymous: 'Dienw',
  Answer: 'Ateb',
  Answers: 'Atebion',
  'Dot vote': 'Pleidlais ddotiau',
  Dots: 'Dotiau',
  'Dots, the most first': 'Dotiau, y mwyaf yn gyntaf',
  'High on both: {names}.': 'Uchel ar y ddau: {names}.',
  '{n} answers of {all} are past the middle on both.':
    'Mae {n} ateb o {all} y tu hwnt i’r canol ar y ddau.',
  'How many gave which answer': 'Faint roddodd ba ateb',
  'How many said what': 'Faint ddywedodd beth',
  Mean: 'Cymedr',
  'Mean {mean}, from {low} to {high}': 'Cymedr {mean}, o {low} i {high}',
  'An organisation that is gone': 'Sefydliad sydd wedi mynd',
  'No organisation': 'Dim sefydliad',
  'Nobody answered.': 'Atebodd neb.',
  Partly: 'Yn rhannol',
  'Questions to everyone': 'Cwestiynau i bawb',
  Scale: 'Graddfa',
  'Too few people answered to show anything without giving somebody away: at least {n} are needed.':
    'Atebodd rhy ychydig o bobl i ddangos dim heb ddatgelu rhywun: mae angen o leiaf {n}.',
  'True or false': 'Gwir neu anwir',
  'Two axes': 'Dwy echel',
  'What each organisation answered': 'Beth atebodd pob sefydliad',
  'Where each organisation stands, of 10': 'Lle mae pob sefydliad yn sefyll, o 10',
  'withheld: too few answers': 'wedi’i ddal yn ôl: rhy ychydig o atebion',
  '{across}: from {left} to {right} of 10. {up}: from {low} to {high} of 10.':
    '{across}: o {left} i {right} o 10. {up}: o {low} i {high} o 10.',
  '{n} answers': '{n} ateb',
  '{n} entered by a facilitator': '{n} wedi’u cofnodi gan hwylusydd',
}
