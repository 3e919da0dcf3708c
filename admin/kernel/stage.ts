/** How the address of a rehearsal ends its first word: `/2023-repetition/category`. A link says where it leads. */
const SUFFIX = '-repetition';
const ADDRESS = /^\/(\d{4})-repetition(\/|$)/;

/** Whether this page speaks of a rehearsal, and not of the house. */
export const isOnStage = (): boolean => ADDRESS.test(location.pathname);

/** The first word of the address of an edition, on the side one is on. */
export const wordOf = (year: number | string): string => `${year}${isOnStage() ? SUFFIX : ''}`;

/** The year at the head of an address, whichever side it is on; null when it has none. */
export const yearIn = (word: string): string | null => /^(\d{4})(-repetition)?$/.exec(word)?.[1] ?? null;

/** What a request says when it speaks of the rehearsal. */
export const stageHeaders = (): Readonly<Record<string, string>> => (isOnStage() ? { 'x-rehearsal': '1' } : {});

/** Goes to the rehearsal, or back: another page altogether, so that nothing read on one side is shown on the other. */
export const enterStage = (year: number): void => location.assign(`/${year}${SUFFIX}/`);
export const leaveStage = (year: number | string): void => location.assign(`/${year}/rehearsal`);

/** Doors that a rehearsal does not open: nothing leaves it. */
const offStage: readonly string[] = [
  ...[
    ...['plan', 'assignment', 'scenario', 'persona', 'auditor', 'briefing'],
    'publication',
    'embargo',
    'dataset',
    'account',
    'mail',
    'upload',
    'partner_access',
    'trash',
    'rehearsal',
    'turnout',
    'comparison',
    'configuration',
    'dossier',
    'meeting',
    'tie',
    'ceremony',
  ],
];

/** Whether a door is out of reach from where one is. */
export const isOffStage = (resource: string): boolean => isOnStage() && offStage.includes(resource);
