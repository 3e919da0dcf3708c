#!/usr/bin/env node
/*
 * Vérificateur des certificats de note de Baromètre. Un seul fichier, sans réseau ni dépendance.
 * Stand-alone verifier of Baromètre's score certificates: one file, no network, no dependency.
 *
 *   node verify.mjs certificat.json [--key <clé publique ou empreinte>] [--lang en]
 *
 * Exit: 0 valid · 1 a difference, named · 2 not a certificate this file can read.
 *
 * It shares no code with the system that made the certificate: it is a second opinion. To write a third, here is all:
 *
 *   points     0..1 of an answer, by the scale of its criterion: YES_NO yes|no; CHOICE the points of the code; LINEAR
 *              (value − zeroAt) / (oneAt − zeroAt), kept within 0..1; STEPS the first whose `below` exceeds the value.
 *   criterion  100 × (Σ points + floor/100 × floored) / (values + zeroed + floored); absences follow the policy:
 *              RENORMALISE leaves both parts, ZERO counts nothing, FLOOR counts the floor, EXCLUDE takes the structure
 *              out. NOT_APPLICABLE always leaves both parts.
 *   channel    Σ effect × criterion, effect = w / Σ w over the criteria that have a score and are no bonus; when steps
 *              weigh, w / Σ w within the step × step weight / Σ step weights. Bonus: Σ w × bonus / Σ w of the others, at
 *              most `bonusCap`, and the channel at most 100.
 *   absent     a channel without a score is NOT_APPLICABLE when nothing of it applies, and otherwise follows whenAbsent.
 *   share      Σ W × share of the channel / Σ W, a channel's being the weight that rests on values over what applies.
 *   overall    Σ W × counted / Σ W over the channels that count; null when untested, excluded, or under minimumShare.
 *   rounding   half away from zero, to 2 decimals, once. Ranks use the exact value; they rest on the other certificates
 *              of the category, so that a rank is signed here and can only be recomputed from all of them.
 *   hashes     SHA-256 of the canonical form: keys sorted, no blanks, as RFC 8785 writes texts, whole numbers, null.
 *   signature  Ed25519 over the canonical form of everything but `signature`.
 */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const ENGINE = '2.0.0';

const words = {
  fr: {
    valid: ({ structure, edition, score, rank }) =>
      `Valide : ${structure}, ${edition} : ${score}.${rank} Clé : à comparer à celle que publie l’AFNOR.`,
    rank: (rank, field) =>
      ` Rang signé : ${rank} sur ${field} (il se recalcule avec tous les certificats de la catégorie).`,
    none: 'sans note',
    usage: 'Usage : node verify.mjs certificat.json [--key <clé ou empreinte>] [--lang en]',
    unreadable: (why) => `Illisible : ${why}`,
    truncated: 'ce n’est pas du JSON complet ; le fichier est peut-être tronqué, redemandez-le',
    notOne: 'ce n’est pas un certificat de note Baromètre',
    engine: (version) =>
      `calculé par le moteur ${version}, ce vérificateur est celui du moteur ${ENGINE} ; prenez celui de la version ${version}`,
    differs: (path, stated, found) =>
      `Différence à « ${path} » : le certificat dit ${stated}, le calcul trouve ${found}`,
    wrong: (path, why) => `Différence à « ${path} » : ${why}`,
    unknownKey: 'une clé inattendue',
    missingKey: 'une clé manquante',
    duplicate: 'une clé écrite deux fois',
    signature: 'la signature ne correspond pas au contenu',
    otherKey: 'signé par une autre clé que celle attendue',
  },
  en: {
    valid: ({ structure, edition, score, rank }) =>
      `Valid: ${structure}, ${edition}: ${score}.${rank} Key: compare it with the one AFNOR publishes.`,
    rank: (rank, field) => ` Signed rank: ${rank} of ${field} (recomputable from all certificates of the category).`,
    none: 'no score',
    usage: 'Usage: node verify.mjs certificate.json [--key <key or fingerprint>] [--lang fr]',
    unreadable: (why) => `Unreadable: ${why}`,
    truncated: 'this is not whole JSON; the file may be truncated, ask for it again',
    notOne: 'this is not a Baromètre score certificate',
    engine: (version) =>
      `computed by engine ${version}, this verifier is that of engine ${ENGINE}; take the one of version ${version}`,
    differs: (path, stated, found) =>
      `Difference at "${path}": the certificate says ${stated}, the computation finds ${found}`,
    wrong: (path, why) => `Difference at "${path}": ${why}`,
    unknownKey: 'an unexpected key',
    missingKey: 'a missing key',
    duplicate: 'a key written twice',
    signature: 'the signature does not fit the content',
    otherKey: 'signed by another key than the one expected',
  },
};

