import type { Words } from '../../../shared/words/words.ts'

/** Details of what is selected. */
export const inspector: Words['texts'] = {
  '1 not at all · 2 a small amount · 3 a fair amount · 4 a great deal · ? don’t know':
    '1 dim o gwbl · 2 ychydig bach · 3 cryn dipyn · 4 llawer iawn · ? ddim yn gwybod',
  'A side’s figure is the mean of the dimensions it answered. Trust % = (mean − 1) ÷ 3 × 100. Gap = the left side’s mean − the right side’s.':
    'Ffigur ochr yw cymedr y dimensiynau a atebodd. Ymddiriedaeth % = (cymedr − 1) ÷ 3 × 100. Bwlch = cymedr yr ochr chwith − cymedr yr ochr dde.',
  Add: 'Ychwanegu',
  'Choose…': 'Dewis…',
  Clear: 'Clirio',
  Details: 'Manylion',
  'Everyone on the board sees this.': 'Mae pawb ar y bwrdd yn gweld hwn.',
  'From the left': 'O’r chwith',
  'From the top': 'O’r brig',
  Height: 'Uchder',
  'How far each trusts the other': 'Cymaint y mae pob un yn ymddiried yn y llall',
  'How hard are you pressed?': 'Faint o bwysau sydd arnoch?',
  'In frame': 'Mewn ffrâm',
  'It can be read and set while you are connected.':
    'Gellir ei ddarllen a’i osod tra byddwch wedi’ch cysylltu.',
  'Neither side has given a figure yet, so there is no gap to show.':
    'Nid yw’r naill ochr na’r llall wedi rhoi ffigur eto, felly nid oes bwlch i’w ddangos.',
  No: 'Na',
  'No longer on the board': 'Ddim ar y bwrdd mwyach',
  'No note': 'Dim nodyn',
  'Nobody is asked to sign yet': 'Ni ofynnwyd i neb lofnodi eto',
  'Nothing written': 'Dim wedi’i ysgrifennu',
  'Nothing yet': 'Dim eto',
  'Only those who joined for your organisation see this. It is kept beside the board: in no export, no version and nobody else’s browser.':
    'Dim ond y rhai a ymunodd dros eich sefydliad sy’n gweld hwn. Fe’i cedwir wrth ochr y bwrdd: nid yw mewn unrhyw allforyn, unrhyw fersiwn nac ym mhorwr neb arall.',
  'Pressure gauge, as they show it': 'Mesurydd pwysau, fel y maent yn ei ddangos',
  'Pressure gauge, private': 'Mesurydd pwysau, preifat',
  'Pressure gauge, shown to everyone': 'Mesurydd pwysau, i bawb ei weld',
  'Show it to everyone on the board': 'Ei ddangos i bawb ar y bwrdd',
  Sign: 'Llofnodi',
  'Sign again': 'Llofnodi eto',
  'Size and place': 'Maint a lle',
  'Something newer': 'Rhywbeth mwy newydd',
  'Nothing was promised yet': 'Ni addawyd dim eto',
  'Take back': 'Cymryd yn ôl',
  'Take {name} off': 'Tynnu {name} i ffwrdd',
  'The relationship itself': 'Y berthynas ei hun',
  'Their side': 'Eu hochr hwy',
  'They do what they say they will.': 'Maent yn gwneud yr hyn y maent yn dweud y gwnânt.',
  'They tell us what we need to know.': 'Maent yn dweud wrthym yr hyn y mae angen i ni ei wybod.',
  'Was also': 'Bu hefyd yn',
  'They want the same for people here.': 'Maent eisiau’r un peth i bobl yma.',
  'This was made by a newer version of Rapport. It is kept as it is.':
    'Gwnaed hwn gan fersiwn mwy newydd o Rapport. Fe’i cedwir fel y mae.',
  'Total 100%': 'Cyfanswm 100%',
  'Total {sum}%: {left}% has no holder yet': 'Cyfanswm {sum}%: nid oes deiliad i {left}% eto',
  'Total {sum}%: {over}% too much': 'Cyfanswm {sum}%: {over}% yn ormod',
  Unnamed: 'Heb enw',
  'Unnamed frame': 'Ffrâm heb enw',
  'What do you do to survive that makes it harder for the others?':
    'Beth ydych chi’n ei wneud i oroesi sy’n ei gwneud yn anoddach i’r lleill?',
  'What each side says of it': 'Beth y mae pob ochr yn ei ddweud amdano',
  'Why, as {organisation} sees it': 'Pam, fel y mae {organisation} yn ei weld',
  'Why? What did you see?': 'Pam? Beth welsoch chi?',
  Width: 'Lled',
  'You can take that back. Files and versions made meanwhile keep it.':
    'Gallwch gymryd hynny yn ôl. Bydd ffeiliau a fersiynau a wneir yn y cyfamser yn ei gadw.',
  'Your side': 'Eich ochr chi',
  'a fair amount': 'cryn dipyn',
  'a great deal': 'llawer iawn',
  'a small amount': 'ychydig bach',
  'not at all': 'dim o gwbl',
  'not set': 'heb ei osod',
  'not signed': 'heb ei lofnodi',
  'signed {day}': 'llofnodwyd {day}',
  '{day}, changed since': '{day}, wedi newid ers hynny',
  'signed {day}, changed since': 'llofnodwyd {day}, wedi newid ers hynny',
  '{a} trusts {b} {av}, and is trusted just as much in return: no gap.':
    'Mae {a} yn ymddiried {av} yn {b}, ac mae cymaint o ymddiriedaeth yn ôl: dim bwlch.',
  '{a} trusts {b} {av}; {b} trusts {a} {bv}. The gap is {gap}: {a} gets more trust than it gives.':
    'Mae {a} yn ymddiried {av} yn {b}; mae {b} yn ymddiried {bv} yn {a}. Y bwlch yw {gap}: mae {a} yn cael mwy o ymddiriedaeth nag y mae’n ei rhoi.',
  '{a} trusts {b} {av}; {b} trusts {a} {bv}. The gap is {gap}: {a} gives more trust than it gets.':
    'Mae {a} yn ymddiried {av} yn {b}; mae {b} yn ymddiried {bv} yn {a}. Y bwlch yw {gap}: mae {a} yn rhoi mwy o ymddiriedaeth nag y mae’n ei chael.',
  '{dimension}, as {organisation} sees it': '{dimension}, fel y mae {organisation} yn ei weld',
  '{mean} of 4 ({percent}%)': '{mean} o 4 ({percent}%)',
  '{name} has not given a figure yet, so there is no gap to show.':
    'Nid yw {name} wedi rhoi ffigur eto, felly nid oes bwlch i’w ddangos.',
  '{name}, per cent': '{name}, y cant',
  '{n} selected': '{n} wedi’u dewis',
  'What was signed': 'Yr hyn a lofnodwyd',
  'What is selected': 'Yr hyn sydd wedi’i ddewis',
}
