import type { Words } from '../../../shared/words/words.ts'

/** The board around the map. */
export const board: Words['texts'] = {
  '(you)': '(chi)',
  'A facilitator removed you, or the link that you came by was withdrawn.':
    'Cawsoch eich tynnu gan hwylusydd, neu tynnwyd y ddolen y daethoch drwyddi yn ôl.',
  'A file with the frames, prompts and stages of this board. Whoever has it can start a board from it, on any server. It holds nobody’s name, answers or trust.':
    'Ffeil â fframiau, sbardunau a chamau’r bwrdd hwn. Gall pwy bynnag sydd â hi ddechrau bwrdd ohoni, ar unrhyw weinydd. Nid yw’n dal enw, atebion nac ymddiriedaeth neb.',
  'A table for each kind of thing on the board, and what everyone was asked':
    'Tabl ar gyfer pob math o beth ar y bwrdd, a’r hyn a ofynnwyd i bawb',
  'A template from a file…': 'Templed o ffeil…',
  'A template holds at most {n} objects: the rest is left out.':
    'Mae templed yn dal {n} gwrthrych ar y mwyaf: caiff y gweddill ei adael allan.',
  'Add a purpose': 'Ychwanegu pwrpas',
  'Add it': 'Ei ychwanegu',
  'Add it without my name': 'Ei ychwanegu heb fy enw',
  'Another window took this place.': 'Cymerodd ffenestr arall y lle hwn.',
  'Arrange what is selected': 'Trefnu’r hyn sydd wedi’i ddewis',
  'As it is said when the others are not there': 'Fel y caiff ei ddweud pan nad yw’r lleill yno',
  'As soon as somebody draws, you will see it here.':
    'Cyn gynted ag y bydd rhywun yn lluniadu, byddwch yn ei weld yma.',
  'Assumption options': 'Dewisiadau tybiaeth',
  'Big screen view': 'Golwg sgrin fawr',
  'Board closed': 'Bwrdd wedi’i gau',
  'Board paper…': 'Papur bwrdd…',
  'Changes from before the board was restored': 'Newidiadau o’r cyfnod cyn adfer y bwrdd',
  Close: 'Cau',
  Colours: 'Lliwiau',
  'Connected the slow way: this network blocks live connections, so changes take a second or two to come and go. Nothing is lost by it.':
    'Wedi’ch cysylltu’r ffordd araf: mae’r rhwydwaith hwn yn rhwystro cysylltiadau byw, felly mae newidiadau’n cymryd eiliad neu ddwy i fynd a dod. Ni chollir dim o’r herwydd.',
  'Connecting…': 'Yn cysylltu…',
  'Draw the organisations': 'Lluniadu’r sefydliadau',
  'Editing is paused. What you just did will be taken when it goes on.':
    'Mae golygu wedi’i oedi. Caiff yr hyn a wnaethoch yn awr ei dderbyn pan fydd yn mynd ymlaen.',
  'Edits the map, and speaks for one organisation.':
    'Yn golygu’r map, ac yn siarad dros un sefydliad.',
  'Everything that you did was saved before that.': 'Cafodd popeth a wnaethoch ei gadw cyn hynny.',
  'Everything you did is on the server’s disk.': 'Mae popeth a wnaethoch ar ddisg y gweinydd.',
  'Everything, to keep or to import elsewhere':
    'Popeth, i’w gadw neu i’w fewnforio yn rhywle arall',
  Export: 'Allforio',
  Facilitator: 'Hwylusydd',
  'Fetching the board…': 'Yn nôl y bwrdd…',
  'Follow {name}': 'Dilyn {name}',
  'Follows along and reads everything. Changes nothing.':
    'Yn dilyn ac yn darllen popeth. Nid yw’n newid dim.',
  'Go to the start page': 'Mynd i’r dudalen gychwyn',
  'Import…': 'Mewnforio…',
  'It was deleted, with everything about it on the server.':
    'Cafodd ei ddileu, gyda phopeth amdano ar y gweinydd.',
  'It was put back from a backup, so this window shows what is outdated.':
    'Cafodd ei roi yn ôl o gopi wrth gefn, felly mae’r ffenestr hon yn dangos yr hyn sydd wedi dyddio.',
  Keep: 'Cadw',
  'Kept.': 'Wedi’i gadw.',
  'Keyboard shortcuts': 'Bysellau llwybr byr',
  'Load the page again': 'Llwytho’r dudalen eto',
  'Look at it, fill in its front sheet, take it as Word or PDF':
    'Edrychwch arno, llenwch ei ddalen flaen, cymerwch ef fel Word neu PDF',
  Map: 'Map',
  More: 'Rhagor',
  'More to place': 'Rhagor i’w gosod',
  'Network for Gephi (GEXF)': 'Rhwydwaith ar gyfer Gephi (GEXF)',
  'Network for Kumu': 'Rhwydwaith ar gyfer Kumu',
  'Network for other programs (GraphML)': 'Rhwydwaith ar gyfer rhaglenni eraill (GraphML)',
  'Next page': 'Y dudalen nesaf',
  'No longer on this board': 'Ddim ar y bwrdd hwn mwyach',
  'Nothing here yet': 'Dim yma eto',
  'Nothing is unsaved.': 'Nid oes dim heb ei gadw.',
  Observer: 'Sylwedydd',
  Offline: 'All-lein',
  'Offline, kept only in this tab': 'All-lein, wedi’i gadw yn y tab hwn yn unig',
  'Offline: {n} changes kept here': 'All-lein: {n} newid wedi’u cadw yma',
  'On its way to the server’s disk.': 'Ar ei ffordd i ddisg y gweinydd.',
  'On this page': 'Ar y dudalen hon',
  'Open the board again': 'Agor y bwrdd eto',
  'Opening the board': 'Yn agor y bwrdd',
  'Or start a new board from a template': 'Neu dechreuwch fwrdd newydd o dempled',
  'Organisations and what each side last said of its ties; nothing else has a place there':
    'Sefydliadau a’r hyn a ddywedodd pob ochr ddiwethaf am ei chysylltiadau; nid oes lle i ddim arall yno',
  'PNG or SVG of the board, a frame or what is selected':
    'PNG neu SVG o’r bwrdd, ffrâm neu’r hyn sydd wedi’i ddewis',
  'Page {n} of {all}: {title}': 'Tudalen {n} o {all}: {title}',
  Pages: 'Tudalennau',
  Partner: 'Partner',
  'People on the board': 'Pobl ar y bwrdd',
  'Picture…': 'Llun…',
  'Place an organisation': 'Gosod sefydliad',
  'Place each organisation at the table, then drag from one to another to draw the tie between them.':
    'Gosodwch bob sefydliad wrth y bwrdd, yna llusgwch o un i’r llall i lunio’r cyswllt rhyngddynt.',
  Presentation: 'Cyflwyniad',
  'Previous page': 'Y dudalen flaenorol',
  'Put them up now': 'Eu rhoi i fyny yn awr',
  'Rapport has been updated. Reload the page to go on with the new version.':
    'Mae Rapport wedi’i ddiweddaru. Llwythwch y dudalen eto i fynd ymlaen â’r fersiwn newydd.',
  'Rapport: start page': 'Rapport: tudalen gychwyn',
  'Read them first: people may have written names':
    'Darllenwch hwy yn gyntaf: efallai fod pobl wedi ysgrifennu enwau',
  'Read-only': 'Darllen yn unig',
  'Registers (CSV)': 'Cofrestrau (CSV)',
  'Registers (Excel)': 'Cofrestrau (Excel)',
  Reload: 'Ail-lwytho',
  Remove: 'Tynnu',
  'Also erase their name': 'Dileu eu henw hefyd',
  'From their comments, versions and the list of who joined. It can’t be undone.':
    'O’u sylwadau, o fersiynau ac o’r rhestr o bwy a ymunodd. Ni ellir dadwneud hyn.',
  '{name} was removed, and their name erased.': 'Tynnwyd {name}, a dilëwyd eu henw.',
  'Change whom {name} speaks for…': 'Newid dros bwy mae {name} yn siarad…',
  'Whom does {name} speak for?': 'Dros bwy mae {name} yn siarad?',
  'What they have answered to the open question goes, and they are asked again.':
    'Mae’r hyn a atebwyd ganddynt i’r cwestiwn agored yn mynd, a gofynnir iddynt eto.',
  '{name} speaks for {organisation} now.': 'Mae {name} yn siarad dros {organisation} nawr.',
  '{name} speaks for no organisation now.': 'Nid yw {name} yn siarad dros unrhyw sefydliad nawr.',
  'You speak for {organisation} now: a facilitator changed that.':
    'Rydych yn siarad dros {organisation} nawr: hwylusydd a newidiodd hynny.',
  'You speak for no organisation now: a facilitator changed that.':
    'Nid ydych yn siarad dros unrhyw sefydliad nawr: hwylusydd a newidiodd hynny.',
  'Remove {name}': 'Tynnu {name}',
  'Remove {name} from the board?': 'Tynnu {name} oddi ar y bwrdd?',
  'Remove {name}…': 'Tynnu {name}…',
  'Runs the session: edits everything, shares the board and invites others.':
    'Yn rhedeg y sesiwn: yn golygu popeth, yn rhannu’r bwrdd ac yn gwahodd eraill.',
  'Save a copy': 'Cadw copi',
  'Save as a file': 'Cadw fel ffeil',
  'Save as a template': 'Cadw fel templed',
  'Save as a template…': 'Cadw fel templed…',
  'Save the board as it is, compare, bring it back':
    'Cadw’r bwrdd fel y mae, cymharu, dod ag ef yn ôl',
  'Save the file': 'Cadw’r ffeil',
  'Save them as a file to look at them or import them elsewhere.':
    'Cadwch hwy fel ffeil i edrych arnynt neu i’w mewnforio yn rhywle arall.',
  Saved: 'Wedi’i gadw',
  'Saving {n} changes': 'Yn cadw {n} newid',
  'Server can’t save': 'Ni all y gweinydd gadw',
  Share: 'Rhannu',
  'Skip to the map': 'Neidio i’r map',
  'Skip to the outline': 'Neidio i’r amlinelliad',
  'Speaking for no organisation': 'Yn siarad dros ddim sefydliad',
  'Start page': 'Tudalen gychwyn',
  Status: 'Statws',
  'Status: {words}': 'Statws: {words}',
  'Stop following {name}': 'Peidio â dilyn {name}',
  'Stop presenting': 'Peidio â chyflwyno',
  'That change is too large for the board. Try it in smaller pieces.':
    'Mae’r newid hwnnw’n rhy fawr i’r bwrdd. Rhowch gynnig arni mewn darnau llai.',
  'That is locked, so it was put back. A facilitator can unlock it.':
    'Mae hwnnw ar glo, felly cafodd ei roi yn ôl. Gall hwylusydd ei ddatgloi.',
  'That was a lot at once. Changes go out a little more slowly for a moment.':
    'Roedd hynny’n llawer ar unwaith. Bydd newidiadau’n mynd allan ychydig yn arafach am ennyd.',
  'That was a lot at once. Wait a minute, then try again.':
    'Roedd hynny’n llawer ar unwaith. Arhoswch funud, yna rhowch gynnig arall arni.',
  'The board doesn’t take them now. Save a copy to keep them.':
    'Nid yw’r bwrdd yn eu derbyn yn awr. Cadwch gopi i’w cadw.',
  'The board is being brought into step with the server.':
    'Mae’r bwrdd yn cael ei gysoni â’r gweinydd.',
  'The board is read-only. What you just did will be taken when it may be changed again.':
    'Mae’r bwrdd yn ddarllen yn unig. Caiff yr hyn a wnaethoch yn awr ei dderbyn pan ellir ei newid eto.',
  'The board was restored': 'Cafodd y bwrdd ei adfer',
  'The cards are on the board, in no order.': 'Mae’r cardiau ar y bwrdd, heb unrhyw drefn.',
  'The connection is gone. It comes back by itself.':
    'Mae’r cysylltiad wedi mynd. Bydd yn dod yn ôl ohono’i hun.',
  'The copy can’t be made now. Try again when the server is back.':
    'Ni ellir gwneud y copi yn awr. Rhowch gynnig arall arni pan fydd y gweinydd yn ôl.',
  'The copy is without {n} images, which can’t be fetched now.':
    'Mae’r copi heb {n} delwedd na ellir eu nôl yn awr.',
  'The same, with where the organisations stand': 'Yr un peth, gyda lle mae’r sefydliadau’n sefyll',
  'The server can’t be reached. Nothing you typed is lost; check the network and try again.':
    'Ni ellir cyrraedd y gweinydd. Ni chollwyd dim a deipiwyd gennych; gwiriwch y rhwydwaith a rhowch gynnig arall arni.',
  'The server can’t store anything at the moment, so that change stays here for now.':
    'Ni all y gweinydd storio dim ar hyn o bryd, felly mae’r newid hwnnw’n aros yma am y tro.',
  'The server could not make sense of what this window sent, and closed the connection.':
    'Ni allai’r gweinydd wneud synnwyr o’r hyn a anfonodd y ffenestr hon, a chaeodd y cysylltiad.',
  'The server did not take that change. The board is being brought into step.':
    'Ni dderbyniodd y gweinydd y newid hwnnw. Mae’r bwrdd yn cael ei gysoni.',
  'The server writes the card, not your browser, and keeps no note of whose it is. Cards go up {n} at a time, in no order. Whoever changes one later does that in their own name.':
    'Y gweinydd sy’n ysgrifennu’r cerdyn, nid eich porwr, ac nid yw’n cadw cofnod o bwy sydd piau ef. Mae cardiau’n mynd i fyny {n} ar y tro, heb unrhyw drefn. Bydd pwy bynnag sy’n newid un wedyn yn gwneud hynny yn ei enw ei hun.',
  'The server’s disk fails. Others see your changes, but they are not safe yet.':
    'Mae disg y gweinydd yn methu. Mae eraill yn gweld eich newidiadau, ond nid ydynt yn ddiogel eto.',
  'The template is among your downloads.': 'Mae’r templed ymhlith eich lawrlwythiadau.',
  'The title can’t be changed now. Try again when the server is back.':
    'Ni ellir newid y teitl yn awr. Rhowch gynnig arall arni pan fydd y gweinydd yn ôl.',
  'Their names, sectors and colours, and which of them have a relationship':
    'Eu henwau, eu sectorau a’u lliwiau, a pha rai sydd â pherthynas',
  'There is nothing to save: draw frames, or choose what to take along.':
    'Nid oes dim i’w gadw: lluniwch fframiau, neu dewiswch beth i’w gymryd gyda chi.',
  'They are cut off at once. With the link they can ask to come back.':
    'Cânt eu datgysylltu ar unwaith. Gyda’r ddolen gallant ofyn am ddod yn ôl.',
  'They are cut off at once. With the link they can come back: open the waiting room to prevent that.':
    'Cânt eu datgysylltu ar unwaith. Gyda’r ddolen gallant ddod yn ôl: agorwch yr ystafell aros i atal hynny.',
  'This board is closed': 'Mae’r bwrdd hwn wedi’i gau',
  'This browser keeps no copy: don’t close the tab, or save a copy first.':
    'Nid yw’r porwr hwn yn cadw copi: peidiwch â chau’r tab, neu cadwch gopi yn gyntaf.',
  'This browser still holds {n} changes that never reached the server. They belong to the board as it was before, so they can’t be merged.':
    'Mae’r porwr hwn yn dal i ddal {n} newid na chyrhaeddodd y gweinydd erioed. Maent yn perthyn i’r bwrdd fel yr oedd o’r blaen, felly ni ellir eu cyfuno.',
  'This is no JSON file.': 'Nid ffeil JSON yw hon.',
  'This network lets the page through but not the live connection. Ask IT to allow WebSockets to this server.':
    'Mae’r rhwydwaith hwn yn gadael y dudalen drwodd ond nid y cysylltiad byw. Gofynnwch i TG ganiatáu WebSockets i’r gweinydd hwn.',
  'This page has stopped working': 'Mae’r dudalen hon wedi peidio â gweithio',
  'This window is out of step': 'Nid yw’r ffenestr hon yn gyson â’r gweinydd',
  'This window lost its place': 'Collodd y ffenestr hon ei lle',
  'Throw them away': 'Eu taflu i ffwrdd',
  Tools: 'Offer',
  'Try again now': 'Rhoi cynnig arall arni yn awr',
  'Turned to {angle}°': 'Wedi’i droi i {angle}°',
  'What can be done here': 'Beth ellir ei wneud yma',
  'What is in front of you, and how a workshop is run':
    'Beth sydd o’ch blaen, a sut y caiff gweithdy ei redeg',
  'What is the template called?': 'Beth yw enw’r templed?',
  'What was saved is safe on the server, and unsaved changes are kept in this browser. Loading the page again brings both back.':
    'Mae’r hyn a gadwyd yn ddiogel ar y gweinydd, a chedwir newidiadau heb eu cadw yn y porwr hwn. Mae llwytho’r dudalen eto yn dod â’r ddau yn ôl.',
  'Whole board (Rapport file)': 'Y bwrdd cyfan (ffeil Rapport)',
  'With notes, text and shapes': 'Gyda nodiadau, testun a siapiau',
  'With the organisations': 'Gyda’r sefydliadau',
  'You are no longer on this board': 'Nid ydych ar y bwrdd hwn mwyach',
  'You are on this board elsewhere': 'Rydych ar y bwrdd hwn yn rhywle arall',
  'You can go on: what you do is kept in this browser and sent later.':
    'Gallwch fynd ymlaen: cedwir yr hyn a wnewch yn y porwr hwn a’i anfon wedyn.',
  'You see everything live. Nobody can change anything from here.':
    'Rydych yn gweld popeth yn fyw. Ni all neb newid dim o’r fan hon.',
  'Your last changes build on someone else’s that the server has lost, and that person has not come back.':
    'Mae eich newidiadau diwethaf yn adeiladu ar rai rhywun arall a gollwyd gan y gweinydd, ac nid yw’r person hwnnw wedi dod yn ôl.',
  Zoom: 'Chwyddo',
  'Zoom to 100%': 'Chwyddo i 100%',
  things: 'pethau',
  '{name} can’t be used. {detail}': 'Ni ellir defnyddio {name}. {detail}',
  '{name} was removed.': 'Cafodd {name} ei dynnu.',
  '{n} cards wait for others': 'Mae {n} cerdyn yn aros am rai eraill',
  '{n} changes are unsaved.': 'Mae {n} newid heb ei gadw.',
  '{n} changes of yours did not get through. Save a copy to keep them.':
    'Ni aeth {n} newid o’ch eiddo drwodd. Cadwch gopi i’w cadw.',
  '{n} changes only in this tab': '{n} newid yn y tab hwn yn unig',
  '{n} objects': '{n} gwrthrych',
  '{n} objects turned': 'Trowyd {n} gwrthrych',
  '{n} people away': '{n} o bobl i ffwrdd',
  '{n} people here': '{n} o bobl yma',
  '{n} people on the board': '{n} o bobl ar y bwrdd',
  '{n} things were removed': 'Tynnwyd {n} peth',
  '{percent}%, zoom to 100%': '{percent}%, chwyddo i 100%',
  '{role}, away': '{role}, i ffwrdd',
  '{tool} options': 'Dewisiadau {tool}',
}
