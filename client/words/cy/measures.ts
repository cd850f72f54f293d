import type { Words } from '../../../shared/words/words.ts'

/** Measures, lenses and flags. */
export const measures: Words['texts'] = {
  'Accepted by the partners': 'Derbyniwyd gan y partneriaid',
  'Answered for all their ties:': 'Wedi ateb dros eu holl gysylltiadau:',
  Arrange: 'Trefnu',
  Brokers: 'Canolwyr',
  Everything: 'Popeth',
  'Explain this lens': 'Esbonio’r lens hon',
  'High on the case for working together and on the need to change themselves.':
    'Yn uchel ar yr achos dros gydweithio ac ar yr angen i newid eu hunain.',
  'How far each side trusts the other. Everything else steps back.':
    'Cymaint y mae pob ochr yn ymddiried yn y llall. Mae popeth arall yn camu’n ôl.',
  'How far the row trusts the column, 1 to 4. Empty: no tie, or not answered.':
    'Cymaint y mae’r rhes yn ymddiried yn y golofn, 1 i 4. Gwag: dim cyswllt, neu heb ateb.',
  'How hard they are pressed': 'Faint o bwysau sydd arnynt',
  'How much contact the row reports with the column, 1 to 4.':
    'Faint o gyswllt y mae’r rhes yn ei nodi â’r golofn, 1 i 4.',
  'How strong the pull to join up is, and the strain on capacity: 1 none, 4 the most.':
    'Pa mor gryf yw’r tynnu at gydweithio, a’r straen ar gapasiti: 1 dim, 4 mwyaf.',
  'Imposed by somebody else': 'Gorfodwyd gan rywun arall',
  'Leaning on the deal': 'Pwyso ar y fargen',
  'Left some open:': 'Wedi gadael rhai’n agored:',
  Lens: 'Lens',
  'Level is what is needed': 'Y lefel yw’r hyn sydd ei angen',
  'Level not said': 'Heb ddweud y lefel',
  'Level of working together': 'Lefel y cydweithio',
  'Little trust (below 2.5), and the deal holds it together more than the relationship.':
    'Ychydig o ymddiriedaeth (dan 2.5), a’r fargen yn ei ddal ynghyd yn fwy na’r berthynas.',
  'Look at the map for': 'Edrych ar y map am',
  'Look at them': 'Edrych arnynt',
  'Made: done': 'Gwnaed: wedi’i wneud',
  'No commitment is on the board yet.': 'Nid oes ymrwymiad ar y bwrdd eto.',
  'No gap of a step or more, as far as both sides have answered.':
    'Dim bwlch o gam neu fwy, cyn belled ag y mae’r ddwy ochr wedi ateb.',
  'No gap of a step or more.': 'Dim bwlch o gam neu fwy.',
  'No objective is linked to people or places yet.':
    'Nid oes amcan wedi’i gysylltu â phobl na lleoedd eto.',
  'No relationship is drawn yet.': 'Nid oes perthynas wedi’i lluniadu eto.',
  'No risk is held alone.': 'Nid oes risg yn cael ei dal ar ei phen ei hun.',
  'No tie leans on the deal, as far as the sides have answered.':
    'Nid oes cyswllt yn pwyso ar y fargen, cyn belled ag y mae’r ochrau wedi ateb.',
  'no team named': 'heb enwi tîm',
  'Nobody has published one.': 'Nid oes neb wedi cyhoeddi un.',
  'Nobody has said both.': 'Nid oes neb wedi dweud y ddau.',
  'Nobody has said so.': 'Nid oes neb wedi dweud hynny.',
  'Nobody has said yet that they need another level than there is.':
    'Nid oes neb wedi dweud eto fod arnynt angen lefel wahanol i’r un sydd.',
  'Nobody stands between others.': 'Nid oes neb yn sefyll rhwng eraill.',
  'Nobody.': 'Neb.',
  'None is drawn yet.': 'Nid oes un wedi’i lluniadu eto.',
  'None of two steps or more.': 'Dim un o ddau gam neu fwy.',
  'Nothing to flag: every check came out clear.':
    'Dim i dynnu sylw ato: daeth pob gwiriad yn glir.',
  'Objectives that reach somebody': 'Amcanion sy’n cyrraedd rhywun',
  'Objectives that reach somebody stay bright; the faint ones reach nobody.':
    'Mae amcanion sy’n cyrraedd rhywun yn aros yn glir; nid yw’r rhai gwan yn cyrraedd neb.',
  'Offered: put on the table': 'Cynigiwyd: rhoddwyd ar y bwrdd',
  'Organisations with no tie drawn.': 'Sefydliadau heb gyswllt wedi’i lunio.',
  'People move at the top alone.': 'Dim ond ar y brig y mae pobl yn symud.',
  'Pressure gauges that organisations have published; the others are private.':
    'Mesuryddion pwysau a gyhoeddwyd gan sefydliadau; mae’r lleill yn breifat.',
  'Reach of objectives': 'Cyrhaeddiad amcanion',
  'Ready on both counts': 'Yn barod ar y ddau gyfrif',
  'Relationships and their organisations stay bright.':
    'Mae perthnasoedd a’u sefydliadau’n aros yn glir.',
  'Risk held alone': 'Risg a ddelir ar ei phen ei hun',
  'Risks that one organisation holds by itself.':
    'Risgiau y mae un sefydliad yn eu dal ar ei ben ei hun.',
  'Standing alone': 'Yn sefyll ar eu pen eu hunain',
  'Take the lens off': 'Tynnu’r lens',
  'Teams rolled up': 'Timau wedi’u cyfuno',
  'The lanes show the level now.': 'Mae’r lonydd yn dangos y lefel yn awr.',
  'The line runs from who makes it to what it serves, and tells how far it has come.':
    'Mae’r llinell yn rhedeg o’r sawl sy’n ei wneud at yr hyn y mae’n ei wasanaethu, ac yn dweud pa mor bell y mae wedi dod.',
  'The part of all shortest ways between two others that leads through them (betweenness).':
    'Y rhan o’r holl ffyrdd byrraf rhwng dau arall sy’n arwain drwyddynt (rhyngoldeb).',
  'The two that stand furthest apart on each scale.':
    'Y ddau sy’n sefyll bellaf oddi wrth ei gilydd ar bob graddfa.',
  'Those risks stay bright, and who holds them.':
    'Mae’r risgiau hynny’n aros yn glir, a phwy sy’n eu dal.',
  'Ties that lean on the deal stay bright.':
    'Mae cysylltiadau sy’n pwyso ar y fargen yn aros yn glir.',
  'Ties where a side needs another level than there is stay bright.':
    'Mae cysylltiadau lle mae ar un ochr angen lefel wahanol i’r un sydd yn aros yn glir.',
  'Ties with a gap stay bright.': 'Mae cysylltiadau â bwlch yn aros yn glir.',
  'To act on': 'I weithredu arnynt',
  'What the first says of the second, minus what it hears back.':
    'Yr hyn y mae’r cyntaf yn ei ddweud am yr ail, llai’r hyn y mae’n ei glywed yn ôl.',
  'What the map says': 'Beth ddywed y map',
  'What this lens shows': 'Beth y mae’r lens hon yn ei ddangos',
  'What to show': 'Beth i’w ddangos',
  'Where the two sides see it a step or more apart.':
    'Lle mae’r ddwy ochr yn ei weld gam neu fwy ar wahân.',
  'Which objectives reach people and places at the sharp end.':
    'Pa amcanion sy’n cyrraedd pobl a lleoedd ar y pen llymaf.',
  'Who brings what to which objective.': 'Pwy sy’n dod â beth at ba amcan.',
  'Who holds the ties': 'Pwy sy’n dal y cysylltiadau',
  'Widest gaps': 'Y bylchau mwyaf',
  'says of': 'yn dweud am',
  'show on the map': 'dangos ar y map',
  'the most named has {count} of {of} possible incoming ties':
    'mae gan yr un a enwir fwyaf {count} o {of} cyswllt posibl i mewn',
  '{count} of {of} commitments have an owner and a date':
    'Mae gan {count} o {of} ymrwymiad berchennog a dyddiad',
  '{count} of {of} objectives': '{count} o {of} amcan',
  '{count} of {of} objectives reach somebody': 'Mae {count} o {of} amcan yn cyrraedd rhywun',
  '{count} of {of} possible ties': '{count} o {of} cyswllt posibl',
  '{count} of {of} relationships have a gap': 'Mae bwlch mewn {count} o {of} perthynas',
  '{count} of {of} relationships lean on the deal':
    'Mae {count} o {of} perthynas yn pwyso ar y fargen',
  '{count} of {of} relationships should change their level':
    'Dylai {count} o {of} perthynas newid eu lefel',
  '{count} of {of} risks are held alone': 'Delir {count} o {of} risg ar eu pen eu hunain',
  '{count} of {of} sides gave a figure': 'Rhoddodd {count} o {of} ochr ffigur',
  '{count} of {of} sides that said both': '{count} o {of} ochr a ddywedodd y ddwy',
  '{count} of {of} ties answered from both sides': 'Atebwyd {count} o {of} cyswllt o’r ddwy ochr',
  '{count} of {of} ties are returned': 'Dychwelir {count} o {of} cyswllt',
  '{name}: pull {momentum}, strain {strain}': '{name}: tynnu {momentum}, straen {strain}',
  '{name}: pull {momentum}, strain {strain}: high on both':
    '{name}: tynnu {momentum}, straen {strain}: uchel ar y ddau',
  '{name}: {word} ({level} of 4)': '{name}: {word} ({level} o 4)',
  '{name}: {word} ({level} of 4): {note}': '{name}: {word} ({level} o 4): {note}',
  '{n} reviews and dates have passed. Look at them before anything new is promised.':
    'Mae {n} adolygiad a dyddiad wedi mynd heibio. Edrychwch arnynt cyn addo dim newydd.',
  '{of} relationships': '{of} perthynas',
}