class Unreadable extends Error {}
class Difference extends Error {}

// Exact numbers: [numerator, denominator], both BigInt, in lowest terms, denominator above 0.

const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const ratio = (n, d) => {
  const g = gcd(n, d) * (d < 0n ? -1n : 1n);
  return [n / g, d / g];
};
const NIL = [0n, 1n];
const CENT = [100n, 1n];
const add = ([a, b], [c, d]) => ratio(a * d + c * b, b * d);
const sub = ([a, b], [c, d]) => ratio(a * d - c * b, b * d);
const mul = ([a, b], [c, d]) => ratio(a * c, b * d);
const div = ([a, b], [c, d]) => ratio(a * d, b * c);
const less = ([a, b], [c, d]) => a * d < c * b;
const same = (x, y) => !less(x, y) && !less(y, x);
const least = (x, y) => (less(y, x) ? y : x);
const total = (all) => all.reduce(add, NIL);
const written = ([n, d]) => (d === 1n ? `${n}` : `${n}/${d}`);
const writtenOr = (value) => (value === null ? null : written(value));

function decimal(text, path) {
  const [, sign, whole, part = ''] = (typeof text === 'string' && /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)) || refuse(path);
  const value = ratio(BigInt(whole + part), 10n ** BigInt(part.length));
  return sign ? [-value[0], value[1]] : value;
}

function roundedOf([n, d]) {
  const cents = (n * 200n + d) / (2n * d);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}

// The shape: every key expected, none besides, texts where texts are due.

let say = words.fr;
const refuse = (path, why = say.notOne) => {
  throw new Difference(say.wrong(path, why));
};

function keysOf(value, path, expected) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path);
  for (const key of Object.keys(value)) if (!expected.includes(key)) refuse(`${path}.${key}`, say.unknownKey);
  for (const key of expected) if (!(key in value)) refuse(`${path}.${key}`, say.missingKey);
}

const textual = (value, path) => (typeof value === 'string' ? value : refuse(path));
const count = (value, path) => (Number.isSafeInteger(value) && value >= 0 ? value : refuse(path));
const listed = (value, path) => (Array.isArray(value) ? value : refuse(path));
const among = (value, path, allowed) => (allowed.includes(value) ? value : refuse(path));
const flag = (value, path) => (typeof value === 'boolean' ? value : refuse(path));
const decimalOr = (value, path) => (value === null ? null : decimal(value, path));

const POLICIES = ['RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE'];
const MISSING = ['NOT_OFFERED', 'NOT_OBSERVED', 'REFUSED'];
const ABSENCES = ['NOT_APPLICABLE', ...MISSING];

const scaleKeys = {
  YES_NO: ['yes', 'no'],
  CHOICE: ['choices'],
  LINEAR: ['zeroAt', 'oneAt'],
  STEPS: ['steps', 'beyond'],
};

