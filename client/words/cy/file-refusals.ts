import type { Words } from '../../../shared/words/words.ts'

/** What the server says of a file that it can't take, or can't take whole. */
export const fileRefusals: Words['texts'] = {
  '“{field}” of “{name}” totals {n}%, not 100%.':
    'Cyfanswm “{field}” ar gyfer “{name}” yw {n}%, nid 100%.',
  '{kind}: an end is not in the file, so it is kept and not shown.':
    '{kind}: nid yw un pen yn y ffeil, felly fe’i cedwir heb ei ddangos.',
  '{kind}: both ends are the same, so it is kept and not shown.':
    '{kind}: yr un peth yw’r ddau ben, felly fe’i cedwir heb ei ddangos.',
  'An answer is dated {day}, which is in the future.':
    'Mae’r dyddiad {day} ar ateb, ac mae hwnnw yn y dyfodol.',
  '“{text}” is not a number from {low} to {high}.': 'Nid yw “{text}” yn rhif o {low} i {high}.',
  '“{text}” is not a whole number from {low} to {high}.':
    'Nid yw “{text}” yn rhif cyfan o {low} i {high}.',
  '“{text}” isn’t known as “{meaning}” and is left out.':
    'Nid yw “{text}” yn hysbys fel “{meaning}”, ac fe’i gadewir allan.',
  '“{text}” is not a day as 2026-03-04.': 'Nid yw “{text}” yn ddiwrnod ar ffurf 2026-03-04.',
  'The text is longer than {n} characters.': 'Mae’r testun yn hwy na {n} nod.',
  '{day} is in the future.': 'Mae {day} yn y dyfodol.',
  '“{name}” is no part of the map and is left out.':
    'Nid yw “{name}” yn rhan o’r map, ac fe’i gadewir allan.',
  'A quotation mark is opened here and never closed.': 'Agorir dyfynnod yma ond ni chaiff ei gau.',
  'A row is longer than {n} characters; is a quotation mark missing?':
    'Mae rhes yn hwy na {n} nod; a oes dyfynnod ar goll?',
  'The node “{id}” stands twice.': 'Mae’r nod “{id}” yno ddwywaith.',
  'The file has more than {n} nodes; a board holds {n} organisations at most.':
    'Mae mwy na {n} nod yn y ffeil; mae bwrdd yn dal {n} sefydliad ar y mwyaf.',
  'The file has more than {n} edges.': 'Mae mwy na {n} ymyl yn y ffeil.',
  'There are more than {n} attributes.': 'Mae mwy na {n} priodoledd.',
  'There is no node “{id}”.': 'Nid oes nod “{id}”.',
  'The file is larger than {n} MB.': 'Mae’r ffeil yn fwy na {n} MB.',
  'And {n} more of this kind.': 'Mae {n} arall o’r math hwn.',
  'a row above': 'rhes uwchlaw',
  '“{name}” looks like a formula and is kept as text.':
    'Mae “{name}” yn edrych fel fformiwla, ac fe’i cedwir fel testun.',
  'This pair stands in {place} already; the row is left out.':
    'Mae’r pâr hwn yno eisoes ({place}); gadewir y rhes allan.',
  'This pair stands in {place} already, with another rating.':
    'Mae’r pâr hwn yno eisoes ({place}), gyda sgôr arall.',
  'The file names {n} organisations; a board holds {most} at most.':
    'Mae’r ffeil yn enwi {n} sefydliad; mae bwrdd yn dal {most} ar y mwyaf.',
  'The name is longer than {n} characters.': 'Mae’r enw yn hwy na {n} nod.',
  'The board has {before} organisations and the file adds {n}; a board holds {most} at most.':
    'Mae gan y bwrdd {before} sefydliad ac mae’r ffeil yn ychwanegu {n}; mae bwrdd yn dal {most} ar y mwyaf.',
  '{pair}: the answer on the board is kept.': '{pair}: cedwir yr ateb sydd ar y bwrdd.',
  'There are several ratings: {names}. Keep one of them.':
    'Mae sawl sgôr: {names}. Cadwch un ohonynt.',
  'It isn’t clear what {names} measures: say trust, contact or level, or name the column so.':
    'Nid yw’n glir beth mae {names} yn ei fesur: dywedwch ai ymddiriedaeth, cyswllt neu lefel ydyw, neu enwch y golofn felly.',
  '{kind}: this has no place on the map.': '{kind}: nid oes lle i hyn ar y map.',
  'The id “{id}” stands twice.': 'Mae’r dynodwr “{id}” yno ddwywaith.',
  'There is no element “{name}”.': 'Nid oes elfen “{name}”.',
  '“{name}” is not in the list of organisations.': 'Nid yw “{name}” yn y rhestr o sefydliadau.',
  '“{name}” stands there already; both rows are one organisation.':
    'Mae “{name}” yno eisoes; un sefydliad yw’r ddwy res.',
  '“{name}” has private sponsorship, so its sector is private: change it if it is a charity.':
    'Mae gan “{name}” nawdd preifat, felly preifat yw ei sector: newidiwch hyn os elusen ydyw.',
  'There is no column “{column}”.': 'Nid oes colofn “{column}”.',
  'The column “{column}” is missing.': 'Mae’r golofn “{column}” ar goll.',
  'There are {n} columns; {most} at most are read.': 'Mae {n} colofn; darllenir {most} ar y mwyaf.',
  'There are more than {n} rows.': 'Mae mwy na {n} rhes.',
  'The sheet has more than {n} columns.': 'Mae gan y ddalen fwy na {n} colofn.',
  'This is not text in {encoding}.': 'Nid testun mewn {encoding} yw hwn.',
  '“{encoding}” is not an encoding.': 'Nid yw “{encoding}” yn amgodiad.',
  'This is not valid XML: {what}': 'Nid XML dilys yw hwn: {what}',
  'An element has more than {n} attributes.': 'Mae gan elfen fwy na {n} priodoledd.',
  'Elements are nested more than {n} deep.': 'Mae elfennau wedi’u nythu’n ddyfnach na {n} lefel.',
  'There are more than {n} files in it.': 'Mae mwy na {n} ffeil ynddi.',
  'Unpacked, the file is larger than {n} MB.': 'Wedi’i dadbacio, mae’r ffeil yn fwy na {n} MB.',
  'At most {n} files make one import.': 'Gellir mewnforio {n} ffeil ar y mwyaf ar y tro.',
  'An object was expected here.': 'Disgwylid gwrthrych yma.',
  'A list was expected here.': 'Disgwylid rhestr yma.',
  '“{mark}” can’t be read here.': 'Ni ellir darllen “{mark}” yma.',
  'The file is nested too deeply.': 'Mae’r ffeil wedi’i nythu’n rhy ddwfn.',
  '“{mark}” can’t stand beside other keys.': 'Ni all “{mark}” sefyll wrth ymyl allweddi eraill.',
  'A text, map or list was expected here.': 'Disgwylid testun, map neu restr yma.',
  'The objects are missing.': 'Mae’r gwrthrychau ar goll.',
  'This root can’t stand under “others”.': 'Ni all y gwreiddyn hwn sefyll o dan “others”.',
  'This is not a Rapport board file.': 'Nid ffeil bwrdd Rapport yw hon.',
  'The file doesn’t say which version it is.': 'Nid yw’r ffeil yn dweud pa fersiwn ydyw.',
  'The file was written by a newer Rapport (version {theirs} of the board; this one reads up to {ours}).':
    'Ysgrifennwyd y ffeil gan Rapport mwy newydd (fersiwn {theirs} o’r bwrdd; mae’r un hwn yn darllen hyd at {ours}).',
  'This is no template of Rapport.': 'Nid templed Rapport yw hwn.',
  'This is no template of Rapport: “format” has to say so.':
    'Nid templed Rapport yw hwn: rhaid i “format” ddweud hynny.',
  'This template was saved by a newer version of Rapport.':
    'Cadwyd y templed hwn gan fersiwn mwy newydd o Rapport.',
  '{what} (“{field}”)': '{what} (“{field}”)',
  '“{field}”: there is no object “{id}”.': '“{field}”: nid oes gwrthrych “{id}”.',
  '“{field}”: two objects have the id “{id}”.':
    '“{field}”: mae gan ddau wrthrych y dynodwr “{id}”.',
  'There is no template “{name}”.': 'Nid oes templed “{name}”.',
}
