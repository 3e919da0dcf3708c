#!/usr/bin/env node
/*
 * Vérificateur des certificats de note et des versions publiées de Baromètre. Un seul fichier, sans réseau ni dépendance.
 * Stand-alone verifier of Baromètre's score certificates and published versions: one file, no network, no dependency.
 *
 *   node verify.mjs certificat.json … [--key <clé publique ou empreinte>] [--lang en]
 *   node verify.mjs barometre-2022.1.json [--key <clé publique ou empreinte>] [--lang en]
 *
 * Un fichier contient un certificat, ou plusieurs, un par ligne. Donnez tous ceux d'une catégorie : les rangs sont alors
 * recalculés. A file holds one certificate, or several, one a line. Give all of a category: ranks are then recomputed.
 *
 * Code de sortie : 0 valide · 1 une différence, nommée · 2 rien que ce fichier sache lire.
 * Exit: 0 valid · 1 a difference, named · 2 nothing this file can read.
 *
 * Il ne partage aucun code avec le système qui a fait le certificat : c'est un second avis. Pour en écrire un
 * troisième, tout est là (les noms sont ceux du certificat) :
 *
 *   points     de 0 à 1 par réponse, selon l'échelle du critère : YES_NO yes ou no ; CHOICE les points du code ; LINEAR
 *              (valeur − zeroAt) / (oneAt − zeroAt), ramené entre 0 et 1 ; STEPS le premier dont `below` dépasse la
 *              valeur, sinon `beyond`.
 *   critère    100 × (Σ points + plancher/100 × absences au plancher) / (valeurs + absences à zéro + au plancher).
 *              RENORMALISE sort des deux parts, ZERO compte zéro, FLOOR le plancher, EXCLUDE sort la structure du
 *              classement. NOT_APPLICABLE sort toujours des deux parts. Un critère dont une condition n'est pas remplie
 *              n'est pas posé : il est NOT_APPLICABLE. Un constat neutralisé, après réclamation, compte de même ; ce qui a
 *              été vu reste écrit, avec le motif.
 *   étape      Σ w × critère / Σ w, seulement quand les étapes pèsent.
 *   canal      Σ effet × critère ; effet = w / Σ w sur les critères notés hors bonus, ou, quand les étapes pèsent,
 *              w / Σ w dans l'étape × poids de l'étape / Σ poids des étapes. Bonus : Σ w × bonus / Σ w des autres, au
 *              plus `bonusCap`, et le canal au plus 100.
 *   absent     un canal sans note est NOT_APPLICABLE quand rien n'y a de sens, et suit sinon whenAbsent.
 *   part       Σ W × part du canal / Σ W ; celle d'un canal est le poids qui repose sur des valeurs, sur ce qui a un sens.
 *   note       Σ W × compté / Σ W sur les canaux comptés ; aucune sans audit, exclu, ou sous minimumShare.
 *   arrondi    au centième, à égale distance en s'éloignant de zéro, une seule fois.
 *   version    empreinte d’une ligne, d’une table (celles de ses lignes, dans l’ordre), du tout (celles des tables, par nom) ;
 *              signé : format, formatVersion, version, publishedAt, hash et publicKey, en forme canonique.
 *   rang       1 + le nombre de notes exactes plus hautes dans la catégorie : il repose sur les certificats des autres.
 *
 * It shares no code with the system that made the certificate: it is a second opinion. To write a third, here is all:
 *
 *   points     0..1 of an answer, by the scale of its criterion: YES_NO yes|no; CHOICE the points of the code; LINEAR
 *              (value − zeroAt) / (oneAt − zeroAt), kept within 0..1; STEPS the first whose `below` exceeds the value,
 *              otherwise `beyond`.
 *   criterion  100 × (Σ points + floor/100 × floored) / (values + zeroed + floored); absences follow the policy:
 *              RENORMALISE leaves both parts, ZERO counts nothing, FLOOR counts the floor, EXCLUDE takes the structure
 *              out. NOT_APPLICABLE always leaves both parts. A criterion one of whose conditions is not met was not
 *              asked: it is NOT_APPLICABLE. So does an observation that was neutralised after a claim; what was seen stays
 *              written, with the motive.
 *   step       Σ w × criterion / Σ w, only when steps weigh.
 *   channel    Σ effect × criterion, effect = w / Σ w over the criteria that have a score and are no bonus; when steps
 *              weigh, w / Σ w within the step × step weight / Σ step weights. Bonus: Σ w × bonus / Σ w of the others, at
 *              most `bonusCap`, and the channel at most 100.
 *   absent     a channel without a score is NOT_APPLICABLE when nothing of it applies, and otherwise follows whenAbsent.
 *   share      Σ W × share of the channel / Σ W, a channel's being the weight that rests on values over what applies.
 *   overall    Σ W × counted / Σ W over the channels that count; null when untested, excluded, or under minimumShare.
 *   rounding   half away from zero, to 2 decimals, once.
 *   rank       1 + the number of higher exact scores in the category: it rests on the certificates of the others.
 *   version    the hash of a row, of a table (those of its rows, in order), of the whole (those of its tables, by name);
 *              signed: format, formatVersion, version, publishedAt, hash and publicKey, in canonical form.
 *   hashes     SHA-256 of the canonical form: keys sorted, no blanks, as RFC 8785 writes texts, whole numbers, null.
 *   signature  Ed25519 over the canonical form of everything but `signature`.
 */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';