function readScale(scale, path) {
  keysOf(scale, path, ['type', ...(scaleKeys[scale?.type] ?? refuse(`${path}.type`))]);
  const fraction = (text, at) => {
    const value = decimal(text, at);
    return less(value, NIL) || less([1n, 1n], value) ? refuse(at) : value;
  };
  if (scale.type === 'YES_NO')
    return (value, at) =>
      fraction(scale[among(value, at, ['1', '0']) === '1' ? 'yes' : 'no'], `${path}.${value === '1' ? 'yes' : 'no'}`);
  if (scale.type === 'CHOICE') {
    const choices = new Map(
      listed(scale.choices, `${path}.choices`).map((choice, i) => {
        keysOf(choice, `${path}.choices.${i}`, ['code', 'label', 'points']);
        return [textual(choice.code, path), fraction(choice.points, `${path}.choices.${i}.points`)];
      }),
    );
    return (value, at) => choices.get(value) ?? refuse(at);
  }
  if (scale.type === 'LINEAR') {
    const [zero, one] = [decimal(scale.zeroAt, `${path}.zeroAt`), decimal(scale.oneAt, `${path}.oneAt`)];
    if (same(zero, one)) refuse(`${path}.oneAt`);
    return (value, at) => {
      const share = div(sub(decimal(value, at), zero), sub(one, zero));
      return less(share, NIL) ? NIL : least(share, [1n, 1n]);
    };
  }
  const steps = listed(scale.steps, `${path}.steps`).map((step, i) => {
    keysOf(step, `${path}.steps.${i}`, ['below', 'points']);
    return {
      below: decimal(step.below, `${path}.steps.${i}.below`),
      points: fraction(step.points, `${path}.steps.${i}.points`),
    };
  });
  const beyond = fraction(scale.beyond, `${path}.beyond`);
  return (value, at) => {
    const found = decimal(value, at);
    return steps.find(({ below }) => less(found, below))?.points ?? beyond;
  };
}

function readCriterion(raw, path) {
  const keys = [
    'code',
    'label',
    'step',
    'kind',
    'weight',
    'bonus',
    'minimum',
    'floor',
    'scale',
    'absences',
    'conditions',
  ];
  keysOf(raw, path, keys);
  keysOf(raw.absences, `${path}.absences`, MISSING);
  return {
    ...{
      code: textual(raw.code, `${path}.code`),
      step: textual(raw.step, `${path}.step`),
      kind: textual(raw.kind, path),
    },
    ...{ weight: decimal(raw.weight, `${path}.weight`), bonus: flag(raw.bonus, `${path}.bonus`) },
    ...{ minimum: decimalOr(raw.minimum, `${path}.minimum`), minimumText: raw.minimum },
    ...{ floor: decimalOr(raw.floor, `${path}.floor`), pointsOf: readScale(raw.scale, `${path}.scale`) },
    absences: Object.fromEntries(
      MISSING.map((each) => [each, among(raw.absences[each], `${path}.absences.${each}`, POLICIES)]),
    ),
    conditions: listed(raw.conditions, `${path}.conditions`),
  };
}

function readGrid(raw) {
  keysOf(raw, 'grid.rules', ['minimumShare', 'steps', 'channels']);
  return {
    minimumShare: decimalOr(raw.minimumShare, 'grid.rules.minimumShare'),
    steps: listed(raw.steps, 'grid.rules.steps').map((step, i) => {
      keysOf(step, `grid.rules.steps.${i}`, ['code', 'label', 'weight']);
      return { code: step.code, weight: decimalOr(step.weight, `grid.rules.steps.${i}.weight`) };
    }),
    channels: listed(raw.channels, 'grid.rules.channels').map((each, i) => {
      const path = `grid.rules.channels.${i}`;
      keysOf(each, path, [
        ...['code', 'label', 'weight', 'optional', 'compared', 'whenAbsent'],
        ...['floor', 'minimum', 'bonusCap', 'criteria'],
      ]);
      return {
        ...{ code: textual(each.code, path), weight: decimal(each.weight, `${path}.weight`) },
        ...{ optional: flag(each.optional, `${path}.optional`), compared: flag(each.compared, `${path}.compared`) },
        whenAbsent: among(each.whenAbsent, `${path}.whenAbsent`, POLICIES),
        ...{ floor: decimalOr(each.floor, `${path}.floor`), minimumText: each.minimum },
        ...{ minimum: decimalOr(each.minimum, `${path}.minimum`), cap: decimalOr(each.bonusCap, `${path}.bonusCap`) },
        criteria: listed(each.criteria, path).map((one, j) => readCriterion(one, `${path}.criteria.${j}`)),
      };
    }),
  };
}

