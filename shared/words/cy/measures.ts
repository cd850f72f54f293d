import type { Words } from '../words.ts'

/** Figures, flags and lenses. */
export const measures: Words['texts'] = {
  'A gap is what one side says minus what the other says. Counted where it is one step or more, among the relationships for which both sides gave a figure.':
    'Bwlch yw’r hyn y mae un ochr yn ei ddweud llai’r hyn y mae’r llall yn ei ddweud. Caiff ei gyfrif lle mae’n un cam neu fwy, ymhlith y perthnasoedd lle rhoddodd y ddwy ochr ffigur.',
  'A risk that is passed on is not shared.':
    'Nid yw risg sy’n cael ei throsglwyddo yn cael ei rhannu.',
  'Agreements that are not signed by all': 'Cytundebau nad yw pawb wedi’u llofnodi',
  'An agreement holds for those who signed it.': 'Mae cytundeb yn ddilys i’r rhai a’i llofnododd.',
  'Ask what the other side owes in return, or why it owes nothing.':
    'Gofynnwch beth sydd ar yr ochr arall i chi’n ôl, neu pam nad oes dim.',
  'Commitments without an owner or a date': 'Ymrwymiadau heb berchennog neu ddyddiad',
  'Forcing organisations to share fails. What would make it an offer?':
    'Mae gorfodi sefydliadau i rannu’n methu. Beth fyddai’n ei wneud yn gynnig?',
  'If working together does not get people more, there is no point in it.':
    'Os nad yw cydweithio’n rhoi rhagor i bobl, nid oes diben iddo.',
  'Images that are not described': 'Delweddau heb eu disgrifio',
  'Organisations of the same name': 'Sefydliadau o’r un enw',
  'Each has its own ties and people: if they are one body, make them one.':
    'Mae gan bob un ei gysylltau a’i bobl ei hun: os un corff ydynt, gwnewch hwy’n un.',
  'Imposed commitments': 'Ymrwymiadau a orfodwyd',
  'It is marked as made without an owner and a date.':
    'Nodwyd ei fod wedi’i wneud heb berchennog a dyddiad.',
  'It owes this to itself: who else counts on it?':
    'Mae’n ddyledus iddo’i hun: pwy arall sy’n dibynnu arno?',
  'Little trust, and the contract has to hold it: what would build some?':
    'Ychydig o ymddiriedaeth, a’r contract sy’n gorfod ei ddal: beth fyddai’n meithrin rhywfaint?',
  'Look at them before anything new is promised.': 'Edrychwch arnynt cyn addo dim newydd.',
  'Name them before they are taken for bad will.':
    'Enwch hwy cyn iddynt gael eu cymryd am ewyllys drwg.',
  'Nobody steps in yet.': 'Nid oes neb yn camu i mewn eto.',
  'Objectives that reach nobody at the sharp end':
    'Amcanion nad ydynt yn cyrraedd neb ar y pen llymaf',
  'Objectives with a line to at least one card of people or places at the sharp end.':
    'Amcanion â llinell at o leiaf un cerdyn o bobl neu leoedd ar y pen llymaf.',
  'Objectives without public value': 'Amcanion heb werth cyhoeddus',
  'Obligations that run one way': 'Rhwymedigaethau sy’n rhedeg un ffordd',
  'Organisations with an empty side': 'Sefydliadau ag ochr wag',
  'Reviews and dates that have passed': 'Adolygiadau a dyddiadau sydd wedi mynd heibio',
  'Risks held by one alone': 'Risgiau a ddelir gan un yn unig',
  'Risks whose shares do not total 100%': 'Risgiau nad yw eu cyfrannau’n gwneud cyfanswm o 100%',
  'Sides for which the level now is the level needed, among those that said both. A low level that is enough counts like any other.':
    'Ochrau y mae’r lefel yn awr yr un â’r lefel sydd ei hangen, ymhlith y rhai a ddywedodd y ddwy. Mae lefel isel sy’n ddigon yn cyfrif fel unrhyw un arall.',
  'This day has passed: {day}.': 'Mae’r diwrnod hwn wedi mynd heibio: {day}.',
  'Those who need it most get it least, unless somebody draws the line to them.':
    'Y rhai â’r angen mwyaf sy’n cael leiaf, oni bai bod rhywun yn tynnu’r llinell atynt.',
  'Ties that lean on the deal': 'Cysylltiadau sy’n pwyso ar y fargen',
  'Ties that the two sides see differently':
    'Cysylltiadau y mae’r ddwy ochr yn eu gweld yn wahanol',
  'Too essential to fail means that somebody else must be ready.':
    'Mae rhy hanfodol i fethu yn golygu bod rhaid i rywun arall fod yn barod.',
  'Trust % = (mean − 1) ÷ 3 × 100, over the newest figure of each side that gave one. Don’t know and no answer are left out, never counted as zero.':
    'Ymddiriedaeth % = (cymedr − 1) ÷ 3 × 100, dros ffigur diweddaraf pob ochr a roddodd un. Caiff ddim yn gwybod a dim ateb eu gadael allan, byth eu cyfrif yn sero.',
  'Two modes of partnership on one tie: hear both before anything is settled.':
    'Dau fodd o bartneriaeth ar un cyswllt: clywch y ddau cyn setlo dim.',
  'What cannot fail, with nobody to step in': 'Yr hyn na chaiff fethu, heb neb i gamu i mewn',
  'What nobody holds falls on whoever stands nearest.':
    'Mae’r hyn nad oes neb yn ei ddal yn syrthio ar bwy bynnag sydd agosaf.',
  'Who brings nothing, or wants nothing, is not taken at full value.':
    'Nid yw pwy sy’n dod â dim, neu’n eisiau dim, yn cael ei gymryd yn ôl ei lawn werth.',
  'Who does not see them learns nothing of them, on screen or in the paper.':
    'Nid yw’r sawl nad yw’n eu gweld yn dysgu dim ohonynt, ar y sgrin nac yn y papur.',
  'Who steps in is who owes it: when that fails, so does this.':
    'Y sawl sy’n camu i mewn yw’r sawl y mae’n ddyledus ganddo: pan fydd hwnnw’n methu, bydd hwn hefyd.',
  'Widest differences in culture': 'Y gwahaniaethau mwyaf mewn diwylliant',
  'Without both it cannot be marked as made.': 'Heb y ddau ni ellir nodi ei fod wedi’i wneud.',
  '{a} ({mine}), {b} ({theirs})': '{a} ({mine}), {b} ({theirs})',
  '{scale}: {a} ({low}), {b} ({high})': '{scale}: {a} ({low}), {b} ({high})',
  '{what}': '{what}',
  '{what}: {day}': '{what}: {day}',
  '{what}: {n} times': '{what}: {n} gwaith',
  '{what}, today: {sum}%': '{what}, heddiw: {sum}%',
  '{what}, wanted: {sum}%': '{what}, dymunir: {sum}%',
  '{what}: held by {who}': '{what}: delir gan {who}',
  '{what}: no date': '{what}: dim dyddiad',
  '{what}: no owner': '{what}: dim perchennog',
  '{what}: no owner, no date': '{what}: dim perchennog, dim dyddiad',
  '{what}: changed since it was signed by {who}': '{what}: wedi newid ers i {who} ei lofnodi',
  '{what}: not signed by {who}': '{what}: heb ei lofnodi gan {who}',
  '{what}: nothing under “Brings”': '{what}: dim dan “Yn dod â”',
  '{what}: nothing under “Brings” and “Wants”': '{what}: dim dan “Yn dod â” nac “Eisiau”',
  '{what}: nothing under “Wants”': '{what}: dim dan “Eisiau”',
  '{who} owes {whom}, and nothing is owed back':
    'Mae gan {who} ddyled i {whom}, ac nid oes dim yn ddyledus yn ôl',
  '{who}, of {whom}': '{who}, o {whom}',
}
