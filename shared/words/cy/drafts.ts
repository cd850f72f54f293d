import type { Words } from '../words.ts'

/** What a paper says of its board by itself: its summary, its findings, and what it asks for. */
export const drafts: Words['texts'] = {
  'The meeting is asked to:': 'Gofynnir i’r cyfarfod:',
  'The committee is asked to:': 'Gofynnir i’r pwyllgor:',
  'The Board is asked to:': 'Gofynnir i’r Bwrdd:',
  'Ask the owners of {n} objectives to say what gets better for people, before more is promised.': {
    one: 'Gofyn i berchennog {n} amcan ddweud beth sy’n gwella i bobl, cyn addo rhagor.',
    other: 'Gofyn i berchnogion {n} amcan ddweud beth sy’n gwella i bobl, cyn addo rhagor.',
  },
  'Ask who at the sharp end is to be reached by {n} objectives that reach nobody there yet.': {
    one: 'Gofyn pwy ar y pen llymaf a gaiff ei gyrraedd gan {n} amcan nad yw’n cyrraedd neb yno eto.',
    other:
      'Gofyn pwy ar y pen llymaf a gaiff ei gyrraedd gan {n} amcan nad ydynt yn cyrraedd neb yno eto.',
  },
  'Agree how {n} risks that one organisation holds alone should be shared.':
    'Cytuno sut y dylid rhannu {n} risg a ddelir gan un sefydliad yn unig.',
  'Settle who holds the rest of {n} risks whose shares do not add up.': {
    one: 'Penderfynu pwy sy’n dal gweddill {n} risg nad yw ei chyfrannau’n gwneud cyfanswm cywir.',
    other: 'Penderfynu pwy sy’n dal gweddill {n} risg nad yw eu cyfrannau’n gwneud cyfanswm cywir.',
  },
  'Ask what is owed in return for {n} obligations that run one way, or why nothing is.': {
    two: 'Gofyn beth sy’n ddyledus yn ôl am {n} rwymedigaeth sy’n rhedeg un ffordd, neu pam nad oes dim.',
    other:
      'Gofyn beth sy’n ddyledus yn ôl am {n} rhwymedigaeth sy’n rhedeg un ffordd, neu pam nad oes dim.',
  },
  'Name who steps in for {n} obligations that cannot fail and have no fallback.': {
    one: 'Enwi pwy sy’n camu i mewn dros {n} rhwymedigaeth na chaiff fethu ac nad oes neb wrth gefn iddi.',
    two: 'Enwi pwy sy’n camu i mewn dros {n} rwymedigaeth na chânt fethu ac nad oes neb wrth gefn iddynt.',
    other:
      'Enwi pwy sy’n camu i mewn dros {n} rhwymedigaeth na chânt fethu ac nad oes neb wrth gefn iddynt.',
  },
  'Ask what would turn {n} imposed commitments into an offer.':
    'Gofyn beth fyddai’n troi {n} ymrwymiad a orfodwyd yn gynnig.',
  'Give {n} commitments an owner and a date by the next meeting, or withdraw them.': {
    one: 'Rhoi perchennog a dyddiad i {n} ymrwymiad erbyn y cyfarfod nesaf, neu ei dynnu’n ôl.',
    other: 'Rhoi perchennog a dyddiad i {n} ymrwymiad erbyn y cyfarfod nesaf, neu eu tynnu’n ôl.',
  },
  'Invite those who have not signed {n} working agreements to sign or to say why not.': {
    two: 'Gwahodd y rhai nad ydynt wedi llofnodi {n} gytundeb gweithio i lofnodi neu i ddweud pam nad ydynt.',
    few: 'Gwahodd y rhai nad ydynt wedi llofnodi {n} chytundeb gweithio i lofnodi neu i ddweud pam nad ydynt.',
    many: 'Gwahodd y rhai nad ydynt wedi llofnodi {n} chytundeb gweithio i lofnodi neu i ddweud pam nad ydynt.',
    other:
      'Gwahodd y rhai nad ydynt wedi llofnodi {n} cytundeb gweithio i lofnodi neu i ddweud pam nad ydynt.',
  },
  'Look at {n} reviews or dates that have passed before anything new is agreed.': {
    one: 'Edrych ar {n} adolygiad neu ddyddiad sydd wedi mynd heibio cyn cytuno ar ddim newydd.',
    other: 'Edrych ar {n} adolygiad neu ddyddiad sydd wedi mynd heibio cyn cytuno ar ddim newydd.',
  },
  'Talk through the widest differences in culture before they are taken for bad will.': {
    one: 'Trafod y gwahaniaeth mwyaf mewn diwylliant cyn iddo gael ei gymryd am ewyllys drwg.',
    other:
      'Trafod y gwahaniaethau mwyaf mewn diwylliant cyn iddynt gael eu cymryd am ewyllys drwg.',
  },
  'Say what would build trust in {n} relationships that lean on the deal.': {
    one: 'Dweud beth fyddai’n meithrin ymddiriedaeth mewn {n} berthynas sy’n pwyso ar y fargen.',
    two: 'Dweud beth fyddai’n meithrin ymddiriedaeth mewn {n} berthynas sy’n pwyso ar y fargen.',
    many: 'Dweud beth fyddai’n meithrin ymddiriedaeth mewn {n} pherthynas sy’n pwyso ar y fargen.',
    other: 'Dweud beth fyddai’n meithrin ymddiriedaeth mewn {n} perthynas sy’n pwyso ar y fargen.',
  },
  'Receive this map of relationships as the shared starting point.':
    'Derbyn y map hwn o berthnasoedd fel y man cychwyn a rennir.',
  'Approve this map of relationships as the shared starting point.':
    'Cymeradwyo’r map hwn o berthnasoedd fel y man cychwyn a rennir.',
  'Discuss this map of relationships, and what it leaves unsaid.':
    'Trafod y map hwn o berthnasoedd, a’r hyn y mae’n ei adael heb ei ddweud.',
  'Take assurance that both sides of each relationship have been asked, and note where they were not answered.':
    'Cymryd sicrwydd bod dwy ochr pob perthynas wedi cael eu holi, a nodi lle na chafwyd ateb.',
  'Note this map of relationships.': 'Nodi’r map hwn o berthnasoedd.',
  'Nowhere have both sides said how far they trust each other.':
    'Nid oes yr un berthynas lle dywedodd y ddwy ochr gymaint y maent yn ymddiried yn ei gilydd.',
  'Both sides said how far they trust each other in every one of them; nowhere are they a step or more apart.':
    'Dywedodd y ddwy ochr gymaint y maent yn ymddiried yn ei gilydd ym mhob un ohonynt; nid ydynt gam neu fwy ar wahân yn unman.',
  'Both sides said how far they trust each other in every one of them, and in {wide} the two sides are a step or more apart.':
    'Dywedodd y ddwy ochr gymaint y maent yn ymddiried yn ei gilydd ym mhob un ohonynt, ac mewn {wide} mae’r ddwy ochr gam neu fwy ar wahân.',
  'Both sides said how far they trust each other in {answered} of those {all}; nowhere are they a step or more apart.':
    'Dywedodd y ddwy ochr gymaint y maent yn ymddiried yn ei gilydd mewn {answered} o’r {all} hynny; nid ydynt gam neu fwy ar wahân yn unman.',
  'Both sides said how far they trust each other in {answered} of those {all}, and in {wide} the two sides are a step or more apart.':
    'Dywedodd y ddwy ochr gymaint y maent yn ymddiried yn ei gilydd mewn {answered} o’r {all} hynny, ac mewn {wide} mae’r ddwy ochr gam neu fwy ar wahân.',
  'Nowhere have both sides said how often they meet.':
    'Nid oes yr un berthynas lle dywedodd y ddwy ochr pa mor aml y maent yn cyfarfod.',
  'Both sides said how often they meet in every one of them; nowhere are they a step or more apart.':
    'Dywedodd y ddwy ochr pa mor aml y maent yn cyfarfod ym mhob un ohonynt; nid ydynt gam neu fwy ar wahân yn unman.',
  'Both sides said how often they meet in every one of them, and in {wide} the two sides are a step or more apart.':
    'Dywedodd y ddwy ochr pa mor aml y maent yn cyfarfod ym mhob un ohonynt, ac mewn {wide} mae’r ddwy ochr gam neu fwy ar wahân.',
  'Both sides said how often they meet in {answered} of those {all}; nowhere are they a step or more apart.':
    'Dywedodd y ddwy ochr pa mor aml y maent yn cyfarfod mewn {answered} o’r {all} hynny; nid ydynt gam neu fwy ar wahân yn unman.',
  'Both sides said how often they meet in {answered} of those {all}, and in {wide} the two sides are a step or more apart.':
    'Dywedodd y ddwy ochr pa mor aml y maent yn cyfarfod mewn {answered} o’r {all} hynny, ac mewn {wide} mae’r ddwy ochr gam neu fwy ar wahân.',
  '{organisations} mapped where they stand, with no relationship drawn yet, as of {day}.':
    'Mapiodd {organisations} lle y maent yn sefyll, heb yr un berthynas wedi’i thynnu eto, fel yr oedd pethau ar {day}.',
  '{organisations} mapped {ties} between them, as of {day}.':
    'Mapiodd {organisations} {ties} rhyngddynt, fel yr oedd pethau ar {day}.',
  'Over the {n} sides that gave a figure, trust is {figure}.':
    'Yn ôl {n} ochr a roddodd ffigur, {figure} yw’r ymddiriedaeth.',
  '{n} organisations': '{n} sefydliad',
  '{n} relationships': {
    one: '{n} berthynas',
    two: '{n} berthynas',
    many: '{n} pherthynas',
    other: '{n} perthynas',
  },
  '{n} shared objectives': '{n} amcan a rennir',
  '{n} commitments': '{n} ymrwymiad',
  'The map holds {objectives} and {commitments}.': 'Ar y map: {objectives}; {commitments}.',
  'The map holds {objectives} and {commitments}, which is imposed.':
    'Ar y map: {objectives}; {commitments}, a orfodwyd.',
  'The map holds {objectives} and {commitments}, {imposed} of them imposed.':
    'Ar y map: {objectives}; {commitments}, a gorfodwyd {imposed} ohonynt.',
  '{n} points need attention and are listed in this paper.': {
    two: 'Mae angen sylw ar {n} bwynt, a restrir yn y papur hwn.',
    few: 'Mae angen sylw ar {n} phwynt, a restrir yn y papur hwn.',
    many: 'Mae angen sylw ar {n} phwynt, a restrir yn y papur hwn.',
    other: 'Mae angen sylw ar {n} pwynt, a restrir yn y papur hwn.',
  },
  'No organisations are on the map yet.': 'Nid oes sefydliadau ar y map eto.',
  'The widest gap: {gap}.': 'Y bwlch mwyaf: {gap}.',
  '{a} trusts {b} {there}; the other way it is {back} (a gap of\u00a0{gap})':
    '{a} yn ymddiried {there} yn {b}; y ffordd arall, {back} (bwlch o\u00a0{gap})',
  '{a} reports contact with {b} {there}; the other way it is {back} (a gap of\u00a0{gap})':
    '{a} mewn cysylltiad {there} â {b}; y ffordd arall, {back} (bwlch o\u00a0{gap})',
  '{shown}; and {n} more': '{shown}; a {n} arall',
  'All who said both how closely they work together and how closely they need to ({n} sides) work at the level that is needed.':
    'Mae pawb a ddywedodd pa mor agos y maent yn cydweithio a pha mor agos y mae angen iddynt wneud hynny ({n} ochr) yn gweithio ar y lefel sydd ei hangen.',
  'Of the {n} sides that said both how closely they work together and how closely they need to, none works at the level that is needed.':
    'O’r {n} ochr a ddywedodd pa mor agos y maent yn cydweithio a pha mor agos y mae angen iddynt wneud hynny, nid oes yr un yn gweithio ar y lefel sydd ei hangen.',
  'Of the {of} sides that said both how closely they work together and how closely they need to, {n} work at the level that is needed.':
    'O’r {of} ochr a ddywedodd pa mor agos y maent yn cydweithio a pha mor agos y mae angen iddynt wneud hynny, mae {n} yn gweithio ar y lefel sydd ei hangen.',
  'No relationship is drawn to {names}.': 'Nid oes perthynas wedi’i thynnu at {names}.',
  'People move between the organisations at the top alone.':
    'Dim ond ar y brig y mae pobl yn symud rhwng y sefydliadau.',
  'Ask each of these to talk through the gap between them: {pairs}.':
    'Gofyn i bob un o’r rhain drafod y bwlch rhyngddynt: {pairs}.',
  'Set a date on which the partners look at this map again and say what has changed.':
    'Pennu dyddiad i’r partneriaid edrych ar y map hwn eto a dweud beth sydd wedi newid.',
  'None of the {n} minutes spent on issues went to a top issue.': {
    two: 'O’r {n} funud a dreuliwyd ar faterion, nid aeth dim i un o’r prif faterion.',
    other: 'O’r {n} munud a dreuliwyd ar faterion, nid aeth dim i un o’r prif faterion.',
  },
  'All of the {n} minutes spent on issues went to the top issues: {names}.': {
    two: 'Aeth y cyfan o’r {n} funud a dreuliwyd ar faterion i’r prif faterion: {names}.',
    other: 'Aeth y cyfan o’r {n} munud a dreuliwyd ar faterion i’r prif faterion: {names}.',
  },
  'Of the {n} minutes spent on issues, {part} went to the top issues: {names}.': {
    two: 'O’r {n} funud a dreuliwyd ar faterion, aeth {part} i’r prif faterion: {names}.',
    other: 'O’r {n} munud a dreuliwyd ar faterion, aeth {part} i’r prif faterion: {names}.',
  },
}