/** The grid under the policy that was chosen, if one was. */
function govern(grid, policy) {
  if (policy === null) return grid;
  const path = 'policy.rules';
  for (const key of Object.keys(policy))
    if (!['minimumShare', 'channels', 'absences', 'floor'].includes(key)) refuse(`${path}.${key}`, say.unknownKey);
  const floor = policy.floor == null ? null : decimal(policy.floor, `${path}.floor`);
  const channels = grid.channels.map((channel) => {
    const at = (policy.channels ?? []).findIndex(({ code }) => code === channel.code);
    const own = at < 0 ? {} : policy.channels[at];
    return {
      ...channel,
      ...('whenAbsent' in own && { whenAbsent: among(own.whenAbsent, `${path}.channels.${at}.whenAbsent`, POLICIES) }),
      ...('floor' in own && { floor: decimalOr(own.floor, `${path}.channels.${at}.floor`) }),
      ...('compared' in own && { compared: flag(own.compared, `${path}.channels.${at}.compared`) }),
      criteria: channel.criteria.map((criterion) => ({
        ...{ ...criterion, floor: criterion.floor ?? floor },
        absences: { ...criterion.absences, ...policy.absences },
      })),
    };
  });
  const minimumShare = 'minimumShare' in policy ? decimalOr(policy.minimumShare, path) : grid.minimumShare;
  return { ...grid, channels, minimumShare };
}

/** Σ points and counts of every criterion, from the answers. */
function tally(grid, tests) {
  const known = new Map(
    grid.channels.flatMap(({ code, criteria }) => criteria.map((one) => [one.code, { ...one, channel: code }])),
  );
  const tallies = new Map([...known.keys()].map((code) => [code, { points: NIL, values: 0, absent: {} }]));
  const numbers = new Map();
  for (const [i, test] of listed(tests, 'tests').entries()) {
    keysOf(test, `tests.${i}`, ['channel', 'number', 'answers']);
    const due = (numbers.get(test.channel) ?? 0) + 1;
    if (test.number !== due) refuse(`tests.${i}.number`);
    numbers.set(test.channel, due);
    for (const [code, answer] of Object.entries(test.answers)) {
      const path = `tests.${i}.answers.${code}`;
      const criterion = known.get(code);
      if (!criterion || criterion.channel !== test.channel) refuse(path, say.unknownKey);
      const sum = tallies.get(code);
      if ('absence' in answer) {
        keysOf(answer, path, ['absence']);
        const absence = among(answer.absence, path, ABSENCES);
        sum.absent[absence] = (sum.absent[absence] ?? 0) + 1;
      } else {
        keysOf(answer, path, ['value']);
        if (!asked(criterion, test.answers)) refuse(path, say.unknownKey);
        sum.points = add(sum.points, criterion.pointsOf(answer.value, path));
        sum.values += 1;
      }
    }
  }
  return tallies;
}

const asked = ({ conditions }, answers) =>
  conditions.every((condition) => {
    const value = answers[condition.criterion]?.value;
    if (value === undefined) return false;
    if ('in' in condition) return condition.in.includes(value);
    const found = decimal(value, condition.criterion);
    const { from, below } = condition;
    return (
      (from == null || !less(found, decimal(from, 'from'))) && (below == null || less(found, decimal(below, 'below')))
    );
  });

// The arithmetic, as the head of this file says it.

