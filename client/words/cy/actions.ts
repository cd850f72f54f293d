import type { Words } from '../../../shared/words/words.ts'

/** Tools and actions. */
export const actions: Words['texts'] = {
  'A text holds {n} characters. The rest was left out.':
    'Mae testun yn dal {n} nod. Gadawyd y gweddill allan.',
  'Add an assumption without my name': 'Ychwanegu tybiaeth heb fy enw',
  'Add the next object to the selection': 'Ychwanegu’r gwrthrych nesaf at y dewis',
  'Adding {n} images…': 'Yn ychwanegu {n} delwedd…',
  'Align bottom': 'Alinio i’r gwaelod',
  'Align centres': 'Alinio’r canolau',
  'Align left': 'Alinio i’r chwith',
  'Align middles': 'Alinio’r canol ar draws',
  'Align right': 'Alinio i’r dde',
  'Align top': 'Alinio i’r brig',
  'All commands': 'Pob gorchymyn',
  'Arrange around the objectives': 'Trefnu o gwmpas yr amcanion',
  'Arrange by sector': 'Trefnu yn ôl sector',
  'Arrange by ties': 'Trefnu yn ôl cysylltiadau',
  'Arrange in a circle': 'Trefnu mewn cylch',
  'Arranging the map…': 'Yn trefnu’r map…',
  'Bring forward': 'Dod ymlaen',
  'Bring to front': 'Dod i’r blaen',
  'Click to select, drag to move. Drag on the empty map to select several, with Alt in a loop.':
    'Cliciwch i ddewis, llusgwch i symud. Llusgwch ar y map gwag i ddewis sawl un, gydag Alt mewn dolen.',
  Comment: 'Sylw',
  Copy: 'Copïo',
  'Copy a link to this': 'Copïo dolen i hwn',
  Cut: 'Torri',
  Delete: 'Dileu',
  'Drag to move around the map.': 'Llusgwch i symud o gwmpas y map.',
  'Draw a loop around what you want to select.':
    'Tynnwch ddolen o amgylch yr hyn yr hoffech ei ddewis.',
  'Drop the image on the board': 'Gollyngwch y ddelwedd ar y bwrdd',
  Duplicate: 'Dyblygu',
  'Edit text': 'Golygu’r testun',
  Eraser: 'Rhwbiwr',
  'Find on the map': 'Dod o hyd ar y map',
  Group: 'Grwpio',
  Hand: 'Llaw',
  Help: 'Cymorth',
  'Images are kept by the server, which can’t be reached now. Nothing else is lost; add the image again once it is back.':
    'Y gweinydd sy’n cadw delweddau, ac ni ellir ei gyrraedd yn awr. Ni chollwyd dim arall; ychwanegwch y ddelwedd eto pan ddaw yn ôl.',
  'Image…': 'Delwedd…',
  'Join the two': 'Uno’r ddau',
  'Join to…': 'Uno â…',
  Lasso: 'Lasŵ',
  'Let go': 'Gollwng',
  'Link copied': 'Wedi copïo’r ddolen',
  Lock: 'Cloi',
  'Locked: {n} stay as they are': 'Ar glo: mae {n} yn aros fel y maent',
  'Make narrower': 'Gwneud yn gulach',
  'Make shorter': 'Gwneud yn fyrrach',
  'Make taller': 'Gwneud yn dalach',
  'Make wider': 'Gwneud yn lletach',
  'Map of the board. Tab moves from object to object, arrows move the selected one, Enter edits it, Escape leaves.':
    'Map y bwrdd. Mae Tab yn symud o wrthrych i wrthrych, saethau’n symud yr un sydd wedi’i ddewis, Enter yn ei olygu, Escape yn gadael.',
  'Nothing can be added to this board at the moment.':
    'Ni ellir ychwanegu dim at y bwrdd hwn ar hyn o bryd.',
  'Object of an unknown kind': 'Gwrthrych o fath anhysbys',
  'Observers can read this board but not add to it.':
    'Gall sylwedyddion ddarllen y bwrdd hwn ond nid ychwanegu ato.',
  Paste: 'Gludo',
  Pen: 'Pen',
  'Put it back': 'Ei roi yn ôl',
  'Present from here': 'Cyflwyno o’r fan hon',
  'Present the frames': 'Cyflwyno’r fframiau',
  Redo: 'Ail-wneud',
  Select: 'Dewis',
  'Select all': 'Dewis popeth',
  'Select the next object': 'Dewis y gwrthrych nesaf',
  'Select the object before': 'Dewis y gwrthrych blaenorol',
  'Send backward': 'Anfon yn ôl',
  'Send to back': 'Anfon i’r cefn',
  'Show all comments': 'Dangos pob sylw',
  'Show everything': 'Dangos popeth',
  'Show the selection': 'Dangos y dewis',
  Somebody: 'Rhywun',
  'Space out across': 'Bylchu ar draws',
  'Space out down': 'Bylchu i lawr',
  'Move down, far': 'Symud i lawr, ymhell',
  'Move left': 'Symud i’r chwith',
  'Move left, far': 'Symud i’r chwith, ymhell',
  'Move right': 'Symud i’r dde',
  'Move right, far': 'Symud i’r dde, ymhell',
  'Move up, far': 'Symud i fyny, ymhell',
  'Pick several, one by one': 'Dewis sawl un, fesul un',
  'Tab goes on to others, Shift and Space picks each, Escape lets go of all.':
    'Mae Tab yn mynd ymlaen at eraill, mae Shift a’r bylchwr yn dewis pob un, ac Escape yn gollwng y cyfan.',
  'Take the last object out of the selection': 'Tynnu’r gwrthrych olaf o’r dewis',
  'That belongs to the template and stays as it is.':
    'Mae hwnnw’n perthyn i’r templed ac yn aros fel y mae.',
  'That is locked. A facilitator can unlock it.': 'Mae hwnnw ar glo. Gall hwylusydd ei ddatgloi.',
  'That is locked. Unlock it to change it.': 'Mae hwnnw ar glo. Datglowch ef i’w newid.',
  'That is too much at once: add up to {n} images at a time.':
    'Mae hynny’n ormod ar unwaith: ychwanegwch hyd at {n} delwedd ar y tro.',
  'A line of that is longer than a note can be: up to {n} letters.':
    'Mae llinell o hynny’n hirach nag y gall nodyn fod: hyd at {n} llythyren.',
  'That is too much to paste at once: up to {n} letters.':
    'Mae hynny’n ormod i’w ludo ar unwaith: hyd at {n} llythyren.',
  'That is too much to paste at once. Up to {n} lines become notes, one each.':
    'Mae hynny’n ormod i’w ludo ar unwaith. Bydd hyd at {n} llinell yn dod yn nodiadau, un yr un.',
  'That part can’t be fetched now. Try again when the server is back.':
    'Ni ellir nôl y rhan honno yn awr. Rhowch gynnig arall arni pan fydd y gweinydd yn ôl.',
  'This browser allows that by its keys alone.':
    'Dim ond drwy ei fysellau y mae’r porwr hwn yn caniatáu hynny.',
  'This is the link: {link}': 'Dyma’r ddolen: {link}',
  'This is what you wrote: {text}': 'Dyma’r hyn a ysgrifennoch: {text}',
  'To bring in a board or a table, use More, then Import.':
    'I ddod â bwrdd neu dabl i mewn, defnyddiwch Rhagor, yna Mewnforio.',
  'Turn left': 'Troi i’r chwith',
  'Turn right': 'Troi i’r dde',
  Undo: 'Dadwneud',
  'Make them one…': 'Eu gwneud yn un…',
  'Make them one': 'Eu gwneud yn un',
  'Which one stays?': 'Pa un sy’n aros?',
  'What the others say is added to it, and whatever refers to them refers to it. What joins them among themselves goes.':
    'Ychwanegir ato’r hyn y mae’r lleill yn ei ddweud, ac mae popeth sy’n cyfeirio atynt yn cyfeirio ato. Mae’r hyn sy’n eu cysylltu â’i gilydd yn mynd.',
  'They are one now: {name}': 'Maent yn un nawr: {name}',
  '{who} will speak for {name}; undo does not take that back.':
    'Bydd {who} yn siarad dros {name}; nid yw dadwneud yn newid hynny’n ôl.',
  'The board can’t be changed now.': 'Ni ellir newid y bwrdd nawr.',
  'There is only one of them left.': 'Dim ond un ohonynt sydd ar ôl.',
  'A question is under way, and its answers are given for organisations: reveal or discard it first.':
    'Mae cwestiwn ar y gweill, a rhoddir ei atebion dros sefydliadau: datgelwch ef neu gwaredwch ef yn gyntaf.',
  '{n} ties': '{n} cyswllt',
  '{n} people': '{n} o bobl',
  Ungroup: 'Dadgrwpio',
  Unlock: 'Datgloi',
  Versions: 'Fersiynau',
  'Wipe over what the pen drew. Nothing else is erased.':
    'Sychwch dros yr hyn a luniodd y pen. Ni chaiff dim arall ei ddileu.',
  'Zoom in': 'Chwyddo i mewn',
  'Zoom out': 'Chwyddo allan',
  '{name} can’t be changed at the moment, so your writing ends here.':
    'Ni ellir newid {name} ar hyn o bryd, felly daw eich ysgrifennu i ben yma.',
  '{name} was deleted while you were writing in it.':
    'Dilëwyd {name} tra oeddech chi wrthi’n ysgrifennu.',
  map: 'map',
  unnamed: 'heb enw',
  '{kind}, empty': '{kind}, gwag',
  '{kind}, not described': '{kind}, heb ei disgrifio',
  '{name}, locked, selected': '{name}, ar glo, wedi’i ddewis',
  '{name}, not selected; {n} in all': '{name}, heb ei ddewis; {n} i gyd',
  '{name}, selected': '{name}, wedi’i ddewis',
  '{name}, selected; {n} in all': '{name}, wedi’i ddewis; {n} i gyd',
  '{n} images could not be brought along: this browser can’t get at them on the other board, or this one has no room.':
    'Ni ellid dod â {n} delwedd: ni all y porwr hwn eu cyrraedd ar y bwrdd arall, neu nid oes lle ar hwn.',
  '{n} objects selected': '{n} gwrthrych wedi’u dewis',
  '{n} unlocked': '{n} wedi’u datgloi',
  '“{name}” can’t be read: it is damaged or not whole.':
    'Ni ellir darllen “{name}”: mae wedi’i difrodi neu heb fod yn gyfan.',
  '“{name}” has {n} million pixels; {most} million are the most. Save it smaller.':
    'Mae gan “{name}” {n} miliwn picsel; {most} miliwn yw’r mwyaf. Cadwch hi’n llai.',
  '“{name}” is an SVG drawing. Those can hold scripts; save it as PNG.':
    'Lluniad SVG yw “{name}”. Gall y rheini ddal sgriptiau; cadwch ef fel PNG.',
  '“{name}” is larger than {n} MB.': 'Mae “{name}” yn fwy na {n} MB.',
  '“{name}” is no image that a board takes: it takes PNG, JPEG, GIF and WebP.':
    'Nid yw “{name}” yn ddelwedd y mae bwrdd yn ei derbyn: mae’n derbyn PNG, JPEG, GIF a WebP.',
}
