import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { CsvColumn } from '../../admin/kernel/csv.ts';
import { doEach, type Outcome } from '../../admin/kernel/list/bulk.ts';
import { cellValue, fileOf } from '../../admin/kernel/list/file.ts';
import { draftAt, draftKey, keepDraft, typedOf } from '../../admin/kernel/record/draft.ts';

interface Town {
  readonly name: string;
  readonly siren: string | null;
  readonly population: number | null;
  readonly share: string;
  readonly on: string;
  readonly kind: string;
}
const columns: readonly CsvColumn<Town>[] = [
  { label: 'Nom', value: ({ name }) => name },
  { label: 'SIREN', value: ({ siren }) => siren },
  { label: 'Population', value: ({ population }) => population },
  { label: 'Part', value: ({ share }) => share, as: 'decimal' },
  { label: 'Le', value: ({ on }) => on, as: 'day' },
  { label: 'Nature', value: ({ kind }) => kind, of: 'StructureKind' },
];
const towns: readonly Town[] = [
  { name: 'L’Haÿ', siren: '012345678', population: 31_000, share: '12.5', on: '2022-11-10', kind: 'COMMUNE' },
  { name: '=SOMME(A1)', siren: null, population: null, share: '0.1', on: '2022-01-01', kind: 'COMMUNE' },
];
const translate = (key: string) => (key.startsWith('enum.') ? 'Commune' : key);
async function* inTwo() {
  for (const town of towns) yield { rows: [town], total: 2 };
}

test('a workbook has numbers as numbers, days as days, codes as text, and no formula that was only a name', async () => {
  const file = await fileOf('xlsx', inTwo(), columns, translate);
  const { sheets } = await readXlsx(new Uint8Array(await file.arrayBuffer()));
  const [heading, first, second] = sheets[0]?.rows ?? [];
  expect(heading).toEqual(['Nom', 'SIREN', 'Population', 'Part', 'Le', 'Nature']);
  expect(first).toEqual(['L’Haÿ', '012345678', 31_000, 12.5, new Date('2022-11-10T00:00:00Z'), 'Commune']);
  expect(second?.slice(0, 4)).toEqual(['=SOMME(A1)', null, null, 0.1]);
});

test('a text file has one heading, a mark, semicolons, decimal commas, and runs nothing', async () => {
  const file = await fileOf('csv', inTwo(), columns, translate);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
  expect(text).toBe(
    '\ufeffNom;SIREN;Population;Part;Le;Nature\r\n' +
      'L’Haÿ;012345678;31000;12,5;2022-11-10;Commune\r\n' +
      "'=SOMME(A1);;;0,1;2022-01-01;Commune\r\n",
  );
});

test('an instant is written on the clock of the reader, as a spreadsheet has no time zone', () => {
  const at = cellValue('2022-11-10T13:05:00Z', 'instant') as Date;
  const here = new Date('2022-11-10T13:05:00Z');
  expect([at.getUTCHours(), at.getUTCMinutes()]).toEqual([here.getHours(), here.getMinutes()]);
});

test('one refusal spares the others, and stopping leaves the rest as it is', async () => {
  const outcomes: Outcome[] = [];
  const way = new AbortController();
  const act = async (n: number) => {
    if (n === 3) throw new Error('no');
    if (n === 10) way.abort();
    return [String(n)];
  };
  const records = Array.from({ length: 100 }, (_, i) => i);
  const tell = (outcome: Outcome) => void outcomes.push(outcome);
  await doEach(records, act, (n) => ({ id: n, name: `n${n}` }), { tell, signal: way.signal });
  expect(outcomes.filter(({ refusal }) => refusal).map(({ name }) => name)).toEqual(['n3']);
  expect(outcomes.length).toBeLessThan(20);
  expect(new Set(outcomes.map(({ id }) => id)).size).toBe(outcomes.length);
  expect(outcomes.find(({ id }) => id === 5)?.acts).toEqual(['5']);
});

test('a draft holds only what was typed, is its author’s alone, and is too old after a week', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
  const typed = typedOf({ name: 'Metz', kind: 'COMMUNE' }, { name: 'Nancy', kind: 'COMMUNE' }, { name: true });
  expect(typed).toEqual({ was: { name: 'Metz' }, typed: { name: 'Nancy' } });
  const key = draftKey('ada', 'structure', '1');
  keepDraft(key, { at: '2022-07-01T09:00:00Z', ...typed }, store);
  expect(draftAt(key, new Date('2022-07-02T09:00:00Z'), store)?.typed).toEqual({ name: 'Nancy' });
  expect(draftAt(draftKey('élise', 'structure', '1'), new Date('2022-07-02T09:00:00Z'), store)).toBe(null);
  expect(draftAt(key, new Date('2022-07-09T09:00:00Z'), store)).toBe(null);
  expect(kept.size).toBe(0);
  keepDraft(key, { at: '2022-07-01T09:00:00Z', was: {}, typed: {} }, store);
  expect(kept.size).toBe(0);
});