export const ENGINE = '2.0.0';

const words = {
  fr: {
    valid: (structure, edition, score) => `Valide : ${structure}, ${edition} : ${score}.`,
    published: (version, at, rows) => `Valide : version ${version}, publiée le ${at}, ${rows} lignes.`,
    rank: (rank, field) =>
      `Rang signé : ${rank} sur ${field}. Pour le recalculer, donnez tous les certificats de la catégorie.`,
    several: (count) => `Valides : ${count} certificats.`,
    ranks: (category, field) => `Rangs recalculés : ${category}, ${field} structures classées.`,
    noRanks: (category, known, field) =>
      `Rangs non recalculés : ${category}, ${known} certificats sur les ${field} qu’il faut.`,
    nth: (place, name) => `Certificat n° ${place}${name && `, ${name}`} : `,
    again: 'le certificat d’une structure figure deux fois',
    expectedKey: 'Signé par la clé attendue.',
    someKey: (fingerprint) => `Empreinte de la clé, à comparer à celle que publie l’AFNOR : ${fingerprint}`,
    none: 'sans note',
    usage: 'usage : node verify.mjs certificat.json … [--key <clé ou empreinte>] [--lang en]',
    unreadable: (why) => `Rien n’est vérifié : ${why}`,
    truncated: 'ce n’est pas du JSON complet ; le fichier est peut-être tronqué, redemandez-le',
    notOne: 'ce n’est ni un certificat de note ni une version publiée de Baromètre',
    engine: (version) =>
      `calculé par le moteur ${version}, ce vérificateur est celui du moteur ${ENGINE} ; prenez celui de la version ` +
      `${version}, à l’adresse /verify.mjs d’un Baromètre de cette version ou dans ses sources`,
    format: (version) => `format ${version} du document, ce vérificateur lit le format 1 ; prenez-en un plus récent`,
    differs: (path, stated, found) =>
      `Différence à « ${path} » : le certificat dit ${stated}, le calcul trouve ${found}`,
    wrong: (path, why) => `Différence à « ${path} » : ${why}`,
    unfit: (stated) => `le certificat dit ${stated}, qui n’a pas sa place ici`,
    unknownKey: 'une clé inattendue',
    missingKey: 'une clé manquante',
    duplicate: 'une clé écrite deux fois',
    twice: (code) => `le code ${code} figure deux fois`,
    order: 'pas à sa place dans la liste',
    notAsked: 'une condition n’est pas remplie : le critère n’est pas posé, et seul NOT_APPLICABLE convient',
    altered: 'ce n’est pas ce qui a été publié',
    signature: 'la signature ne correspond pas au contenu',
    otherKey: 'signé par une autre clé que celle attendue',
  },
  en: {
    valid: (structure, edition, score) => `Valid: ${structure}, ${edition}: ${score}.`,
    published: (version, at, rows) => `Valid: version ${version}, published on ${at}, ${rows} rows.`,
    rank: (rank, field) => `Signed rank: ${rank} of ${field}. To recompute it, give all certificates of the category.`,
    several: (count) => `Valid: ${count} certificates.`,
    ranks: (category, field) => `Ranks recomputed: ${category}, ${field} structures ranked.`,
    noRanks: (category, known, field) =>
      `Ranks not recomputed: ${category}, ${known} certificates of the ${field} due.`,
    nth: (place, name) => `Certificate no. ${place}${name && `, ${name}`}: `,
    again: 'the certificate of one structure stands twice',
    expectedKey: 'Signed by the key expected.',
    someKey: (fingerprint) => `Fingerprint of the key, to compare with the one AFNOR publishes: ${fingerprint}`,
    none: 'no score',
    usage: 'usage: node verify.mjs certificate.json … [--key <key or fingerprint>] [--lang fr]',
    unreadable: (why) => `Nothing is verified: ${why}`,
    truncated: 'this is not whole JSON; the file may be truncated, ask for it again',
    notOne: 'this is neither a score certificate nor a published version of Baromètre',
    engine: (version) =>
      `computed by engine ${version}, this verifier is that of engine ${ENGINE}; take the one of version ${version}, ` +
      'at /verify.mjs of a Baromètre of that version or in its sources',
    format: (version) => `format ${version} of the document, this verifier reads format 1; take a newer one`,
    differs: (path, stated, found) =>
      `Difference at "${path}": the certificate says ${stated}, the computation finds ${found}`,
    wrong: (path, why) => `Difference at "${path}": ${why}`,
    unfit: (stated) => `the certificate says ${stated}, which does not belong here`,
    unknownKey: 'an unexpected key',
    missingKey: 'a missing key',
    duplicate: 'a key written twice',
    twice: (code) => `the code ${code} stands twice`,
    order: 'not in its place in the list',
    notAsked: 'a condition is not met: the criterion is not asked, and only NOT_APPLICABLE fits',
    altered: 'this is not what was published',
    signature: 'the signature does not fit the content',
    otherKey: 'signed by another key than the one expected',
  },
};

