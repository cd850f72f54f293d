import type { Words } from '../../../shared/words/words.ts'

/** Versions and what changed between two. */
export const versions: Words['texts'] = {
  'A figure is the mean of the dimensions that a side answered, 1 to 4. Gap: what the first says minus what the second says.':
    'Ffigur yw cymedr y dimensiynau a atebodd ochr, 1 i 4. Bwlch: yr hyn a ddywed y cyntaf llai’r hyn a ddywed yr ail.',
  'A name, such as After the first workshop': 'Enw, megis Ar ôl y gweithdy cyntaf',
  'About the board': 'Am y bwrdd',
  'All versions': 'Pob fersiwn',
  'Comments: {added} new, {removed} gone.': 'Sylwadau: {added} newydd, {removed} wedi mynd.',
  Compare: 'Cymharu',
  'Compare “{version}”': 'Cymharu “{version}”',
  'Comparing…': 'Yn cymharu…',
  'Delete “{version}”?': 'Dileu “{version}”?',
  'Delete…': 'Dileu…',
  'Fetching the versions…': 'Yn nôl y fersiynau…',
  'Gap between the two': 'Bwlch rhwng y ddau',
  'Give the version a name first.': 'Rhowch enw i’r fersiwn yn gyntaf.',
  'How far each side trusts the other, 1 to 4, then and now':
    'Cymaint y mae pob ochr yn ymddiried yn y llall, 1 i 4, bryd hynny ac yn awr',
  'Import it into a new board to open it': 'Mewnforiwch ef i fwrdd newydd i’w agor',
  'It is deleted for good, with everything that was on the board then and is not now.':
    'Caiff ei ddileu am byth, gyda phopeth a oedd ar y bwrdd bryd hynny ac nad yw yno yn awr.',
  'More about “{version}”': 'Rhagor am “{version}”',
  Moved: 'Symudwyd',
  'No version yet. A facilitator saves one; one is also kept when a stage ends.':
    'Nid oes fersiwn eto. Mae hwylusydd yn cadw un; cedwir un hefyd pan ddaw cam i ben.',
  'No version yet. Save one now, and see later what has changed. One is also kept by itself when a stage ends.':
    'Nid oes fersiwn eto. Cadwch un yn awr, a gweld wedyn beth sydd wedi newid. Cedwir un ohono’i hun hefyd pan ddaw cam i ben.',
  'Nothing is different between the two.': 'Nid oes dim yn wahanol rhwng y ddau.',
  Restore: 'Adfer',
  'Restore “{version}”?': 'Adfer “{version}”?',
  'Restore…': 'Adfer…',
  Save: 'Cadw',
  'Save as a Rapport file': 'Cadw fel ffeil Rapport',
  'Save the board as it is now': 'Cadw’r bwrdd fel y mae yn awr',
  'Saved as “{version}”.': 'Wedi’i gadw fel “{version}”.',
  'The board becomes what it was on {date}, for everyone at once.':
    'Daw’r bwrdd yr hyn ydoedd ar {date}, i bawb ar unwaith.',
  'The board itself stays as it is.': 'Mae’r bwrdd ei hun yn aros fel y mae.',
  'The board now': 'Y bwrdd yn awr',
  'The board was brought back to “{version}” of {date}. What was there before is kept under Versions.':
    'Daethpwyd â’r bwrdd yn ôl i “{version}” o {date}. Cedwir yr hyn a oedd yno o’r blaen dan Fersiynau.',
  'Then and now': 'Bryd hynny ac yn awr',
  'Trust on two days': 'Ymddiriedaeth ar ddau ddiwrnod',
  'Two versions': 'Dwy fersiwn',
  'What changed': 'Beth a newidiodd',
  'What is on it now is kept as a version first, so nothing is lost.':
    'Cedwir yr hyn sydd arno yn awr fel fersiwn yn gyntaf, felly ni chollir dim.',
  'Who says it about whom': 'Pwy sy’n ei ddweud am bwy',
  fallen: 'wedi gostwng',
  gone: 'wedi mynd',
  'kept by itself': 'wedi’i gadw ohono’i hun',
  new: 'newydd',
  'no answer': 'dim ateb',
  raised: 'wedi codi',
  'the same': 'yr un peth',
  'trust differs on {n} ties': 'mae ymddiriedaeth yn wahanol ar {n} cyswllt',
  '{a} about {b}': '{a} am {b}',
  '{field}, says {name}': '{field}, medd {name}',
  '{n} added': '{n} wedi’u hychwanegu',
  '{n} changed': '{n} wedi’u newid',
  '{n} only moved': '{n} wedi’u symud yn unig',
  '{n} removed': '{n} wedi’u tynnu',
  '{who} brought the board back to “{version}” of {date}. What was there before is kept under Versions.':
    'Daeth {who} â’r bwrdd yn ôl i “{version}” o {date}. Cedwir yr hyn a oedd yno o’r blaen dan Fersiynau.',
}