function criterionOf(rule, { points, values, absent }) {
  const under = (policy) =>
    MISSING.reduce((n, each) => n + (rule.absences[each] === policy ? (absent[each] ?? 0) : 0), 0);
  const floored = under('FLOOR');
  const counted = values + under('ZERO') + floored;
  const floor = mul(rule.floor ?? NIL, ratio(BigInt(floored), 1n));
  const score = counted === 0 ? null : div(add(mul(CENT, points), floor), [BigInt(counted), 1n]);
  const missing = MISSING.reduce((n, each) => n + (absent[each] ?? 0), 0);
  return { score, counted, applies: !absent.NOT_APPLICABLE || values + missing > 0 };
}

function effectsOf(grid, channel, scored) {
  const weights = channel.criteria.map(({ weight }, i) => (scored[i].score === null ? NIL : weight));
  const possible = weights.map((weight, i) => (channel.criteria[i].bonus ? NIL : weight));
  const all = total(possible);
  if (same(all, NIL)) return null;
  const weighed = grid.steps.filter(({ weight }) => weight !== null);
  if (weighed.length === 0) return weights.map((weight) => div(weight, all));
  const within = (code) => total(possible.filter((_, i) => channel.criteria[i].step === code));
  const live = weighed.filter(({ code }) => !same(within(code), NIL));
  const sum = total(live.map(({ weight }) => weight));
  if (same(sum, NIL)) return null;
  return weights.map((weight, i) => {
    const { bonus, step } = channel.criteria[i];
    if (bonus) return div(weight, all);
    const own = live.find(({ code }) => code === step);
    return own ? div(mul(div(weight, within(step)), own.weight), sum) : NIL;
  });
}

function channelOf(grid, channel, tallies) {
  const scored = channel.criteria.map((rule) => criterionOf(rule, tallies.get(rule.code)));
  const effects = effectsOf(grid, channel, scored);
  const gained = (bonus) =>
    total(
      channel.criteria.map((rule, i) =>
        rule.bonus === bonus && scored[i].score ? mul(scored[i].score, effects[i]) : NIL,
      ),
    );
  const earned = effects && gained(false);
  const raw = effects ? gained(true) : NIL;
  const bonus = earned ? least(least(raw, channel.cap ?? CENT), sub(CENT, earned)) : NIL;
  const score = earned && add(earned, bonus);
  const applying = channel.criteria.flatMap((rule, i) => (rule.bonus || !scored[i].applies ? [] : [rule]));
  const weight = total(applying.map((rule) => rule.weight));
  const known = total(applying.map((rule) => (tallies.get(rule.code).values > 0 ? rule.weight : NIL)));
  const share = same(weight, NIL) ? null : div(known, weight);
  return { scored, effects, earned, bonus, capped: sub(raw, bonus), score, share, ...counted(channel, score, share) };
}

function counted({ optional, compared, whenAbsent, floor }, score, share) {
  if (optional && !compared) return { counted: null, outcome: 'NOT_COMPARED' };
  if (score !== null) return { counted: score, outcome: 'SCORED' };
  if (share === null) return { counted: null, outcome: 'NOT_APPLICABLE' };
  if (whenAbsent === 'ZERO') return { counted: NIL, outcome: 'ZERO' };
  if (whenAbsent === 'FLOOR') return { counted: floor ?? NIL, outcome: 'FLOOR' };
  return { counted: null, outcome: whenAbsent === 'EXCLUDE' ? 'EXCLUDED' : 'RENORMALISED' };
}

function exclusionOf(grid, compared, tallies, share) {
  for (const { rule, outcome } of compared) {
    for (const { code, absences } of rule.criteria)
      for (const absence of MISSING)
        if (absences[absence] === 'EXCLUDE' && tallies.get(code).absent[absence] > 0)
          return { reason: 'ABSENCE', code, absence };
    if (outcome === 'EXCLUDED') return { reason: 'CHANNEL', code: rule.code, absence: null };
  }
  const short = grid.minimumShare !== null && less(share, grid.minimumShare);
  return short ? { reason: 'TOO_LITTLE_DATA', code: null, absence: null } : null;
}