class Unreadable extends Error {}
class Difference extends Error {}

let say = words.fr;
const refuse = (path, why) => {
  throw new Difference(say.wrong(path, why));
};
const unfit = (path, value) => refuse(path, say.unfit(JSON.stringify(value)));

// Exact numbers: [numerator, denominator], both BigInt, in lowest terms, denominator above 0.

const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const ratio = (n, d) => {
  const g = gcd(n, d) * (d < 0n ? -1n : 1n);
  return [n / g, d / g];
};
const NIL = [0n, 1n];
const UNIT = [1n, 1n];
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

/** What a decimal text is worth; a number, or any other text, is refused. */
function decimal(text, path) {
  const [, sign, whole, part = ''] =
    (typeof text === 'string' && text.length < 100 && /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)) || unfit(path, text);
  const value = ratio(BigInt(whole + part), 10n ** BigInt(part.length));
  return sign ? [-value[0], value[1]] : value;
}

function roundedOf([n, d]) {
  const cents = (n * 200n + d) / (2n * d);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}

// The shape: every key expected, none besides, texts where texts are due, whole numbers where these are.

function keysOf(value, path, expected, optional = []) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) unfit(path, value);
  const known = [...expected, ...optional];
  for (const key of Object.keys(value)) if (!known.includes(key)) refuse(joined(path, key), say.unknownKey);
  for (const key of expected) if (!Object.hasOwn(value, key)) refuse(joined(path, key), say.missingKey);
}
const joined = (path, key) => (path === '' ? key : `${path}.${key}`);

const textual = (value, path) => (typeof value === 'string' ? value : unfit(path, value));
const whole = (value, path, low = 1) => (Number.isSafeInteger(value) && value >= low ? value : unfit(path, value));
const among = (value, path, allowed) => (allowed.includes(value) ? value : unfit(path, value));
const flag = (value, path) => (typeof value === 'boolean' ? value : unfit(path, value));

/** Every member of a list, read with its own path. */
const listed = (value, path, read, fewest = 0) =>
  Array.isArray(value) && value.length >= fewest
    ? value.map((each, i) => read(each, `${path}.${i}`))
    : unfit(path, value);

/** A decimal from 0 to a most. */
function within(text, path, most = null) {
  const value = decimal(text, path);
  return less(value, NIL) || (most && less(most, value)) ? unfit(path, text) : value;
}
const share = (text, path) => within(text, path, UNIT);
const mark = (text, path) => within(text, path, CENT);
const orNone = (read) => (value, path) => (value === null ? null : read(value, path));

/** Codes stand once: two criteria of one code would share their answers. */
function once(all, path) {
  const codes = all.map(({ code }) => code);
  const again = codes.find((code, i) => codes.indexOf(code) !== i);
  return again === undefined ? all : refuse(path, say.twice(again));
}

const POLICIES = ['RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE'];
const MISSING = ['NOT_OFFERED', 'NOT_OBSERVED', 'REFUSED'];
const ABSENCES = ['NOT_APPLICABLE', ...MISSING];
const policyOf = (value, path) => among(value, path, POLICIES);

/** The kinds of criteria, with the scales they may have. */
const KINDS = {
  ...{ YES_NO: ['YES_NO'], CHOICE: ['CHOICE'], SCALE: ['LINEAR', 'STEPS'], COUNT: ['LINEAR', 'STEPS'] },
  ...{ DURATION: ['LINEAR', 'STEPS'], SHARE: ['LINEAR', 'STEPS'] },
};

