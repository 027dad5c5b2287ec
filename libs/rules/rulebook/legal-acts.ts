/** Acts that the rulebook and the calendar cite; titles for people are `acts.<code>`. */
export type LegalAct =
  | 'administrative-procedure-code'
  | 'assembly-model-regulation'
  | 'budget-code'
  | 'budget-planning-rules'
  | 'budget-planning-rules-2021'
  | 'local-self-government'
  | 'personal-data'
  | 'public-councils'
  | 'republican-budget-2024'
  | 'republican-budget-2025'
  | 'republican-budget-2026'
  | 'separate-gathering-rules';

/** What identifies an act in every language: its number, its day, where it can be read. */
export interface LegalActReference {
  /** As the state numbers it; empty where the number was not seen in a source. */
  readonly number: string;
  readonly adoptedOn: string;
  readonly url?: string;
}

export const LEGAL_ACTS: Readonly<Record<LegalAct, LegalActReference>> = {
  'administrative-procedure-code': {
    number: '350-VI',
    adoptedOn: '2020-06-29',
    url: 'https://adilet.zan.kz/rus/docs/K2000000350',
  },
  'assembly-model-regulation': { number: '295', adoptedOn: '2017-08-07' },
  'budget-code': { number: '171-VIII', adoptedOn: '2025-03-15' },
  'budget-planning-rules': {
    number: '208',
    adoptedOn: '2025-04-29',
    url: 'https://adilet.zan.kz/rus/docs/V2500036034',
  },
  'budget-planning-rules-2021': { number: '1192', adoptedOn: '2021-11-18' },
  'local-self-government': {
    number: '148',
    adoptedOn: '2001-01-23',
    url: 'https://adilet.zan.kz/rus/docs/Z010000148_',
  },
  'personal-data': {
    number: '94-V',
    adoptedOn: '2013-05-21',
    url: 'https://adilet.zan.kz/rus/docs/Z1300000094',
  },
  'public-councils': { number: '383-V', adoptedOn: '2015-11-02' },
  'republican-budget-2024': { number: '', adoptedOn: '2023-12-05' },
  'republican-budget-2025': { number: '', adoptedOn: '2024-12-04' },
  'republican-budget-2026': { number: '', adoptedOn: '2025-12-08' },
  'separate-gathering-rules': { number: '122', adoptedOn: '2023-06-23' },
};