function overallOf(grid, tallies) {
  const channels = grid.channels.map((rule) => ({ rule, ...channelOf(grid, rule, tallies) }));
  const compared = channels.filter(({ rule }) => !rule.optional || rule.compared);
  const shared = compared.filter(({ share }) => share !== null);
  const sum = total(shared.map(({ rule }) => rule.weight));
  const share = same(sum, NIL) ? NIL : div(total(shared.map((each) => mul(each.rule.weight, each.share))), sum);
  const tested = channels.some(({ outcome }) => outcome === 'SCORED');
  const exclusion = tested ? exclusionOf(grid, compared, tallies, share) : null;
  const counting = channels.filter((each) => each.counted !== null);
  const weight = total(counting.map(({ rule }) => rule.weight));
  const none = !tested || exclusion !== null || same(weight, NIL);
  const exact = none ? null : div(total(counting.map((each) => mul(each.rule.weight, each.counted))), weight);
  return { channels, share, exclusion, exact };
}

const knockOutsOf = (channels) =>
  channels.flatMap(({ rule, scored, score }) => [
    ...rule.criteria.flatMap(({ code, minimum, minimumText }, i) =>
      under('CRITERION', code, minimum, minimumText, scored[i].score),
    ),
    ...under('CHANNEL', rule.code, rule.minimum, rule.minimumText, score),
  ]);
const under = (scope, code, minimum, text, score) =>
  minimum !== null && score !== null && less(score, minimum)
    ? [{ scope, code, minimum: text, score: written(score) }]
    : [];

/** Everything the certificate must say of the values, found again from its answers. */
function valuesOf(grid, tallies) {
  const { channels, share, exclusion, exact } = overallOf(grid, tallies);
  return {
    criteria: channels.flatMap(({ rule, scored, effects }) =>
      rule.criteria.map(({ code }, i) => ({
        ...{ code, points: written(tallies.get(code).points), values: tallies.get(code).values },
        ...{ counted: scored[i].counted, score: writtenOr(scored[i].score), effect: written(effects?.[i] ?? NIL) },
      })),
    ),
    channels: channels.map(({ rule, earned, bonus, capped, score, counted, outcome }) => ({
      ...{ code: rule.code, earned: writtenOr(earned), bonus: written(bonus), capped: written(capped) },
      ...{ score: writtenOr(score), counted: writtenOr(counted), outcome },
    })),
    ...{ share: written(share), exclusion, knockOuts: knockOutsOf(channels) },
    ...{ exact: writtenOr(exact), rounded: exact === null ? null : roundedOf(exact) },
  };
}

/** The first place where what is stated is not what was found. */
function compare(path, stated, found) {
  const composite = (value) => typeof value === 'object' && value !== null;
  if (composite(found) && composite(stated) && Array.isArray(found) === Array.isArray(stated)) {
    for (const key of Object.keys(stated)) if (!(key in found)) refuse(`${path}.${key}`, say.unknownKey);
    for (const key of Object.keys(found)) {
      if (!(key in stated)) refuse(`${path}.${key}`, say.missingKey);
      compare(`${path}.${key}`, stated[key], found[key]);
    }
  } else if (stated !== found) throw new Difference(say.differs(path, JSON.stringify(stated), JSON.stringify(found)));
}

// The file, its hashes and its signature.

/** Keys sorted, no blanks: what is hashed and signed. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
const digest = (value) => createHash('sha256').update(canonical(value)).digest('hex');

/** One key twice would let two readers see two things: JSON.parse keeps the last in silence. */
function refuseDuplicates(text) {
  const open = [];
  let before = '';
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\])*"|[{}[\]:,]|[^\s{}[\]:,"]+/g)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const keys = open.at(-1);
      if (keys?.has(before)) refuse(JSON.parse(before), say.duplicate);
      keys?.add(before);
    }
    before = token;
  }
}

function parse(text) {
  let certificate;
  try {
    certificate = JSON.parse(text);
  } catch {
    throw new Unreadable(say.truncated);
  }
  if (certificate?.format !== 'barometre-score-certificate') throw new Unreadable(say.notOne);
  if (certificate.formatVersion !== 1 || certificate.engine !== ENGINE)
    throw new Unreadable(say.engine(certificate.engine));
  refuseDuplicates(text);
  return certificate;
}