/** Scales, by type: what each answers is the points of a value, and the bounds of a rating. */
const scales = {
  YES_NO(scale, path) {
    keysOf(scale, path, ['type', 'yes', 'no']);
    const [yes, no] = [share(scale.yes, `${path}.yes`), share(scale.no, `${path}.no`)];
    return { pointsOf: (value, at) => (among(value, at, ['1', '0']) === '1' ? yes : no) };
  },
  CHOICE(scale, path) {
    keysOf(scale, path, ['type', 'choices']);
    const choices = listed(scale.choices, `${path}.choices`, (choice, at) => {
      keysOf(choice, at, ['code', 'label', 'points']);
      textual(choice.label, `${at}.label`);
      return { code: textual(choice.code, `${at}.code`), points: share(choice.points, `${at}.points`) };
    });
    const points = new Map(once(choices, `${path}.choices`).map((choice) => [choice.code, choice.points]));
    return { pointsOf: (value, at) => points.get(value) ?? unfit(at, value) };
  },
  LINEAR(scale, path) {
    keysOf(scale, path, ['type', 'zeroAt', 'oneAt']);
    const [zero, one] = [within(scale.zeroAt, `${path}.zeroAt`), within(scale.oneAt, `${path}.oneAt`)];
    if (same(zero, one)) unfit(`${path}.oneAt`, scale.oneAt);
    const pointsOf = (value, at) => {
      const part = div(sub(decimal(value, at), zero), sub(one, zero));
      return less(part, NIL) ? NIL : least(part, UNIT);
    };
    return { pointsOf, bounds: less(zero, one) ? [zero, one] : [one, zero] };
  },
  STEPS(scale, path) {
    keysOf(scale, path, ['type', 'steps', 'beyond']);
    const read = (step, at) => {
      keysOf(step, at, ['below', 'points']);
      return { below: within(step.below, `${at}.below`), points: share(step.points, `${at}.points`) };
    };
    const steps = listed(scale.steps, `${path}.steps`, read, 1);
    for (let i = 1; i < steps.length; i++)
      if (!less(steps[i - 1].below, steps[i].below)) refuse(`${path}.steps.${i}.below`, say.order);
    const beyond = share(scale.beyond, `${path}.beyond`);
    const pointsOf = (value, at) => {
      const found = decimal(value, at);
      return steps.find(({ below }) => less(found, below))?.points ?? beyond;
    };
    return { pointsOf, bounds: [NIL, steps.at(-1).below] };
  },
};

/** The points of a value, which must be one that its kind of criterion can have. */
function measureOf(kind, scale, path) {
  const { pointsOf, bounds } = scales[among(scale?.type, `${path}.type`, KINDS[kind])](scale, path);
  const limits = { SCALE: bounds, COUNT: [NIL, null], DURATION: [NIL, null], SHARE: [NIL, UNIT] }[kind];
  return (value, at) => {
    if (!limits) return pointsOf(value, at);
    const found = decimal(value, at);
    const [low, high] = limits;
    if (less(found, low) || (high && less(high, found)) || (kind === 'COUNT' && found[1] !== 1n)) unfit(at, value);
    return pointsOf(value, at);
  };
}

/** Whether the answers of a test meet a condition, which speaks of a criterion asked before. */
function readCondition(raw, path, before) {
  const listing = Object.hasOwn(Object(raw), 'in');
  keysOf(raw, path, listing ? ['criterion', 'in'] : ['criterion'], listing ? [] : ['from', 'below']);
  const criterion = among(raw.criterion, `${path}.criterion`, before);
  const allowed = listing ? listed(raw.in, `${path}.in`, textual, 1) : [];
  const bound = (name) => (raw[name] == null ? null : within(raw[name], `${path}.${name}`));
  const [from, below] = listing ? [] : [bound('from'), bound('below')];
  return (answers) => {
    const value = Object.hasOwn(answers, criterion) ? answers[criterion].value : undefined;
    if (value === undefined || listing) return allowed.includes(value);
    const found = decimal(value, criterion);
    return !(from && less(found, from)) && !(below && !less(found, below));
  };
}

const CRITERION = ['code', 'label', 'step', 'kind', 'weight', 'bonus', 'minimum', 'floor', 'scale', 'absences'];

function readCriterion(raw, path, before, steps) {
  keysOf(raw, path, [...CRITERION, 'conditions']);
  keysOf(raw.absences, `${path}.absences`, MISSING);
  textual(raw.label, `${path}.label`);
  const kind = among(raw.kind, `${path}.kind`, Object.keys(KINDS));
  return {
    ...{ code: textual(raw.code, `${path}.code`), step: among(raw.step, `${path}.step`, steps) },
    ...{ weight: within(raw.weight, `${path}.weight`), bonus: flag(raw.bonus, `${path}.bonus`) },
    ...{ minimum: orNone(mark)(raw.minimum, `${path}.minimum`), minimumText: raw.minimum },
    ...{ floor: orNone(mark)(raw.floor, `${path}.floor`), pointsOf: measureOf(kind, raw.scale, `${path}.scale`) },
    absences: Object.fromEntries(
      MISSING.map((each) => [each, policyOf(raw.absences[each], `${path}.absences.${each}`)]),
    ),
    conditions: listed(raw.conditions, `${path}.conditions`, (each, at) => readCondition(each, at, before)),
  };
}

const CHANNEL = ['code', 'label', 'weight', 'optional', 'compared', 'whenAbsent', 'floor', 'minimum', 'bonusCap'];

