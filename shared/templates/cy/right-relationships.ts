/** The right relationships. */
export const rightRelationships = {
  'What do we bring, and what do we want?': 'Beth ydym yn dod ag ef, a beth ydym ei eisiau?',
  'What does each of us put on the table, and hope to take away?':
    'Beth y mae pob un ohonom yn ei roi ar y bwrdd, ac yn gobeithio mynd ag ef adref?',
  'Four minutes in your own organisation: two things you bring, two you want. Put them into your organisation’s card as well.\n\nRead the wants aloud first. Nobody guesses for others.':
    'Pedair munud yn eich sefydliad eich hun: dau beth rydych yn dod â nhw, dau rydych eu heisiau. Rhowch nhw yng ngherdyn eich sefydliad hefyd.\n\nDarllenwch yr hyn rydych ei eisiau’n uchel yn gyntaf. Nid oes neb yn dyfalu dros eraill.',
  'Each organisation has named a want that the others had not heard. No side is empty.':
    'Mae pob sefydliad wedi enwi rhywbeth y mae ei eisiau nad oedd y lleill wedi clywed amdano. Nid oes ochr yn wag.',
  'We bring': 'Rydym yn dod â',
  'Say who you are: “Fire: 40 people who know every street”':
    'Dywedwch pwy ydych: “Tân: 40 o bobl sy’n adnabod pob stryd”',
  'We want': 'Rydym eisiau',
  'The real thing, even if it sounds selfish': 'Y peth go iawn, hyd yn oed os yw’n swnio’n hunanol',
  'Who works with whom?': 'Pwy sy’n gweithio gyda phwy?',
  'Which ties matter, and how does each look from both ends?':
    'Pa gysylltiadau sy’n bwysig, a sut olwg sydd ar bob un o’r ddau ben?',
  'Draw only ties that somebody in this room can speak for.\n\nEach organisation answers for its own end, and for nobody else’s. Don’t know is an answer.':
    'Lluniadwch y cysylltiadau y gall rhywun yn yr ystafell hon siarad drostynt, a dim rhai eraill.\n\nMae pob sefydliad yn ateb dros ei ben ei hun, a neb arall. Mae “ddim yn gwybod” yn ateb.',
  'The ties that matter have an answer at both ends, and nobody was talked out of theirs.':
    'Mae ateb ar ddau ben y cysylltiadau sy’n bwysig, ac ni chafodd neb ei ddarbwyllo i newid ei ateb.',
  'Where do we see it differently?': 'Lle rydym yn gweld pethau’n wahanol?',
  'Which gaps make things worse for the people we serve?':
    'Pa fylchau sy’n gwneud pethau’n waeth i’r bobl rydym yn eu gwasanaethu?',
  'Take the widest gaps on the ties that matter, three at most.\n\nEach side has two minutes. The other says back what it heard before it answers.':
    'Cymerwch y bylchau mwyaf ar y cysylltiadau sy’n bwysig, tri ar y mwyaf.\n\nMae gan bob ochr ddwy funud. Mae’r llall yn ailadrodd yr hyn a glywodd cyn iddi ateb.',
  'Both sides know what the other would have to see to move one step.':
    'Mae’r ddwy ochr yn gwybod beth y byddai’n rhaid i’r llall ei weld er mwyn symud un cam.',
  'What we see differently': 'Ein gwahanol safbwyntiau',
  'The tie, and each side’s view of it': 'Y cyswllt, a barn pob ochr amdano',
  'What it costs people': 'Beth y mae’n ei gostio i bobl',
  'Who notices, and how?': 'Pwy sy’n sylwi, a sut?',
  'What would move it': 'Beth fyddai’n ei symud',
  'One step that the other side could see': 'Un cam y gallai’r ochr arall ei weld',
  'How do we work together?': 'Sut ydym yn cydweithio?',
  'What do we promise each other, and what happens when it goes wrong?':
    'Beth ydym yn ei addo i’n gilydd, a beth sy’n digwydd pan aiff o’i le?',
  'Write promises that a camera could see.\n\nRead each one out and ask who would not sign it. Change it or drop it until everybody would.':
    'Ysgrifennwch addewidion y gallai camera eu gweld.\n\nDarllenwch bob un yn uchel a gofynnwch pwy na fyddai’n ei lofnodi. Newidiwch ef neu ei ollwng nes y byddai pawb yn ei lofnodi.',
  'Five lines or fewer, and one of them is for the day when it goes wrong.':
    'Pum llinell neu lai, ac mae un ohonynt ar gyfer y diwrnod pan aiff pethau o’u lle.',
  'We will': 'Byddwn yn',
  'Tell the others before we tell the press': 'Dweud wrth y lleill cyn dweud wrth y wasg',
  'We will not': 'Ni fyddwn yn',
  'Promise another’s people or money': 'Addo pobl neu arian rhywun arall',
  'When it goes wrong': 'Pan aiff o’i le',
  'Who rings whom, the same day': 'Pwy sy’n ffonio pwy, yr un diwrnod',
}