/** Throws an error with a sentence, or answers what the certificate rightly says. */
export function verify(text, { key = null, lang = 'fr' } = {}) {
  say = words[lang] ?? words.fr;
  const certificate = parse(text);
  try {
    check(certificate, key);
  } catch (error) {
    // What is not even of the right shape makes the arithmetic stumble: it is no certificate of ours.
    throw error instanceof Difference ? error : new Difference(say.wrong('', say.notOne));
  }
  return certificate;
}

function check(certificate, key) {
  keysOf(certificate, '', [
    ...['format', 'formatVersion', 'engine', 'edition', 'structure', 'category', 'run', 'grid', 'policy', 'tests'],
    ...['values', 'rank', 'rounding', 'publicKey', 'signature'],
  ]);
  keysOf(certificate.edition, 'edition', ['year', 'ordinal', 'label', 'provenance']);
  keysOf(certificate.structure, 'structure', ['reference', 'name']);
  keysOf(certificate.category, 'category', ['code', 'label']);
  keysOf(certificate.run, 'run', ['number', 'inputsHash', 'computedAt']);
  keysOf(certificate.grid, 'grid', ['number', 'hash', 'rules']);
  keysOf(certificate.policy, 'policy', ['number', 'hash', 'rules', 'motive']);
  compare('rounding', certificate.rounding, 'HALF_AWAY_FROM_ZERO_TO_2_DECIMALS');
  compare('grid.hash', certificate.grid.hash, digest(certificate.grid.rules));
  compare('policy.hash', certificate.policy.hash, digest(certificate.policy.rules));
  const grid = govern(readGrid(certificate.grid.rules), certificate.policy.rules);
  compare('values', certificate.values, valuesOf(grid, tally(grid, certificate.tests)));
  keysOf(certificate.rank, 'rank', ['rank', 'field']);
  if (certificate.rank.rank !== null) count(certificate.rank.rank, 'rank.rank');
  if ((certificate.rank.rank === null) !== (certificate.values.exact === null)) refuse('rank.rank');
  checkSignature(certificate, key);
}

function checkSignature({ signature, ...signed }, expected) {
  const raw = Buffer.from(textual(signed.publicKey, 'publicKey'), 'base64url');
  const fingerprint = createHash('sha256').update(raw).digest('hex');
  if (raw.length !== 32 || raw.toString('base64url') !== signed.publicKey) refuse('publicKey');
  if (expected && expected !== signed.publicKey && expected !== fingerprint) refuse('publicKey', say.otherKey);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: signed.publicKey }, format: 'jwk' });
  const bytes = Buffer.from(textual(signature, 'signature'), 'base64url');
  const whole = bytes.toString('base64url') === signature;
  if (!whole || !verifySignature(null, Buffer.from(canonical(signed)), key, bytes)) refuse('signature', say.signature);
}

function main([file, ...options]) {
  const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : null);
  const lang = option('--lang') ?? 'fr';
  say = words[lang] ?? words.fr;
  if (!file) throw new Unreadable(say.usage);
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Unreadable(error.message);
  }
  const { structure, edition, values, rank } = verify(text, { key: option('--key'), lang });
  const score = values.exact === null ? say.none : `${values.rounded} (${values.exact})`;
  const placed = rank.rank === null ? '' : say.rank(rank.rank, rank.field);
  console.log(
    say.valid({ structure: structure.name, edition: `${edition.label} ${edition.year}`, score, rank: placed }),
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  try {
    main(process.argv.slice(2));
  } catch (error) {
    const unreadable = error instanceof Unreadable;
    if (!unreadable && !(error instanceof Difference)) throw error;
    console.error(unreadable ? say.unreadable(error.message) : error.message);
    process.exitCode = unreadable ? 2 : 1;
  }
