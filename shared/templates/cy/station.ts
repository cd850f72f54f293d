/** What stands beside every step. */
export const station = {
  '{n} minutes': '{n} munud',
  'How to run it': 'Sut i’w redeg',
  'What good looks like': 'Arwydd o lwyddiant',
}