function readChannel(raw, path, steps) {
  keysOf(raw, path, [...CHANNEL, 'criteria']);
  textual(raw.label, `${path}.label`);
  const before = [];
  return {
    ...{ code: textual(raw.code, `${path}.code`), weight: within(raw.weight, `${path}.weight`) },
    ...{ optional: flag(raw.optional, `${path}.optional`), compared: flag(raw.compared, `${path}.compared`) },
    whenAbsent: policyOf(raw.whenAbsent, `${path}.whenAbsent`),
    ...{ floor: orNone(mark)(raw.floor, `${path}.floor`), cap: orNone(mark)(raw.bonusCap, `${path}.bonusCap`) },
    ...{ minimum: orNone(mark)(raw.minimum, `${path}.minimum`), minimumText: raw.minimum },
    criteria: listed(raw.criteria, `${path}.criteria`, (each, at) => {
      const criterion = readCriterion(each, at, before, steps);
      before.push(criterion.code);
      return criterion;
    }),
  };
}

function readGrid(raw) {
  const path = 'grid.rules';
  keysOf(raw, path, ['minimumShare', 'steps', 'channels']);
  const readStep = (step, at) => {
    keysOf(step, at, ['code', 'label', 'weight']);
    textual(step.label, `${at}.label`);
    return { code: textual(step.code, `${at}.code`), weight: orNone(within)(step.weight, `${at}.weight`) };
  };
  const steps = once(listed(raw.steps, `${path}.steps`, readStep), `${path}.steps`);
  const codes = steps.map(({ code }) => code);
  const channels = listed(raw.channels, `${path}.channels`, (each, at) => readChannel(each, at, codes));
  once(
    once(channels, `${path}.channels`).flatMap(({ criteria }) => criteria),
    `${path}.channels`,
  );
  return { minimumShare: orNone(share)(raw.minimumShare, `${path}.minimumShare`), steps, channels };
}

/** The grid under the policy that was chosen, if one was. What it leaves out stays as the grid has it. */
function govern(grid, policy) {
  if (policy === null) return grid;
  const path = 'policy.rules';
  keysOf(policy, path, [], ['minimumShare', 'channels', 'absences', 'floor']);
  const { channels = [], absences = {}, floor = null, minimumShare } = policy;
  keysOf(absences, `${path}.absences`, [], MISSING);
  for (const each of Object.keys(absences)) policyOf(absences[each], `${path}.absences.${each}`);
  const codes = grid.channels.map(({ code }) => code);
  const own = listed(channels, `${path}.channels`, (each, at) => readChoice(each, at, codes));
  const chosen = new Map(once(own, `${path}.channels`).map((each) => [each.code, each]));
  const common = orNone(mark)(floor, `${path}.floor`);
  return {
    ...grid,
    minimumShare: minimumShare === undefined ? grid.minimumShare : orNone(share)(minimumShare, `${path}.minimumShare`),
    channels: grid.channels.map((channel) => ({
      ...{ ...channel, ...chosen.get(channel.code) },
      criteria: channel.criteria.map((criterion) => ({
        ...{ ...criterion, floor: criterion.floor ?? common },
        absences: { ...criterion.absences, ...absences },
      })),
    })),
  };
}

/** What a policy says of one channel. */
function readChoice(raw, path, codes) {
  keysOf(raw, path, ['code'], ['whenAbsent', 'floor', 'compared']);
  const said = (key, read) => (Object.hasOwn(raw, key) ? { [key]: read(raw[key], `${path}.${key}`) } : {});
  return {
    code: among(raw.code, `${path}.code`, codes),
    ...{ ...said('whenAbsent', policyOf), ...said('floor', orNone(mark)), ...said('compared', flag) },
  };
}

/** Σ points and counts of every criterion, from the answers. */
function tally(grid, tests) {
  const known = new Map(
    grid.channels.flatMap(({ code, criteria }) => criteria.map((one) => [one.code, { ...one, channel: code }])),
  );
  const tallies = new Map([...known.keys()].map((code) => [code, { points: NIL, values: 0, absent: {} }]));
  const codes = grid.channels.map(({ code }) => code);
  let last = { channel: codes[0], number: 0, content: '' };
  listed(tests, 'tests', (test, path) => {
    keysOf(test, path, ['channel', 'number', 'answers']);
    among(test.channel, `${path}.channel`, codes);
    last = following(last, test, path, codes);
    keysOf(test.answers, `${path}.answers`, [], Object.keys(Object(test.answers)));
    for (const code of Object.keys(test.answers)) {
      const at = `${path}.answers.${code}`;
      const criterion = known.get(code);
      if (criterion?.channel !== test.channel) refuse(at, say.unknownKey);
      count(tallies.get(code), criterion, test.answers, at);
    }
  });
  return tallies;
}

