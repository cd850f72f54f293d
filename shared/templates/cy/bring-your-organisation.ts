/** Bring your organisation to bear. */
export const bringYourOrganisation = {
  'What do we want to achieve?': 'Beth ydym am ei gyflawni?',
  'What gets better for people here, and for whom first?':
    'Beth sy’n gwella i bobl yma, ac i bwy yn gyntaf?',
  'One objective a card. Finish the sentence “so that people here can …”: that is its public value.\n\nThen name who gains at the sharp end: those who need it most and get it least.':
    'Un amcan i bob cerdyn. Gorffennwch y frawddeg “fel y gall pobl yma …”: dyna ei werth cyhoeddus.\n\nYna enwch pwy sy’n elwa ar y pen llymaf: y rhai sydd â’r angen mwyaf amdano ac sy’n cael lleiaf ohono.',
  'Three objectives at most. A stranger could tell in a year whether you met them.':
    'Tri amcan ar y mwyaf. Gallai dieithryn ddweud ymhen blwyddyn a wnaethoch eu cyflawni.',
  'Our objectives': 'Ein hamcanion',
  'Choose Objective, click here, and type.': 'Dewiswch Amcan, cliciwch yma a theipiwch.',
  'Not for us, or not now': 'Nid i ni, neu nid yn awr',
  'Worth doing, but not by us together': 'Gwerth ei wneud, ond nid gennym ni gyda’n gilydd',
  'What does each of us bring to bear?': 'Beth y mae pob un ohonom yn ei gyfrannu?',
  'People, money, data, buildings, authority, a way of leading: what will you offer?':
    'Pobl, arian, data, adeiladau, awdurdod, ffordd o arwain: beth wnewch chi ei gynnig?',
  'Offer for your own organisation only. Say which objective it serves.\n\nThe others say yes, or what would make it useful.':
    'Cynigiwch dros eich sefydliad eich hun yn unig. Dywedwch pa amcan y mae’n ei wasanaethu.\n\nMae’r lleill yn derbyn, neu’n dweud beth fyddai’n ei wneud yn ddefnyddiol.',
  'Nothing is imposed, and every objective has more than goodwill behind it.':
    'Nid oes dim yn cael ei orfodi, ac mae gan bob amcan fwy nag ewyllys da y tu ôl iddo.',
  Offered: 'Cynigiwyd',
  'Choose Commitment, click here, and type.': 'Dewiswch Ymrwymiad, cliciwch yma a theipiwch.',
  Accepted: 'Derbyniwyd',
  'The others said yes.': 'Cytunodd y lleill.',
  'Who owns what, by when?': 'Pwy sy’n berchen ar beth, erbyn pryd?',
  'Whose name is on it, and which date?': 'Enw pwy sydd arno, a pha ddyddiad?',
  'Move what was accepted to its date. A person owns it, not a team.\n\nNo name or no date: it goes back to Offered.':
    'Symudwch yr hyn a dderbyniwyd at ei ddyddiad. Person sy’n berchen arno, nid tîm.\n\nHeb enw neu heb ddyddiad: mae’n mynd yn ôl i Cynigiwyd.',
  'You know what will have happened in thirty days, and who rings whom if it has not.':
    'Rydych yn gwybod beth fydd wedi digwydd ymhen deg diwrnod ar hugain, a phwy sy’n ffonio pwy os nad yw wedi digwydd.',
  'Within 30 days': 'Cyn pen 30 diwrnod',
  'Small enough to be sure of': 'Digon bach i fod yn sicr ohono',
  'Within 90 days': 'Cyn pen 90 diwrnod',
  'Before the next quarter’s boards meet': 'Cyn i fyrddau’r chwarter nesaf gyfarfod',
  'Within a year': 'Cyn pen blwyddyn',
  'What the first steps lead to': 'Yr hyn y mae’r camau cyntaf yn arwain ato',
  'What will I do differently?': 'Beth wnaf i’n wahanol?',
  'What will people see me do when I am back at work?':
    'Beth fydd pobl yn fy ngweld yn ei wneud pan fyddaf yn ôl yn y gwaith?',
  'Each leader writes one note: something to start or to stop, and who may remind them of it.\n\nRead it out. Nobody comments.':
    'Mae pob arweinydd yn ysgrifennu un nodyn: rhywbeth i’w ddechrau neu roi’r gorau iddo, a phwy gaiff ei atgoffa amdano.\n\nDarllenwch ef yn uchel. Nid oes neb yn gwneud sylw.',
  'Somebody else could see it happen by the end of next week.':
    'Gallai rhywun arall ei weld yn digwydd erbyn diwedd yr wythnos nesaf.',
  'I will start': 'Byddaf yn dechrau',
  'Your name, and what people will see': 'Eich enw, a’r hyn y bydd pobl yn ei weld',
  'I will stop': 'Byddaf yn rhoi’r gorau i',
  'What you will leave to others': 'Yr hyn y byddwch yn ei adael i eraill',
  'Remind me': 'Atgoffwch fi',
  'Who may, and how': 'Pwy gaiff wneud, a sut',
}
