/** The channels, in the order in which the house names them. */
export const CHANNELS = ['RECEPTION', 'PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL'] as const;
export type Channel = (typeof CHANNELS)[number];
