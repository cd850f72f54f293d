import type { Words } from '../../../shared/words/words.ts'

/** Asking everyone, answering and revealing. */
export const rounds: Words['texts'] = {
  '(optional)': '(dewisol)',
  '1 means': 'Mae 1 yn golygu',
  '5 means': 'Mae 5 yn golygu',
  'A question to everyone: {question}': 'Cwestiwn i bawb: {question}',
  'About every relationship on the map': 'Am bob perthynas ar y map',
  'About the {n} assumptions that are not weighed yet':
    'Am y {n} tybiaeth sydd heb eu pwyso a mesur eto',
  'About the {n} objects you selected': 'Am y {n} gwrthrych a ddewisoch',
  'About the {n} relationships you selected': 'Am y {n} perthynas a ddewisoch',
  Across: 'Ar draws',
  'An answer for somebody without a device': 'Ateb ar ran rhywun heb ddyfais',
  'An organisation’s own figure shows only from {n} answers on.':
    'Dim ond o {n} ateb ymlaen y dangosir ffigur sefydliad ei hun.',
  'Answer for somebody': 'Ateb dros rywun',
  'At most {n} characters': '{n} nod ar y mwyaf',
  'Change your answer': 'Newid eich ateb',
  'Close the question': 'Cau’r cwestiwn',
  'Close this, select the objects on the map, and come back.':
    'Caewch hwn, dewiswch y gwrthrychau ar y map, a dewch yn ôl.',
  Completely: 'Yn llwyr',
  'Discard the question': 'Gollwng y cwestiwn',
  'Discard…': 'Gollwng…',
  'Dots for each person': 'Dotiau i bob person',
  'Each side is the mean of its answers from 1 (not at all) to 4 (a great deal); “don’t know” is left out.':
    'Cymedr atebion pob ochr o 1 (dim o gwbl) i 4 (llawer iawn); ni chaiff “ddim yn gwybod” ei gyfrif.',
  'Each side says how far it trusts the other':
    'Mae pob ochr yn dweud cymaint y mae’n ymddiried yn y llall',
  'Enter this answer': 'Cofnodi’r ateb hwn',
  'Erase every answer to this question?': 'Dileu pob ateb i’r cwestiwn hwn?',
  'Everyone places dots on what you selected': 'Mae pawb yn gosod dotiau ar yr hyn a ddewisoch',
  'Everyone places their organisation between two axes':
    'Mae pawb yn gosod eu sefydliad rhwng dwy echel',
  'Gap {gap}': 'Bwlch {gap}',
  'Give your answer': 'Rhoi eich ateb',
  'How far do you trust each other?': 'Cymaint yr ydych yn ymddiried yn eich gilydd?',
  'How far do you trust {organisation}?': 'Cymaint yr ydych yn ymddiried yn {organisation}?',
  'How many said what, and what more than half of them said, if there is such a thing.':
    'Faint ddywedodd beth, a’r hyn a ddywedodd dros hanner ohonynt, os oes y fath beth.',
  'How ready are we?': 'Pa mor barod ydym ni?',
  'Is it true?': 'A yw’n wir?',
  'It only tells two people apart, and is erased with the answer.':
    'Dim ond gwahaniaethu rhwng dau berson y mae, a chaiff ei ddileu gyda’r ateb.',
  'Keep it': 'Ei gadw',
  Little: 'Ychydig',
  'Make small': 'Gwneud yn fach',
  Much: 'Llawer',
  'No question has been revealed yet.': 'Nid oes cwestiwn wedi’i ddatgelu eto.',
  'One answer from 1 to 5': 'Un ateb o 1 i 5',
  'One short answer each': 'Un ateb byr yr un',
  'Place a dot on {name}': 'Rhoi dot ar {name}',
  'Press where you stand': 'Gwasgwch lle yr ydych yn sefyll',
  'Put the question': 'Gofyn y cwestiwn',
  Reveal: 'Datgelu',
  'Sealed and anonymous: results show no names.':
    'Dan sêl ac yn ddienw: nid yw’r canlyniadau’n dangos enwau.',
  'Sealed: nobody sees an answer before all are revealed together.':
    'Dan sêl: ni fydd neb yn gweld ateb cyn i bob un gael ei ddatgelu gyda’i gilydd.',
  'What your organisation answers is kept, with its notes, even when one person speaks for it. It may have to be disclosed under the Freedom of Information Act.':
    'Cedwir yr hyn y mae eich sefydliad yn ei ateb, gyda’i nodiadau, hyd yn oed pan fydd un person yn siarad drosto. Efallai y bydd rhaid ei ddatgelu dan y Ddeddf Rhyddid Gwybodaeth.',
  'Who answered what is erased when the results are shown. Figures, notes and words are kept, and may have to be disclosed under the Freedom of Information Act.':
    'Caiff pwy atebodd beth ei ddileu pan ddangosir y canlyniadau. Cedwir ffigurau, nodiadau a geiriau, ac efallai y bydd rhaid eu datgelu dan y Ddeddf Rhyddid Gwybodaeth.',
  'Take a dot from {name}': 'Cymryd dot oddi ar {name}',
  'Take it back': 'Ei gymryd yn ôl',
  'There is no relationship between two organisations yet. Draw one, then ask.':
    'Nid oes perthynas rhwng dau sefydliad eto. Tynnwch un, yna gofynnwch.',
  'The question': 'Y cwestiwn',
  'Their answer': 'Eu hateb',
  'It takes at least {n} answers to show anything without giving somebody away.':
    'Mae angen o leiaf {n} ateb i ddangos unrhyw beth heb ddatgelu rhywun.',
  'It takes at least {n} answers to show anything: revealing now shows nothing, and erases them.':
    'Mae angen o leiaf {n} ateb i ddangos unrhyw beth: ni fydd datgelu yn awr yn dangos dim, ac fe’u dilëir.',
  'The cards say so now.': 'Mae’r cardiau’n dweud hynny nawr.',
  'True, partly or false, for each card you selected, or for every assumption':
    'Gwir, yn rhannol neu’n anwir, ar gyfer pob cerdyn a ddewisoch, neu bob tybiaeth',
  Upwards: 'I fyny',
  'What do you hope for?': 'Am beth yr ydych yn gobeithio?',
  'What kind of question?': 'Pa fath o gwestiwn?',
  'What matters most?': 'Beth sydd bwysicaf?',
  'Where does your organisation stand?': 'Lle mae eich sefydliad yn sefyll?',
  'Why? About {organisation}': 'Pam? Am {organisation}',
  'Write it on the cards': 'Ei ysgrifennu ar y cardiau',
  'Your answer': 'Eich ateb',
  'Your answer is in. You can change it until the question is closed.':
    'Mae eich ateb i mewn. Gallwch ei newid nes i’r cwestiwn gael ei gau.',
  'Your organisation has no relationship in this question.':
    'Nid oes gan eich sefydliad berthynas yn y cwestiwn hwn.',
  'not placed yet': 'heb ei osod eto',
  withheld: 'wedi’i ddal yn ôl',
  '{across} across, {up} upwards; {n} points': '{across} ar draws, {up} i fyny; {n} pwynt',
  '{axis}: {end}': '{axis}: {end}',
  '{dimension} of {organisation}': '{dimension}: {organisation}',
  '{from} → {to}': '{from} → {to}',
  '{n} dots': '{n} dot',
  '{n} dots left': '{n} dot ar ôl',
  '{n} of 10': '{n} o 10',
  '{n} sides were not answered. ': 'Ni atebwyd {n} ochr. ',
  '{n} withheld: fewer than {least} answers. ': '{n} wedi’u dal yn ôl: llai na {least} ateb. ',
  '{true} true · {partly} partly · {false} false':
    '{true} gwir · {partly} yn rhannol · {false} anwir',
  '{across} {x}, {up} {y}, of 10': '{across} {x}, {up} {y}, o 10',
}