/** Tests stand channel by channel, numbered from 1, in the order of their content: it says nothing of time. */
function following(last, { channel, number, answers }, path, codes) {
  const sameChannel = channel === last.channel;
  const content = canonical(answers);
  if (number !== (sameChannel ? last.number + 1 : 1)) unfit(`${path}.number`, number);
  if (codes.indexOf(channel) < codes.indexOf(last.channel)) refuse(path, say.order);
  if (sameChannel && content < last.content) refuse(path, say.order);
  return { channel, number, content };
}

/** Adds one answer to what is known of its criterion. */
function count(sum, criterion, answers, path) {
  const answer = answers[criterion.code];
  const given = Object.hasOwn(Object(answer), 'value');
  keysOf(answer, path, [given ? 'value' : 'absence'], ['neutralised']);
  const met = criterion.conditions.every((holds) => holds(answers));
  if (!met && answer.absence !== 'NOT_APPLICABLE') refuse(path, say.notAsked);
  const points = given ? criterion.pointsOf(answer.value, `${path}.value`) : null;
  if (Object.hasOwn(answer, 'neutralised')) {
    textual(answer.neutralised, `${path}.neutralised`);
    if (!given) among(answer.absence, `${path}.absence`, ABSENCES);
    sum.absent.NOT_APPLICABLE = (sum.absent.NOT_APPLICABLE ?? 0) + 1;
  } else if (given) {
    sum.points = add(sum.points, points);
    sum.values += 1;
  } else {
    const absence = among(answer.absence, `${path}.absence`, ABSENCES);
    sum.absent[absence] = (sum.absent[absence] ?? 0) + 1;
  }
}

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

/** The score of each step of a channel, when steps weigh; null for none that counts. */
function stepsOf(grid, { criteria }, scored) {
  if (grid.steps.every(({ weight }) => weight === null)) return null;
  return grid.steps.map(({ code }) => {
    const own = criteria.flatMap(({ step, bonus, weight }, i) =>
      step === code && !bonus && scored[i].score !== null ? [{ weight, score: scored[i].score }] : [],
    );
    const weights = total(own.map(({ weight }) => weight));
    const earned = total(own.map(({ weight, score }) => mul(weight, score)));
    return { code, score: same(weights, NIL) ? null : written(div(earned, weights)) };
  });
}

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
    channels: channels.map(({ rule, scored, earned, bonus, capped, score, share, counted, outcome }) => ({
      ...{ code: rule.code, steps: stepsOf(grid, rule, scored), earned: writtenOr(earned) },
      ...{ bonus: written(bonus), capped: written(capped), score: writtenOr(score) },
      ...{ share: writtenOr(share), counted: writtenOr(counted), outcome },
    })),
    ...{ share: written(share), exclusion, knockOuts: knockOutsOf(channels) },
    ...{ exact: writtenOr(exact), rounded: exact === null ? null : roundedOf(exact) },
  };
}

/** The first place where what is stated is not what was found. */
function compare(path, stated, found) {
  const composite = (value) => typeof value === 'object' && value !== null;
  if (composite(found) && composite(stated) && Array.isArray(found) === Array.isArray(stated)) {
    for (const key of Object.keys(found)) {
      if (!Object.hasOwn(stated, key)) refuse(`${path}.${key}`, say.missingKey);
      compare(`${path}.${key}`, stated[key], found[key]);
    }
    for (const key of Object.keys(stated)) if (!Object.hasOwn(found, key)) refuse(`${path}.${key}`, say.unknownKey);
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

/** One key twice, however it is spelled, would let two readers see two things: JSON.parse keeps the last in silence. */
function refuseDuplicates(text) {
  const open = [];
  let before = '';
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\])*"|[{}[\]:,]|[^\s{}[\]:,"]+/g)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const key = JSON.parse(before);
      if (open.at(-1).has(key)) refuse(key, say.duplicate);
      open.at(-1).add(key);
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
  const published = certificate?.format === DATASET;
  if (certificate?.format !== 'barometre-score-certificate' && !published) throw new Unreadable(say.notOne);
  if (certificate.formatVersion !== 1) throw new Unreadable(say.format(certificate.formatVersion));
  if (certificate.engine !== ENGINE && !published) throw new Unreadable(say.engine(certificate.engine));
  refuseDuplicates(text);
  return certificate;
}

/** Throws an error with a sentence, or answers what the document rightly says. */
export function verify(text, { key = null, lang = 'fr' } = {}) {
  say = words[lang] ?? words.fr;
  const certificate = parse(text);
  try {
    if (certificate.format === DATASET) checkVersion(certificate, key);
    else check(certificate, key);
  } catch (error) {
    // What is not even of the right shape makes the arithmetic stumble: it is no certificate of ours.
    throw error instanceof Difference ? error : new Difference(say.wrong('', say.notOne));
  }
  return certificate;
}

