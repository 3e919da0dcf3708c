import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The floors of the house, from the ground up. A room imports from floors below its own, never up, never sideways. */
const floors: readonly (readonly string[])[] = [
  ['kernel', 'score', 'uncertainty', 'database', 'config', 'start', 'secret'],
  ['territory', 'delay', 'vote', 'prose', 'privacy', 'disclosure'],
  ['account', 'edition', 'structure', 'partner', 'planner'],
  ['grid', 'enrolment', 'duplicate', 'view', 'panel', 'access', 'opendata', 'auditor'],
  ['trophy', 'registration', 'turnout', 'mandate', 'allowance', 'delivery', 'plan'],
  ['audit', 'conflict', 'evidence'],
  ['configuration', 'collect'],
  ['ranking'],
  ['undo', 'explanation', 'workshop', 'comparison', 'certificate', 'control'],
  ['provisional', 'effect', 'quality'],
  ['claim'],
  ['jury', 'report', 'phase', 'rehearsal', 'trash', 'import'],
  ['meeting', 'individual'],
  ['dossier', 'minutes', 'diploma', 'space', 'cockpit'],
  ['publication'],
  ['release', 'quotation'],
  ['embargo', 'synthesis'],
  [
    'main',
    'application',
    'app',
    'answers',
    'judged',
    'safety',
    'doorstep',
    'screens',
    'published',
    'endpoint',
    'staging',
    'shield',
    'explorer',
    'upload',
    'download',
    'export',
    'build',
    'calendar',
    'watch',
    'live',
    'courier',
    'data',
    'fairness',
    'stream',
    'gate',
    'press',
    'guide',
    'guiding',
    'receiving',
    'exhibits',
    'requests',
    'configuring',
    'command',
    'command.words',
    'schema',
    'orm',
    'migrate',
    'migrations',
    'demo',
  ],
];

/** Neighbours of the ground floor that lean on one another, and the only files that do. */
const leaning: readonly string[] = ['config → kernel', 'config → start', 'database → start', 'database → secret'];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports: Import[] = globSync('{server,admin,test}/**/*.{ts,tsx}', { cwd: root }).flatMap((from) =>
  [
    ...readFileSync(join(root, from), 'utf8').matchAll(/^\s*(?:import|export)\s(type\s)?[^'"]*?from '(\.[^']+)'/gms),
  ].map(([, type, path = '']) => ({ from, to: normalize(join(dirname(from), path)), typeOnly: type !== undefined })),
);

const roomOf = (file: string): string => (file.split('/')[1] ?? '').replace(/\.tsx?$/, '');
const floorOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room));
const within = (top: string) =>
  imports.filter(({ from, to }) => from.startsWith(`${top}/`) && to.startsWith(`${top}/`));

describe('the floors of the house', () => {
  test('every room of the server stands on one floor', () => {
    const rooms = new Set(globSync('server/**/*.ts', { cwd: root }).map(roomOf));
    expect([...rooms].filter((room) => floorOf(room) === -1)).toEqual([]);
  });

  test('imports go down, never up, never sideways', () => {
    const wrong = within('server')
      .map(({ from, to }) => ({ from, to, own: roomOf(from), other: roomOf(to) }))
      .filter(({ own, other }) => own !== other && floorOf(own) < floors.length - 1)
      .filter(({ own, other }) => floorOf(other) >= floorOf(own) && !leaning.includes(`${own} → ${other}`))
      .map(({ from, to, own, other }) => `${from} (${own}) imports ${to} (${other}), which is not below it`);
    expect(wrong).toEqual([]);
  });

  test('rules are pure: they import rules, and otherwise only types', () => {
    const wrong = within('server')
      .filter(({ from, to, typeOnly }) => from.endsWith('.rules.ts') && !to.endsWith('.rules.ts') && !typeOnly)
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  test('the admin and the server meet at the contract, and share nothing but the arithmetic', () => {
    const wrong = imports
      .filter(
        ({ from, to }) =>
          from.startsWith('admin/') &&
          to.startsWith('server/') &&
          !/^server\/(score|delay|uncertainty|vote|privacy)\/|^server\/(collect\/\w+|kernel\/(canonical|preposition)|diploma\/code)\.rules\.ts$/.test(
            to,
          ),
      )
      .concat(imports.filter(({ from, to }) => from.startsWith('server/') && to.startsWith('admin/')))
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  test('rooms of the admin do not import one another', () => {
    const shared = ['kernel', 'App', 'main', 'vite.config'];
    const wrong = within('admin')
      .map(({ from, to }) => ({ from, to, own: roomOf(from), other: roomOf(to) }))
      .filter(({ own, other }) => own !== other && !shared.includes(own) && !shared.includes(other))
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  test('nothing imports tests', () => {
    expect(imports.filter(({ from, to }) => !from.startsWith('test/') && to.startsWith('test/'))).toEqual([]);
  });

  test('only the entrance reads the clock, the environment and the random generator', () => {
    const allowed =
      /^server\/(main|application|app|build|config|start|secret|migrate)\.ts$|^server\/(database|migrations)\/|^server\/kernel\/clock\.ts$|^server\/account\/token\.ts$/;
    const forbidden = /new Date\(\)|Date\.now\(\)|Math\.random\(|process\.env|randomBytes|randomUUID/;
    const wrong = globSync('server/**/*.ts', { cwd: root })
      .filter((file) => !allowed.test(file))
      .filter((file) => forbidden.test(readFileSync(join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  test('what must come out the same on every machine uses no function that engines may round differently', () => {
    const files = globSync('server/uncertainty/*.rules.ts', { cwd: root });
    expect(files.length).toBeGreaterThan(0);
    const doubtful = /Math\.(?!(?:imul|floor|min|max|sqrt)\b)\w+|\*\*\s/;
    const code = (file: string) => readFileSync(join(root, file), 'utf8').replaceAll(/^\s*(?:\/\*)?\*.*$/gm, '');
    expect(files.filter((file) => doubtful.test(code(file)))).toEqual([]);
  });
});
