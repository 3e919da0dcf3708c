import { type Territory, territoryOf } from './calendar.rules.ts';

/** The overseas regions by their INSEE code, for the bodies that have no département of their own. */
const overseas: Readonly<Record<string, string>> = { '01': '971', '02': '972', '03': '973', '04': '974', '06': '976' };

/** Where a structure receives the public, from the first of its codes that says it. */
export function placeOf(structure: {
  readonly departmentCode: string | null;
  readonly inseeCode: string | null;
  readonly regionCode: string | null;
}): Territory {
  const { departmentCode, inseeCode, regionCode } = structure;
  return territoryOf(
    departmentCode ?? inseeCode?.slice(0, /^9[78]/.test(inseeCode) ? 3 : 2) ?? overseas[regionCode ?? ''] ?? null,
  );
}