/**
 * Verifies several certificates, each as if it came alone, then the ranks of every category whose certificates are all
 * there. Answers the certificates, and what became of each category.
 */
export function verifyAll(texts, options = {}) {
  const certificates = texts.map((text, i) => naming(i, text, () => verify(text, options)));
  const fields = new Map();
  for (const [i, { edition, run, category }] of certificates.entries()) {
    const field = canonical([edition.year, run.inputsHash, category.code]);
    fields.set(field, [...(fields.get(field) ?? []), i]);
  }
  return { certificates, fields: [...fields.values()].map((places) => checkField(texts, certificates, places)) };
}

/** A category: one grid, one policy, one signer, each structure once; then 1 + the number of higher scores. */
function checkField(texts, certificates, places) {
  const { category, rank, ...first } = certificates[places[0]];
  const each = (check) => {
    for (const place of places) naming(place, texts[place], () => check(certificates[place]));
  };
  const seen = new Set();
  each(({ grid, policy, publicKey, structure: { reference } }) => {
    compare('grid.hash', grid.hash, first.grid.hash);
    compare('policy.hash', policy.hash, first.policy.hash);
    compare('publicKey', publicKey, first.publicKey);
    if (seen.has(reference)) refuse('structure.reference', say.again);
    seen.add(reference);
  });
  const exact = places.map((place) => certificates[place].values.exact);
  const scores = exact.filter((score) => score !== null).map(fraction);
  const field = Math.max(rank.field, scores.length);
  each(({ values, rank }) => {
    compare('rank.field', rank.field, field);
    if (scores.length < field || values.exact === null) return;
    const own = fraction(values.exact);
    compare('rank.rank', rank.rank, 1 + scores.filter((score) => less(own, score)).length);
  });
  return { category: category.label, field, known: scores.length };
}

/** A fraction as a certificate that was verified writes it: "6205/91", "98". */
function fraction(text) {
  const [n, d = '1'] = text.split('/');
  return [BigInt(n), BigInt(d)];
}

/** Says of which certificate an error speaks. */
function naming(place, text, check) {
  try {
    return check();
  } catch (error) {
    error.message = say.nth(place + 1, nameIn(text)) + error.message;
    throw error;
  }
}

function nameIn(text) {
  try {
    return String(JSON.parse(text).structure.name);
  } catch {
    return '';
  }
}

/** The certificates of a file: one a line when its first line is whole JSON, otherwise one. */
function textsIn(file) {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  try {
    JSON.parse(lines[0]);
    return lines;
  } catch {
    return [text];
  }
}

const TOP = {
  format: textual,
  formatVersion: whole,
  engine: textual,
  edition: { year: whole, ordinal: whole, label: textual, provenance: textual },
  structure: { reference: textual, name: textual },
  category: { code: textual, label: textual },
  run: { number: whole, inputsHash: textual, computedAt: textual },
  grid: { number: whole, hash: textual, rules: null },
  policy: { number: orNone(whole), hash: textual, rules: null, motive: orNone(textual) },
  ...{ tests: null, values: null, rounding: textual, publicKey: textual, signature: textual },
  rank: { rank: orNone(whole), field: (value, path) => whole(value, path, 0) },
};

/** Reads an object by what each of its keys must hold; null leaves a key to those who read it later. */
function readBy(shape, value, path) {
  keysOf(value, path, Object.keys(shape));
  for (const [key, read] of Object.entries(shape)) {
    const at = joined(path, key);
    if (typeof read === 'function') read(value[key], at);
    else if (read) readBy(read, value[key], at);
  }
}

function check(certificate, key) {
  readBy(TOP, certificate, '');
  const { grid, policy, tests, values, rank, rounding } = certificate;
  compare('rounding', rounding, 'HALF_AWAY_FROM_ZERO_TO_2_DECIMALS');
  compare('grid.hash', grid.hash, digest(grid.rules));
  compare('policy.hash', policy.hash, digest(policy.rules));
  for (const each of ['number', 'motive'])
    if ((policy[each] === null) !== (policy.rules === null)) unfit(`policy.${each}`, policy[each]);
  const rules = govern(readGrid(grid.rules), policy.rules);
  compare('values', values, valuesOf(rules, tally(rules, tests)));
  if ((rank.rank === null) !== (values.exact === null) || rank.rank > rank.field) unfit('rank.rank', rank.rank);
  const { signature, ...signed } = certificate;
  checkSignature(certificate, canonical(signed), key);
}

const DATASET = 'barometre-dataset';

