import type { Told } from '../quotation/told.rules.ts';
import { builtOf } from './build.rules.ts';

/** The text we propose, without what this edition cannot say, nor the headings that nothing follows any more. */
export function proposedOf(shipped: string, told: Told): string {
  const { faults } = builtOf(shipped, told);
  const faulty = new Set(faults.map(({ line }) => line));
  const kept = shipped.split('\n').filter((line, i) => line.trim() !== '' && !faulty.has(i + 1));
  const isHeading = (line: string | undefined) => line === undefined || /^#/.test(line);
  const whole = kept.filter((line, i) => !/^##/.test(line) || !isHeading(kept[i + 1]));
  return `${whole.join('\n\n')}\n`;
}
