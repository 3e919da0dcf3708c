import { describe, expect, test } from 'vitest';
import { wilsonOf } from '../../server/quotation/interval.rules.ts';
import { builtOf, figuresPrinted } from '../../server/synthesis/build.rules.ts';
import { proposedOf } from '../../server/synthesis/proposed.rules.ts';
import { telling } from '../support/telling.ts';

const wordsOf = (line: string) =>
  builtOf(line, telling)
    .lines.flatMap(({ runs }) => runs.map(({ text }) => text))
    .join('');
const faultsOf = (text: string, read: Record<string, string> | null = null) =>
  builtOf(text, telling, { read, elsewhere: new Map() }).faults.map(({ code, line, remedy }) => ({
    code,
    line,
    remedy,
  }));
const codesOf = (text: string) => faultsOf(text).map(({ code }) => code);

describe('a query is said', () => {
  test.each([
    ['structures', '1 311 structures'],
    ['indicator phone.connected', '77 % de 622 appels passés'],
    ['indicator phone.connected | bare', '77 %'],
    ['indicator phone.connected | decimals 1', '76,8 % de 622 appels passés'],
    ['indicator phone.connected in 2021 | bare', '96 %'],
    ['indicator phone.rings', '5,5 sonneries en moyenne (478 appels aboutis)'],
    ['mean global', '62,4 sur 100 (311 structures)'],
    ['mean channel PHONE | decimals 0 | bare', '70 sur 100'],
    ['change global', '−3,0 points (311 structures, contre 300 en 2021)'],
    ['change global | bare', '−3,0 points'],
    ['change indicator phone.connected | bare', '−19 points'],
    ['change category towns | broken | bare', '+4,1 points (rupture de série)'],
    ['change channel PHONE | bare', '0,0 point'],
    ['highest channel', '« Téléphone »'],
    ['lowest channel', '« Courrier postal »'],
    ['highest category', '« Villes » (parmi les moyennes publiées)'],
    ['laureates towns', 'Ville de Strasbourg (67)'],
    ['laureates regions', 'pas de lauréat'],
    ['point towns', 'Un agent se déplace.'],
    ['edition ordinal', '10ᵉ'],
    ['edition day', '10 novembre 2022'],
    ['name "Agenda 2030"', 'Agenda 2030'],
  ])('%s → %s', (query, words) => {
    expect(wordsOf(`{{ ${query} }}`)).toBe(words);
    expect(codesOf(`{{ ${query} }}`)).toEqual([]);
  });
});