/** Every row, every table, then the whole: the first that is not what was hashed is named. */
function checkVersion(document, key) {
  const { tables, hashes, ...said } = document;
  const { format, formatVersion, version, publishedAt, hash, publicKey, signature } = said;
  keysOf(document, '', [
    'format',
    'formatVersion',
    'version',
    'publishedAt',
    'tables',
    'hashes',
    'hash',
    'publicKey',
    'signature',
  ]);
  for (const name of ['version', 'publishedAt', 'hash', 'publicKey', 'signature']) textual(said[name], name);
  keysOf(tables, 'tables', Object.keys(hashes));
  for (const [name, stated] of Object.entries(hashes)) {
    keysOf(stated, `hashes.${name}`, ['hash', 'rows']);
    const rows = listed(tables[name], `tables.${name}`, (row) => row, 1);
    for (let i = 0; i < Math.max(rows.length, stated.rows.length); i++)
      if (i >= rows.length || digest(rows[i]) !== stated.rows[i]) refuse(`tables.${name}.${i}`, say.altered);
    compare(`hashes.${name}.hash`, stated.hash, digest(stated.rows));
  }
  compare('hash', hash, digest(Object.fromEntries(Object.entries(hashes).map(([name, { hash }]) => [name, hash]))));
  checkSignature(
    { publicKey, signature },
    canonical({ format, formatVersion, version, publishedAt, hash, publicKey }),
    key,
  );
}

const fingerprintOf = (publicKey) => createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');

function checkSignature({ publicKey, signature }, text, expected) {
  const raw = Buffer.from(publicKey, 'base64url');
  if (raw.length !== 32 || raw.toString('base64url') !== publicKey) unfit('publicKey', publicKey);
  // A fingerprint may be read out in pairs and capitals.
  const asFingerprint = expected?.toLowerCase().replace(/[\s:]/g, '');
  if (expected !== null && expected !== publicKey && asFingerprint !== fingerprintOf(publicKey))
    refuse('publicKey', say.otherKey);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  const bytes = Buffer.from(signature, 'base64url');
  // Base64 has bits to spare at its end: one signature is written one way.
  const unaltered = bytes.toString('base64url') === signature;
  if (!unaltered || !verifySignature(null, Buffer.from(text), key, bytes)) refuse('signature', say.signature);
}

/** What was asked on the command line. An option it does not know, or without its value, would check less than asked. */
function optionsOf(asked) {
  const options = { files: [], key: null, lang: 'fr' };
  for (let i = 0; i < asked.length; i++) {
    const name = { '--key': 'key', '--lang': 'lang' }[asked[i]];
    if (name) options[name] = asked[++i]?.trim() || null;
    else if (!asked[i].startsWith('--')) options.files.push(asked[i]);
    else return null;
    if (name && options[name] === null) return null;
  }
  return options.files.length > 0 && Object.hasOwn(words, options.lang) ? options : null;
}

function main(asked) {
  if (asked.includes('--lang') && asked.includes('en')) say = words.en;
  const options = optionsOf(asked);
  if (!options) throw new Unreadable(say.usage);
  let texts;
  try {
    texts = options.files.flatMap(textsIn);
  } catch (error) {
    throw new Unreadable(error.message);
  }
  const versions = texts.filter((text) => formatIn(text) === DATASET);
  const certificates = texts.filter((text) => !versions.includes(text));
  for (const text of versions) tellVersion(verify(text, options));
  if (certificates.length === 1) tellOne(verify(certificates[0], options));
  else if (certificates.length > 1) tellAll(verifyAll(certificates, options));
  for (const key of new Set(texts.map((text) => JSON.parse(text).publicKey)))
    console.log(options.key ? say.expectedKey : say.someKey(fingerprintOf(key)));
}

/** What a text says it is; whether it is anything is decided later. */
function formatIn(text) {
  try {
    return JSON.parse(text)?.format;
  } catch {
    return null;
  }
}

function tellVersion({ version, publishedAt, tables }) {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.length, 0);
  console.log(say.published(version, publishedAt, rows));
}

function tellOne({ structure, edition, values, rank }) {
  const score = values.exact === null ? say.none : `${values.rounded} (${values.exact})`;
  const { label, year } = edition;
  console.log(say.valid(structure.name, label.includes(year) ? label : `${label} ${year}`, score));
  if (rank.rank !== null) console.log(say.rank(rank.rank, rank.field));
}

function tellAll({ certificates, fields }) {
  console.log(say.several(certificates.length));
  for (const { category, field, known } of fields)
    console.log(known === field ? say.ranks(category, field) : say.noRanks(category, known, field));
}

/** Whether this file is what was run, not imported: the path given may be a link to it. */
function isRun() {
  try {
    return realpathSync(process.argv[1]) === realpathSync(new URL(import.meta.url));
  } catch {
    return false;
  }
}

if (isRun())
  try {
    main(process.argv.slice(2));
  } catch (error) {
    const unreadable = error instanceof Unreadable;
    if (!unreadable && !(error instanceof Difference)) throw error;
    console.error(unreadable ? say.unreadable(error.message) : error.message);
    process.exitCode = unreadable ? 2 : 1;
  }
