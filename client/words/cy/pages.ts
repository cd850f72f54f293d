import type { Words } from '../../../shared/words/words.ts'

/** The start page, joining, templates and the self-test. */
export const pages: Words['texts'] = {
  'A day from what has to be said, over who trusts whom, to who does what by when.':
    'Diwrnod sy’n mynd o’r hyn y mae’n rhaid ei ddweud, drwy bwy sy’n ymddiried ym mhwy, at bwy sy’n gwneud beth erbyn pryd.',
  'A facilitator has been told, and will let you in. The board opens by itself.':
    'Mae hwylusydd wedi cael gwybod, a bydd yn eich gadael i mewn. Bydd y bwrdd yn agor ar ei ben ei hun.',
  'A facilitator turned this request down, or withdrew the invitation.':
    'Gwrthododd hwylusydd y cais hwn, neu tynnodd y gwahoddiad yn ôl.',
  'A facilitator withdrew it, or its time ran out.':
    'Tynnodd hwylusydd hi yn ôl, neu daeth ei hamser i ben.',
  'An open canvas, with the organisations that you name placed on it.':
    'Cynfas agored, gyda’r sefydliadau a enwch wedi’u gosod arno.',
  'Another organisation': 'Sefydliad arall',
  'As this device': 'Fel y ddyfais hon',
  'Ask whether working together is worth it here, how closely, and whether this is the moment.':
    'Gofyn a yw cydweithio’n werth chweil yma, pa mor agos, ac ai dyma’r adeg.',
  'Blank board': 'Bwrdd gwag',
  'Bring your organisation to bear': 'Dod â’ch sefydliad i’r gwaith',
  'Can I join from here?': 'A allaf ymuno o’r fan hon?',
  Clipboard: 'Clipfwrdd',
  Clock: 'Cloc',
  'Colours: {name}': 'Lliwiau: {name}',
  'Come back as {name}': 'Dod yn ôl fel {name}',
  'Copied.': 'Wedi copïo.',
  'Copy the result for IT': 'Copïo’r canlyniad ar gyfer TG',
  'Create the board': 'Creu’r bwrdd',
  'Creating…': 'Yn creu…',
  Dark: 'Tywyll',
  'Does not work': 'Ddim yn gweithio',
  'Draw who works with whom, hear both sides of each tie, and agree how to work together.':
    'Lluniadu pwy sy’n gweithio gyda phwy, clywed dwy ochr pob cyswllt, a chytuno sut i gydweithio.',
  'Eight letters and digits, as on the big screen.': 'Wyth llythyren a digid, fel ar y sgrin fawr.',
  'Everything that was saved is still there. Check the network, then try again.':
    'Mae popeth a gadwyd yno o hyd. Edrychwch ar y rhwydwaith, yna rhowch gynnig arall arni.',
  'Everything that was saved is still there. Try again in a minute.':
    'Mae popeth a gadwyd yno o hyd. Rhowch gynnig arall arni ymhen munud.',
  'Find what matters, see what is being avoided, and agree what to talk about first.':
    'Canfod beth sy’n bwysig, gweld beth sy’n cael ei osgoi, a chytuno beth i siarad amdano gyntaf.',
  'From your file: {n} objects': 'O’ch ffeil: {n} gwrthrych',
  'Go on': 'Ymlaen',
  'Have a code?': 'Oes gennych chi god?',
  'High contrast': 'Cyferbyniad uchel',
  'It answers in {ms} ms. Version {version}.': 'Mae’n ateb mewn {ms} ms. Fersiwn {version}.',
  'It doesn’t answer as Rapport does. A sign-in page of the network may stand in between.':
    'Nid yw’n ateb fel y mae Rapport. Efallai fod tudalen fewngofnodi’r rhwydwaith yn y canol.',
  'It doesn’t get through.': 'Nid yw’n mynd drwodd.',
  'It is blocked. IT can allow WebSockets to this server.':
    'Mae wedi’i rwystro. Gall TG ganiatáu WebSockets i’r gweinydd hwn.',
  'It is incomplete or was withdrawn. Links are long: the part after # matters too.':
    'Mae’n anghyflawn neu wedi’i thynnu’n ôl. Mae dolenni’n hir: mae’r rhan ar ôl # yn bwysig hefyd.',
  'It is switched off, as in some private windows. Work is kept only as long as the tab is open.':
    'Mae wedi’i ddiffodd, fel mewn rhai ffenestri preifat. Dim ond tra bo’r tab ar agor y cedwir gwaith.',
  'It opens. Changes come and go at once.': 'Mae’n agor. Mae newidiadau’n mynd a dod ar unwaith.',
  'It works, and is used by itself where the live connection is blocked.':
    'Mae’n gweithio, ac fe’i defnyddir ohono’i hun lle mae’r cysylltiad byw wedi’i rwystro.',
  'Its sector': 'Ei sector',
  Join: 'Ymuno',
  'Join the board': 'Ymuno â’r bwrdd',
  'Join with a code': 'Ymuno â chod',
  'Joining…': 'Yn ymuno…',
  'Key for new boards': 'Allwedd ar gyfer byrddau newydd',
  Leave: 'Gadael',
  Light: 'Golau',
  'Links can be copied with one press.': 'Gellir copïo dolenni ag un wasgiad.',
  'Links have to be selected and copied by hand.': 'Rhaid dewis a chopïo dolenni â llaw.',
  'Live connection (WebSocket)': 'Cysylltiad byw (WebSocket)',
  'Look at what came of it, who at the sharp end noticed, and what to change.':
    'Edrych ar yr hyn a ddaeth ohono, pwy ar y pen llymaf a sylwodd, a beth i’w newid.',
  'Looking…': 'Yn edrych…',
  'More templates, and a whole day': 'Rhagor o dempledi, a diwrnod cyfan',
  'Naive, looks aligned, or genuine: hear from both ends which one you are in.':
    'Naïf, yn edrych yn unedig, neu’n ddiffuant: clywed o’r ddau ben ym mha un yr ydych.',
  'Nothing was changed. Ask the facilitator for a link, or scan the code on the big screen.':
    'Ni newidiwyd dim. Gofynnwch i’r hwylusydd am ddolen, neu sganiwch y cod ar y sgrin fawr.',
  'Nothing was changed. Ask the facilitator for the link again.':
    'Ni newidiwyd dim. Gofynnwch i’r hwylusydd am y ddolen eto.',
  'Nothing was changed. If that was a mistake, ask them and join again.':
    'Ni newidiwyd dim. Os camgymeriad oedd hynny, gofynnwch iddynt ac ymunwch eto.',
  'One-day workshop': 'Gweithdy undydd',
  'Others on the board see it.': 'Mae eraill ar y bwrdd yn ei weld.',
  'Outcomes review': 'Adolygu canlyniadau',
  'Rapport is a shared board on which several organisations map their relationships, trust and objectives together, live, and take the map into a board paper.':
    'Bwrdd a rennir yw Rapport lle mae sawl sefydliad yn mapio eu perthnasoedd, eu hymddiriedaeth a’u hamcanion gyda’i gilydd, yn fyw, ac yn mynd â’r map i bapur bwrdd.',
  'Rapport self-test, {address}': 'Hunanbrawf Rapport, {address}',
  'See how strong the pull to join up is, how close each is to breaking, and what holds you there.':
    'Gweld pa mor gryf yw’r tynnu at gydweithio, pa mor agos yw pob un at dorri, a beth sy’n eich dal yno.',
  'See how your organisations really work together':
    'Gweld sut y mae eich sefydliadau’n cydweithio go iawn',
  'See who holds which risk, who should, and what each owes the other.':
    'Gweld pwy sy’n dal pa risg, pwy ddylai, a beth sydd ar y naill i’r llall.',
  'Self-test': 'Hunanbrawf',
  Server: 'Gweinydd',
  'Sharing risk and obligations': 'Rhannu risg a rhwymedigaethau',
  'Slow connection (HTTP polling)': 'Cysylltiad araf (polio HTTP)',
  'Something went wrong': 'Aeth rhywbeth o’i le',
  'Something went wrong in this window. What is on the board is safe. Try again.':
    'Aeth rhywbeth o’i le yn y ffenestr hon. Mae’r hyn sydd ar y bwrdd yn ddiogel. Rhowch gynnig arall arni.',
  'Start a board': 'Dechrau bwrdd',
  'Start from': 'Dechrau o',
  'Storage in this browser': 'Storfa yn y porwr hwn',
  Browser: 'Porwr',
  'It can do all that Rapport needs.': 'Gall wneud popeth sydd ei angen ar Rapport.',
  'It is too old. Rapport needs Chrome or Edge 116, Firefox 125, Safari 17.4, or a newer one.':
    'Mae’n rhy hen. Mae angen Chrome neu Edge 116, Firefox 125, Safari 17.4, neu un mwy newydd ar Rapport.',
  'Take “{title}” off this list': 'Tynnu “{title}” oddi ar y rhestr hon',
  'The address is mistyped, or the board was deleted.':
    'Mae’r cyfeiriad wedi’i gamdeipio, neu dilëwyd y bwrdd.',
  'The board is still there. Ask the facilitator for a new link.':
    'Mae’r bwrdd yno o hyd. Gofynnwch i’r hwylusydd am ddolen newydd.',
  'The code': 'Y cod',
  'The result, to copy by hand': 'Y canlyniad, i’w gopïo â llaw',
  'The right conversations': 'Y sgyrsiau iawn',
  '“{title}” is off this list: you need a link to come back to it.':
    'Nid yw “{title}” ar y rhestr hon mwyach: mae angen dolen arnoch i ddod yn ôl ato.',
  'On the board already. Is it yours?': 'Ar y bwrdd eisoes. Ai eich un chi ydyw?',
  'The right relationships': 'Y perthnasoedd iawn',
  'The server answered in a way that this page doesn’t understand.':
    'Atebodd y gweinydd mewn ffordd nad yw’r dudalen hon yn ei deall.',
  'The server can’t be reached': 'Ni ellir cyrraedd y gweinydd',
  'The server can’t be reached. Your place is kept; this page tries again by itself.':
    'Ni ellir cyrraedd y gweinydd. Mae eich lle wedi’i gadw; bydd y dudalen hon yn rhoi cynnig arall arni ohoni’i hun.',
  'There is no such board': 'Nid oes bwrdd o’r fath',
  'This address has no invitation in it, and this browser hasn’t been on the board before. The part of a link after # is the invitation.':
    'Nid oes gwahoddiad yn y cyfeiriad hwn, ac nid yw’r porwr hwn wedi bod ar y bwrdd o’r blaen. Y rhan o ddolen ar ôl # yw’r gwahoddiad.',
  'This browser and network can join a workshop, with limits.':
    'Gall y porwr a’r rhwydwaith hwn ymuno â gweithdy, gyda chyfyngiadau.',
  'This browser and network can join a workshop.':
    'Gall y porwr a’r rhwydwaith hwn ymuno â gweithdy.',
  'This browser and network can’t join a workshop yet.':
    'Ni all y porwr a’r rhwydwaith hwn ymuno â gweithdy eto.',
  'This computer’s clock agrees with the server’s.':
    'Mae cloc y cyfrifiadur hwn yn cytuno â chloc y gweinydd.',
  'This computer’s clock is {seconds} s ahead of the server’s. Timers allow for it.':
    'Mae cloc y cyfrifiadur hwn {seconds} eiliad ar y blaen i gloc y gweinydd. Mae amseryddion yn caniatáu am hynny.',
  'This computer’s clock is {seconds} s behind the server’s. Timers allow for it.':
    'Mae cloc y cyfrifiadur hwn {seconds} eiliad ar ôl cloc y gweinydd. Mae amseryddion yn caniatáu am hynny.',
  'This link doesn’t open the board': 'Nid yw’r ddolen hon yn agor y bwrdd',
  'This link has been withdrawn': 'Mae’r ddolen hon wedi’i thynnu’n ôl',
  'This page loaded, but the server that keeps the boards doesn’t answer.':
    'Llwythodd y dudalen hon, ond nid yw’r gweinydd sy’n cadw’r byrddau yn ateb.',
  'This server asks for a key. Whoever runs it can give you one.':
    'Mae’r gweinydd hwn yn gofyn am allwedd. Gall pwy bynnag sy’n ei redeg roi un i chi.',
  'Three modes of partnership': 'Tri modd o bartneriaeth',
  'Tipping point and breaking point': 'Pwynt tyngedfennol a phwynt torri',
  'Together or alone?': 'Gyda’n gilydd neu ar wahân?',
  'Try again': 'Rhoi cynnig arall arni',
  'Trying the connection…': 'Yn rhoi cynnig ar y cysylltiad…',
  'Turn shared objectives into commitments that somebody owns, by a date.':
    'Troi amcanion a rennir yn ymrwymiadau y mae rhywun yn berchen arnynt, erbyn dyddiad.',
  'What is the board about?': 'Am beth y mae’r bwrdd?',
  'Who comes by a code waits for a moment, until a facilitator lets them in.':
    'Bydd pwy sy’n dod drwy god yn aros am ennyd, nes i hwylusydd eu gadael i mewn.',
  'Whom do you speak for?': 'Dros bwy yr ydych yn siarad?',
  'Winter discharge partnership': 'Partneriaeth rhyddhau’r gaeaf',
  'Work is kept here while the network is away.': 'Cedwir gwaith yma tra bo’r rhwydwaith i ffwrdd.',
  Works: 'Yn gweithio',
  'Works with limits': 'Yn gweithio gyda chyfyngiadau',
  'You are at the door, {name}': 'Rydych wrth y drws, {name}',
  'You are invited to': 'Fe’ch gwahoddir i',
  'You need a link to this board': 'Mae arnoch angen dolen i’r bwrdd hwn',
  'You were not let in': 'Ni chawsoch eich gadael i mewn',
  'Your name': 'Eich enw',
  'Your organisation': 'Eich sefydliad',
  'Your recent boards': 'Eich byrddau diweddar',
  '{role} · {name} · {day}': '{role} · {name} · {day}',
}
