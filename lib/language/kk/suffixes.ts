import { CASE, type SuffixSlot } from '../rules';

const { nominative: N, genitive: G, dative: D, accusative: A, instrumental: I } = CASE;
const { prepositional: P, ablative: ABL, plural: PL } = CASE;

const forms = (mask: number, text: string): [number, string][] =>
  text.split(' ').map((form) => [mask, form]);

/** The slots of a Kazakh noun in their order; front and back vowels fall together in the skeleton. */
export const KK_SLOTS: readonly SuffixSlot[] = [
  { slot: 'plural', forms: forms(PL, 'лар лер дар дер тар тер') },
  {
    slot: 'possessive',
    // «Менің» is said of no name, and «Лим» would be a form of «Ли».
    forms: forms(N, 'ы і сы сі ымыз іміз мыз міз ың ің ыңыз іңіз'),
  },
  {
    // Without this slot's condition «Омарова» would be a dative of «Омаров».
    slot: 'caseOfPossessed',
    after: 'possessive',
    forms: [
      ...forms(D, 'на не'),
      ...forms(A, 'н'),
      ...forms(P, 'нда нде ндағы ндегі'),
      ...forms(ABL, 'нан нен'),
    ],
  },
  {
    slot: 'case',
    forms: [
      ...forms(G, 'ның нің дың дің тың тің'),
      ...forms(D, 'ға ге қа ке'),
      ...forms(A, 'ны ні ды ді ты ті'),
      // The attributive stands on the locative alone: with the accusative «әкімдігі» would be a form of «әкім».
      ...forms(P, 'да де та те дағы дегі тағы тегі'),
      ...forms(ABL, 'дан ден тан тен нан нен'),
      ...forms(I, 'мен бен пен'),
    ],
  },
  {
    slot: 'attributive',
    forms: [...forms(G, 'дікі тікі нікі'), ...forms(N, 'дай дей тай тей ша ше')],
  },
  {
    slot: 'copula',
    forms: forms(N, 'мын мін бын бін пын пін сың сің сыз сіз мыз міз быз біз пыз піз'),
  },
];
