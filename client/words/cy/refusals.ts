import type { Words } from '../../../shared/words/words.ts'

/** What the server says when it can't do something. */
export const refusals: Words['texts'] = {
  'This board can’t be edited at the moment.': 'Ni ellir golygu’r bwrdd hwn ar hyn o bryd.',
  'You speak for no organisation.': 'Nid ydych yn siarad dros unrhyw sefydliad.',
  'Set the gauge before you publish it.': 'Gosodwch y mesurydd cyn ei gyhoeddi.',
  'There is no timer.': 'Nid oes amserydd.',
  'This round is over.': 'Mae’r rownd hon ar ben.',
  'This round was discarded.': 'Cafodd y rownd hon ei gollwng.',
  'Close the round first.': 'Caewch y rownd yn gyntaf.',
  'The answers could not be read.': 'Ni ellid darllen yr atebion.',
  'This round has been revealed already.': 'Mae’r rownd hon wedi’i datgelu eisoes.',
  'This round is closed: answers can’t be changed now.':
    'Mae’r rownd hon wedi cau: ni ellir newid atebion nawr.',
  'Only a facilitator enters answers for somebody else.':
    'Hwylusydd yn unig sy’n rhoi atebion ar ran rhywun arall.',
  'Reveal or discard the round under way first.':
    'Datgelwch neu gollyngwch y rownd sydd ar waith yn gyntaf.',
  'There is no relationship between two organisations to ask about.':
    'Nid oes perthynas rhwng dau sefydliad i holi amdani.',
  'This person is not on the board any more.': 'Nid yw’r person hwn ar y bwrdd mwyach.',
  'An observer speaks for no organisation.': 'Nid yw arsylwr yn siarad dros unrhyw sefydliad.',
  'This organisation is not on the board any more.': 'Nid yw’r sefydliad hwn ar y bwrdd mwyach.',
  'The answers to the closed question are given for organisations: reveal or discard it first.':
    'Rhoddwyd yr atebion i’r cwestiwn sydd wedi cau dros sefydliadau: datgelwch ef neu gwaredwch ef yn gyntaf.',
  'That is somebody else’s hand.': 'Llaw rhywun arall yw honno.',
  'The session has ended.': 'Mae’r sesiwn wedi dod i ben.',
  'That is more than can be locked one by one.': 'Mae hynny’n fwy nag y gellir ei gloi fesul un.',
  'That is no answer to this question.': 'Nid yw hynny’n ateb i’r cwestiwn hwn.',
  'None of these objects is on the board.': 'Nid oes yr un o’r pethau hyn ar y bwrdd.',
  'There is no such frame on the board.': 'Nid oes ffrâm o’r fath ar y bwrdd.',
  'There is no such register on the board.': 'Nid oes cofrestr o’r fath ar y bwrdd.',
  'The column isn’t known and is left out.': 'Nid yw’r golofn yn hysbys, ac fe’i gadewir allan.',
  'The row can’t be read as CSV.': 'Ni ellir darllen y rhes fel CSV.',
  'The file is empty.': 'Mae’r ffeil yn wag.',
  'The node has no id.': 'Nid oes dynodwr gan y nod.',
  'A Rapport file is imported by itself.': 'Mewnforir ffeil Rapport ar ei phen ei hun.',
  'Another row says something else of the same side of this pair.':
    'Mae rhes arall yn dweud rhywbeth gwahanol am yr un ochr o’r pâr hwn.',
  'The organisation’s name is missing.': 'Mae enw’r sefydliad ar goll.',
  'The name has characters that can’t be shown.': 'Mae nodau na ellir eu dangos yn yr enw.',
  'The board has this already; it is left out.': 'Mae hwn ar y bwrdd eisoes; fe’i gadewir allan.',
  'There is no column with a rating beside From and To.':
    'Nid oes colofn â sgôr wrth ymyl From a To.',
  'Say what the rating measures: trust, contact or level.':
    'Dywedwch beth mae’r sgôr yn ei fesur: ymddiriedaeth, cyswllt neu lefel.',
  'This image can’t be read; it is left out.':
    'Ni ellir darllen y ddelwedd hon; fe’i gadewir allan.',
  'This is not GEXF.': 'Nid GEXF yw hwn.',
  'This is not GraphML.': 'Nid GraphML yw hwn.',
  'This is not UTF-8 text.': 'Nid testun UTF-8 yw hwn.',
  'This is not valid JSON.': 'Nid JSON dilys yw hwn.',
  'This is not a Kumu blueprint: it has no list of elements.':
    'Nid glasbrint Kumu yw hwn: nid oes rhestr o elfennau ynddo.',
  'The connections are not a list.': 'Nid rhestr yw’r cysylltiadau.',
  'This is not an object.': 'Nid gwrthrych yw hwn.',
  'The list is empty.': 'Mae’r rhestr yn wag.',
  'There are no rows below the header.': 'Nid oes rhesi o dan y pennawd.',
  'The column “Label” is missing.': 'Mae’r golofn “Label” ar goll.',
  'An organisation’s tie to itself is left out.': 'Gadewir allan gwlwm sefydliad â’i hunan.',
  'No rating: the tie is drawn without one.': 'Dim sgôr: tynnir y cwlwm heb un.',
  'This is not text, whatever its name says: it may be a PDF, a picture or an old Excel file. Open it in its own program, and save it as CSV or Excel (.xlsx).':
    'Nid testun yw hwn, beth bynnag yw ei enw: gall fod yn PDF, yn llun neu’n hen ffeil Excel. Agorwch ef yn ei raglen ei hun, a’i gadw fel CSV neu Excel (.xlsx).',
  'The file begins as UTF-16 text and is none.':
    'Mae’r ffeil yn dechrau fel testun UTF-16 ond nid dyna ydyw.',
  'This is not UTF-8 text. In a spreadsheet, save the file as “CSV UTF-8”.':
    'Nid testun UTF-8 yw hwn. Mewn taenlen, cadwch y ffeil fel “CSV UTF-8”.',
  'The file is damaged, or it is no Excel workbook (.xlsx).':
    'Mae’r ffeil wedi’i difrodi, neu nid llyfr gwaith Excel (.xlsx) mohoni.',
  'No sheet of the workbook has anything in it.': 'Nid oes dim ar yr un ddalen o’r llyfr gwaith.',
  'A document type (DTD) with its entities isn’t taken.':
    'Ni dderbynnir math o ddogfen (DTD) â’i endidau.',
  'The file uses an entity of its own.': 'Mae’r ffeil yn defnyddio endid o’i heiddo ei hun.',
  'Too many requests from your network. Wait a minute and try again.':
    'Gormod o geisiadau o’ch rhwydwaith. Arhoswch funud a rhowch gynnig arall arni.',
  'There is nothing at this address.': 'Nid oes dim yn y cyfeiriad hwn.',
  'There is no board at this address; it may have been deleted.':
    'Nid oes bwrdd yn y cyfeiriad hwn; efallai iddo gael ei ddileu.',
  'Your place on this board has ended; join it again by a link.':
    'Mae eich lle ar y bwrdd hwn ar ben; ymunwch eto drwy ddolen.',
  'Join the board first; this needs a participant’s token.':
    'Ymunwch â’r bwrdd yn gyntaf; mae angen tocyn cyfranogwr ar gyfer hyn.',
  'A facilitator hasn’t let you in yet.': 'Nid oes hwylusydd wedi’ch gadael i mewn eto.',
  'This link doesn’t open the board. Check that it was copied whole, or ask the facilitator for a new one.':
    'Nid yw’r ddolen hon yn agor y bwrdd. Gwnewch yn siŵr iddi gael ei chopïo’n gyfan, neu gofynnwch i’r hwylusydd am un newydd.',
  'This link was withdrawn. Ask the facilitator for a new one.':
    'Tynnwyd y ddolen hon yn ôl. Gofynnwch i’r hwylusydd am un newydd.',
  'This link has expired. Ask the facilitator for a new one.':
    'Mae’r ddolen hon wedi dod i ben. Gofynnwch i’r hwylusydd am un newydd.',
  'Creating boards on this server needs its key.':
    'Mae angen allwedd y gweinydd hwn i greu byrddau arno.',
  'The pages of this server are not built.': 'Nid yw tudalennau’r gweinydd hwn wedi’u hadeiladu.',
  'This code leads nowhere. Look at the big screen again, or ask the facilitator.':
    'Nid yw’r cod hwn yn arwain i unman. Edrychwch ar y sgrin fawr eto, neu gofynnwch i’r hwylusydd.',
  'Too many wrong codes. Wait a minute, or join by the link or the QR code.':
    'Gormod o godau anghywir. Arhoswch funud, neu ymunwch drwy’r ddolen neu’r cod QR.',
  'The file could not be made.': 'Ni ellid gwneud y ffeil.',
  'Boards can’t be read or stored at the moment. Try again in a minute.':
    'Ni ellir darllen na chadw byrddau ar hyn o bryd. Rhowch gynnig arall arni ymhen munud.',
  'This board can’t be read. Nothing of it was overwritten; tell whoever runs the server.':
    'Ni ellir darllen y bwrdd hwn. Ni throsysgrifwyd dim ohono; dywedwch wrth bwy bynnag sy’n rhedeg y gweinydd.',
  'The server could not do this. Try again; if it stays so, tell whoever runs the server.':
    'Ni allai’r gweinydd wneud hyn. Rhowch gynnig arall arni; os pery felly, dywedwch wrth bwy bynnag sy’n rhedeg y gweinydd.',
  'The request could not be answered.': 'Ni ellid ateb y cais.',
  'The request could not be understood.': 'Ni ellid deall y cais.',
  'The request took too long to arrive.': 'Cymerodd y cais ormod o amser i gyrraedd.',
  'The request has more headers than this server takes.':
    'Mae gan y cais fwy o benynnau nag y mae’r gweinydd hwn yn eu derbyn.',
  'Only a WebSocket can be opened here, by GET and in version 13.':
    'Dim ond WebSocket y gellir ei agor yma, drwy GET ac yn fersiwn 13.',
  'Pages of that site may not open boards here.':
    'Ni chaiff tudalennau’r safle hwnnw agor byrddau yma.',
  'Name one of {names} as subprotocol.': 'Enwch un o {names} yn is-brotocol.',
  'The form has no file.': 'Nid oes ffeil yn y ffurflen.',
  'This image is not what the file says; it is left out.':
    'Nid yw’r ddelwedd hon yr hyn a ddywed y ffeil; fe’i gadewir allan.',
  'The board has no room for this image; it is left out.':
    'Nid oes lle ar y bwrdd i’r ddelwedd hon; fe’i gadewir allan.',
  'The messages in this request are cut short.':
    'Mae’r negeseuon yn y cais hwn wedi’u torri’n fyr.',
  'This connection has ended; begin another.': 'Mae’r cysylltiad hwn ar ben; dechreuwch un arall.',
  'The file could not be imported.': 'Ni ellid mewnforio’r ffeil.',
  'This board has no such version.': 'Nid oes fersiwn o’r fath gan y bwrdd hwn.',
  'Too many files are being read at the moment. Try again in a minute.':
    'Mae gormod o ffeiliau’n cael eu darllen ar hyn o bryd. Rhowch gynnig arall arni ymhen munud.',
  'The file took too long to read. Try it in smaller parts, or again in a minute.':
    'Cymerodd y ffeil ormod o amser i’w darllen. Rhowch gynnig arni mewn rhannau llai, neu eto ymhen munud.',
  'The board is read-only at the moment.':
    'Dim ond darllen y bwrdd y gellir ei wneud ar hyn o bryd.',
  'The session has ended, so the image was not taken.':
    'Mae’r sesiwn wedi dod i ben, felly ni chymerwyd y ddelwedd.',
  'A facilitator has paused editing, so the image was not taken.':
    'Mae hwylusydd wedi oedi’r golygu, felly ni chymerwyd y ddelwedd.',
  'There is no such image on the board.': 'Nid oes delwedd o’r fath ar y bwrdd.',
  'The request has no body; send the image as it is.':
    'Nid oes corff i’r cais; anfonwch y ddelwedd fel y mae.',
  '“expiresAt” must lie in the future.': 'Rhaid i “expiresAt” fod yn y dyfodol.',
  'This board has no such link.': 'Nid oes dolen o’r fath gan y bwrdd hwn.',
  'You can’t remove yourself from the board.': 'Ni allwch eich tynnu eich hun oddi ar y bwrdd.',
  'There is nobody of that id on this board.': 'Nid oes neb â’r dynodwr hwnnw ar y bwrdd hwn.',
  'This board has no such version any more.': 'Nid oes fersiwn o’r fath gan y bwrdd hwn mwyach.',
  'This board is read-only. Open it for editing first.':
    'Dim ond i’w ddarllen y mae’r bwrdd hwn. Agorwch ef i’w olygu yn gyntaf.',
  'You can’t read this board.': 'Ni allwch ddarllen y bwrdd hwn.',
  'Observers can read this board but not change it.':
    'Gall sylwedyddion ddarllen y bwrdd hwn ond nid ei newid.',
  'Only a facilitator can import a file into this board.':
    'Hwylusydd yn unig a all fewnforio ffeil i’r bwrdd hwn.',
  'Only a facilitator can do this.': 'Hwylusydd yn unig a all wneud hyn.',
  'The request is larger than this server takes.':
    'Mae’r cais yn fwy nag y mae’r gweinydd hwn yn ei dderbyn.',
  'The address is too long.': 'Mae’r cyfeiriad yn rhy hir.',
  'This kind of content is not understood here; send JSON.':
    'Ni ddeellir y math hwn o gynnwys yma; anfonwch JSON.',
  'The request has no body; JSON is expected.': 'Nid oes corff i’r cais; disgwylir JSON.',
  'The body is not valid JSON.': 'Nid JSON dilys yw’r corff.',
  'Only {methods} can be used here.': '{methods} yn unig y gellir ei ddefnyddio yma.',
  'A JSON object is expected.': 'Disgwylir gwrthrych JSON.',
  '“{field}” is missing.': 'Mae “{field}” ar goll.',
  '“{field}” is not valid.': 'Nid yw “{field}” yn ddilys.',
  'SVG drawings can hold scripts, so a board doesn’t take them. Save it as PNG.':
    'Gall lluniadau SVG ddal sgriptiau, felly nid yw bwrdd yn eu derbyn. Cadwch ef fel PNG.',
  'A board takes images as PNG, JPEG, GIF or WebP.':
    'Mae bwrdd yn derbyn delweddau PNG, JPEG, GIF neu WebP.',
  'The image is damaged or not whole.': 'Mae’r ddelwedd wedi’i difrodi neu heb fod yn gyfan.',
  'The image is turned by its metadata alone, which is not kept. Save it upright.':
    'Dim ond metadata’r ddelwedd sy’n ei throi, ac ni chedwir y rheini. Cadwch hi’n unionsyth.',
  'A board takes still images only. Save one image of the film.':
    'Dim ond delweddau llonydd y mae bwrdd yn eu derbyn. Cadwch un ddelwedd o’r ffilm.',
  'An image may have {n} MB at most.': 'Gall delwedd fod yn {n} MB ar y mwyaf.',
  'The image has {width} × {height} pixels. {n} million, and {side} on a side, are the most.':
    'Mae gan y ddelwedd {width} × {height} picsel. {n} miliwn, a {side} ar bob ochr, yw’r mwyaf.',
  'The images of a board may have {n} MB together, and this one doesn’t fit. Delete some and try again; they make room an hour after that at the earliest.':
    'Gall delweddau bwrdd fod yn {n} MB gyda’i gilydd, ac nid oes lle i’r un hon. Dilëwch rai a rhowch gynnig arall arni; byddant yn gwneud lle awr wedi hynny ar y cynharaf.',
  'Say which organisation you speak for.': 'Dywedwch dros ba sefydliad yr ydych yn siarad.',
  'This board holds {n} organisations already; choose one of them.':
    'Mae’r bwrdd hwn yn dal {n} sefydliad eisoes; dewiswch un ohonynt.',
  'This board is read-only at the moment, so no organisation can be added; choose one that is on it.':
    'Dim ond i’w ddarllen y mae’r bwrdd hwn ar hyn o bryd, felly ni ellir ychwanegu sefydliad; dewiswch un sydd arno.',
  'That organisation is no longer on the board; choose again.':
    'Nid yw’r sefydliad hwnnw ar y bwrdd mwyach; dewiswch eto.',
  'The organisation that {name} chose is no longer on the board.':
    'Nid yw’r sefydliad a ddewisodd {name} ar y bwrdd mwyach.',
  'The organisation that {name} speaks for can’t be added to the board now.':
    'Ni ellir ychwanegu’r sefydliad y mae {name} yn siarad drosto at y bwrdd nawr.',
  'This board has the {n} versions that it may keep, all saved by hand. Delete one that is no longer needed.':
    'Mae gan y bwrdd hwn y {n} fersiwn y caniateir iddo eu cadw, a’r cyfan wedi’u cadw â llaw. Dilëwch un nad oes ei angen mwyach.',
  'At most {n} organisations.': '{n} sefydliad ar y mwyaf.',
  'The organisation’s name is longer than {n} characters.':
    'Mae enw’r sefydliad yn hwy na {n} nod.',
  'The organisation’s name has characters that can’t be shown.':
    'Mae nodau na ellir eu dangos yn enw’r sefydliad.',
  'The title is missing.': 'Mae’r teitl ar goll.',
  'The title is longer than {n} characters.': 'Mae’r teitl yn hwy na {n} nod.',
  'The title has characters that can’t be shown.': 'Mae nodau na ellir eu dangos yn y teitl.',
  'Your name is missing.': 'Mae eich enw ar goll.',
  'Your name is longer than {n} characters.': 'Mae eich enw yn hwy na {n} nod.',
  'Your name has characters that can’t be shown.': 'Mae nodau na ellir eu dangos yn eich enw.',
  'The version’s name is missing.': 'Mae enw’r fersiwn ar goll.',
  'The version’s name is longer than {n} characters.': 'Mae enw’r fersiwn yn hwy na {n} nod.',
  'The version’s name has characters that can’t be shown.':
    'Mae nodau na ellir eu dangos yn enw’r fersiwn.',
  'The template’s name is missing.': 'Mae enw’r templed ar goll.',
  'The template’s name is longer than {n} characters.': 'Mae enw’r templed yn hwy na {n} nod.',
  'The template’s name has characters that can’t be shown.':
    'Mae nodau na ellir eu dangos yn enw’r templed.',
  'The question is missing.': 'Mae’r cwestiwn ar goll.',
  'The question is longer than {n} characters.': 'Mae’r cwestiwn yn hwy na {n} nod.',
  'The question has characters that can’t be shown.': 'Mae nodau na ellir eu dangos yn y cwestiwn.',
  'The answer is missing.': 'Mae’r ateb ar goll.',
  'The answer is longer than {n} characters.': 'Mae’r ateb yn hwy na {n} nod.',
  'The answer has characters that can’t be shown.': 'Mae nodau na ellir eu dangos yn yr ateb.',
  'The assumption is missing.': 'Mae’r dybiaeth ar goll.',
  'The assumption is longer than {n} characters.': 'Mae’r dybiaeth yn hwy na {n} nod.',
  'The assumption has characters that can’t be shown.':
    'Mae nodau na ellir eu dangos yn y dybiaeth.',
}
