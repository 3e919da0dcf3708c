import { stdnum } from 'stdnum';

/** Whether a SIREN has nine digits and the right key (Luhn). Its first digits say nothing: some communes start with 20. */
export const isSiren = (siren: string): boolean =>
  /^\d{9}$/.test(siren) && stdnum.FR?.siren?.validate(siren).isValid === true;

/** Whether a SIRET has fourteen digits and the right key (Luhn, with the exception of La Poste). */
export const isSiret = (siret: string): boolean =>
  /^\d{14}$/.test(siret) && stdnum.FR?.siret?.validate(siret).isValid === true;

/** A number as people type it: "216 704 825" → "216704825". */
export const compact = (number: string): string => number.replace(/[\s\u00a0\u202f.]/g, '');