describe('a text is not built', () => {
  test.each([
    ['Au téléphone, 77 % des appels aboutissent.', 'TYPED', 'indicator phone.connected'],
    ['Au téléphone, trois appels sur quatre aboutissent.', 'TYPED', null],
    ['{{ indicator phone.conected }} aboutissent.', 'UNKNOWN', 'indicator phone.connected'],
    ['{{ indicateur phone.connected }} aboutissent.', 'UNREADABLE', 'indicator phone.connected'],
    ['{{ mean global in 2015 }}', 'UNKNOWN', 'mean global'],
    ['Les régions : {{ mean category regions }}.', 'WITHHELD', null],
    ['Le délai : {{ indicator social.delay }}.', 'MISSING', null],
    ['Les villes : {{ change category towns }}.', 'BROKEN', 'change category towns | broken'],
    ['La moyenne progresse de {{ change global | unsigned }}.', 'OTHER_WAY', null],
    ['La moyenne bouge de {{ change global | unsigned }}.', 'OTHER_WAY', null],
    ['Voici : {{ palmares }} en ligne.', 'UNREADABLE', null],
    ['Une accolade {{ ouverte pour rien.', 'UNREADABLE', null],
  ])('%s', (text, code, remedy) => {
    expect(faultsOf(`# Titre\n\n${text}`)).toContainEqual({ code, line: 3, remedy });
  });

  test('when two sentences print one figure in two ways', () => {
    const text = '{{ indicator phone.connected }}.\nEncore : {{ indicator phone.connected | decimals 1 | bare }}.';
    expect(builtOf(text, telling).faults).toEqual([
      expect.objectContaining({ code: 'SAID_OTHERWISE', line: 2, old: '77 %', now: '76,8 %' }),
    ]);
  });

  test('when the same year is named, or another text prints it in another way', () => {
    const text =
      '{{ indicator phone.connected }}.\nEncore : {{ indicator phone.connected in 2022 | decimals 2 | bare }}.';
    expect(codesOf(text)).toEqual(['SAID_OTHERWISE']);
    const elsewhere = figuresPrinted('{{ mean global | decimals 2 }} {{ change global | decimals 0 }}', telling);
    const beside = { read: null, elsewhere };
    expect(builtOf('La moyenne : {{ mean global | bare }}.', telling, beside).faults).toEqual([
      expect.objectContaining({ code: 'SAID_ELSEWHERE', old: '62,35 sur 100', now: '62,4 sur 100' }),
    ]);
    expect(builtOf('La moyenne : {{ mean global | decimals 2 }}.', telling, beside).faults).toEqual([]);
  });

  test('when what a chart, a table or the palmarès prints is no longer what was read', () => {
    const text =
      '# T\n{{ chart channels }}\n{{ palmares }}\nAvec {{ laureates towns }} et {{ mean channel PHONE | bare }}.';
    const { figures } = builtOf(text, telling);
    const read = {
      ...figures,
      'mean channel PHONE': '71,0 sur 100 (40 structures)',
      'palmares towns': 'Ville de Nancy (54)',
    };
    expect(builtOf(text, telling, { read, elsewhere: new Map() }).faults).toMatchObject([
      { code: 'STALE', line: 2, subject: 'mean channel PHONE', now: '70,0 sur 100 (40 structures)' },
      { code: 'STALE', line: 3, subject: 'palmares towns', old: 'Ville de Nancy (54)' },
    ]);
    expect(builtOf(text, telling, { read: figures, elsewhere: new Map() }).faults).toEqual([]);
  });

  test('when a figure is no longer what was read: the sentence, what it said and what it says', () => {
    const text = 'Bref. Ce sont {{ structures }}. Voilà.\nLa moyenne : {{ mean global }}.';
    const read = { structures: '1 310 structures', 'mean global': '62,4 sur 100 (311 structures)' };
    expect(builtOf(text, telling, { read, elsewhere: new Map() }).faults).toEqual([
      expect.objectContaining({
        ...{ code: 'STALE', line: 1, sentence: 'Ce sont {{ structures }}.' },
        ...{ old: '1 310 structures', now: '1 311 structures' },
      }),
    ]);
  });
});

test('a withheld figure is answered alike whether or not the edition has it', () => {
  const unknown = { ...telling, figures: new Map(telling.figures) };
  unknown.figures.set('mean category regions', {
    ...(telling.figures.get('mean category regions') as NonNullable<ReturnType<typeof telling.figures.get>>),
    value: '71.20',
  });
  const text = '{{ mean category regions }} {{ change category regions }} {{ highest category }}';
  expect(builtOf(text, unknown).faults).toEqual(builtOf(text, telling).faults);
});

test('a sentence that says the opposite is told the figure with its sign', () => {
  const text = 'La moyenne progresse de {{ change global | unsigned | bare }}.';
  expect(builtOf(text, telling).faults).toMatchObject([{ code: 'OTHER_WAY', now: '−3,0 points' }]);
});

test('a sentence that says which way is believed when it says so rightly', () => {
  expect(codesOf('La moyenne recule de {{ change global | unsigned | bare }}.')).toEqual([]);
  expect(codesOf('La moyenne évolue de {{ change global | bare }}.')).toEqual([]);
});

test('what we propose leaves out what an edition cannot say, and the headings that remain alone', () => {
  const shipped = '# T\n\n## A\n\n{{ structures }} testées.\n\n## B\n\n{{ indicator none }}.\n\n## C\n\n{{ method }}\n';
  expect(proposedOf(shipped, telling)).toBe('# T\n\n## A\n\n{{ structures }} testées.\n\n## C\n\n{{ method }}\n');
});

test('a rate lies where Wilson says', () => {
  // 10 of 13: 50 to 92 %, as published tables have it.
  expect(wilsonOf(10, 13).map((end) => Math.round(end * 100))).toEqual([50, 92]);
  expect(wilsonOf(0, 5)[0]).toBe(0);
  expect(wilsonOf(5, 5)[1]).toBe(1);
});
