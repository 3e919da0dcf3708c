#!/usr/bin/env node
/*
 * Vérificateur des décisions du jury de Baromètre : la chaîne des décisions d'une édition, ou le code d'un diplôme.
 * Un seul fichier, sans réseau ni dépendance.
 * Stand-alone verifier of Baromètre's jury: the chain of decisions of an edition, or the code of a diploma. One file, no
 * network, no dependency.
 *
 *   node verify-jury.mjs chaine.json [--head <empreinte>] [--key <clé ou empreinte>] [--lang en]
 *   node verify-jury.mjs lignes.txt [--key <clé ou empreinte>] [--lang en]
 *
 * Code de sortie : 0 valide · 1 une différence, nommée · 2 rien que ce fichier sache lire.
 * Exit: 0 valid · 1 a difference, named · 2 nothing this file can read.
 *
 * Il ne partage aucun code avec le système : c'est un second avis. Pour en écrire un troisième, tout est là.
 * It shares no code with the system: it is a second opinion. To write a third, here is all:
 *
 *   chain      records[i] = { record, hash }. `record` is a text, canonical JSON (keys sorted by code units, no blanks,
 *              as RFC 8785 writes texts, whole numbers, booleans, null); `hash` is its SHA-256 in hexadecimal. Within it
 *              `number` is i + 1, `previous` the hash of the record before (null for the first), `corrects` null or the
 *              hash of an earlier record.
 *   signature  Ed25519 over the canonical form of everything but `signature`; keys and signatures are in base64url.
 *   head       the hash that minutes print: that of a record of the chain; the records before it are then those it had.
 *   diploma    ten lines in UTF-8: BAROMETRE-LAUREAT 1 · year, ordinal, REEL or FICTIF · edition · TROPHEE or PRIX and
 *              the award · laureate · mention, or “sans mention” · day of the decision · SHA-256 of its record, in
 *              base64url · public key · Ed25519 signature of the nine lines before it, joined by line feeds.
 */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';

const words = {
  fr: {
    usage: 'usage : node verify-jury.mjs fichier [--head <empreinte>] [--key <clé ou empreinte>] [--lang en]',
    unreadable: (why) => `Rien n’est vérifié : ${why}`,
    notOne: 'ce n’est ni une chaîne de décisions ni le code d’un diplôme Baromètre',
    truncated: 'ce n’est pas du JSON complet ; le fichier est peut-être tronqué, redemandez-le',
    format: (version) => `format ${version}, ce vérificateur lit le format 1 ; prenez-en un plus récent`,
    headOfDiploma: '--head ne vaut que pour une chaîne',
    chain: (year, count, head) => `Valide : ${count} décisions de l’édition ${year}. Dernière empreinte : ${head}`,
    empty: (year) => `Valide : aucune décision de l’édition ${year}.`,
    found: (number) => `L’empreinte attendue est celle de l’enregistrement nº ${number}.`,
    diploma: (laureate, award, edition, year) => `Valide : ${laureate}, ${award}, ${edition}, ${year}.`,
    award: { TROPHEE: 'trophée', PRIX: 'prix spécial' },
    mention: (mention) => `Mention : ${mention}.`,
    decided: (day, hash) => `Décision du ${day}, d’empreinte ${hash}.`,
    fictional: 'FICTIF : établi pour une démonstration, ce prix n’a pas été décerné.',
    expectedKey: 'Signé par la clé attendue.',
    someKey: (fingerprint) =>
      `Signé, mais par qui ? Comparez cette empreinte de la clé à celle que publie l’AFNOR : ${fingerprint}`,
    record: (place, why) => `Enregistrement nº ${place} : ${why}`,
    notRecord: 'ce n’est pas un enregistrement en forme canonique',
    hash: 'son empreinte n’est pas celle de son contenu',
    number: (number) => `il porte le numéro ${number}`,
    previous: 'il ne cite pas l’empreinte du précédent',
    corrects: 'il corrige une décision qui ne le précède pas',
    head: 'aucun enregistrement n’a l’empreinte attendue : la chaîne a été changée, ou coupée',
    line: (number, why) => `Ligne ${number} : ${why}`,
    lines: (count) => `le code a 10 lignes, il en est venu ${count}`,
    unfit: (stated) => `« ${stated} » n’a pas sa place ici`,
    signature: 'La signature ne correspond pas au contenu.',
    otherKey: 'Signé par une autre clé que celle attendue.',
    badKey: 'La clé publique n’en est pas une.',
  },
  en: {
    usage: 'usage: node verify-jury.mjs file [--head <hash>] [--key <key or fingerprint>] [--lang fr]',
    unreadable: (why) => `Nothing is verified: ${why}`,
    notOne: 'this is neither a Baromètre chain of decisions nor the code of a diploma',
    truncated: 'this is not whole JSON; the file may be truncated, ask for it again',
    format: (version) => `format ${version}, this verifier reads format 1; take a newer one`,
    headOfDiploma: '--head is for a chain only',
    chain: (year, count, head) => `Valid: ${count} decisions of edition ${year}. Last hash: ${head}`,
    empty: (year) => `Valid: no decision of edition ${year}.`,
    found: (number) => `The hash expected is that of record no. ${number}.`,
    diploma: (laureate, award, edition, year) => `Valid: ${laureate}, ${award}, ${edition}, ${year}.`,
    award: { TROPHEE: 'trophy', PRIX: 'special prize' },
    mention: (mention) => `Mention: ${mention}.`,
    decided: (day, hash) => `Decision of ${day}, with hash ${hash}.`,
    fictional: 'FICTIONAL: made for a demonstration, this prize was not awarded.',
    expectedKey: 'Signed by the key expected.',
    someKey: (fingerprint) =>
      `Signed, but by whom? Compare this fingerprint of the key with the one AFNOR publishes: ${fingerprint}`,
    record: (place, why) => `Record no. ${place}: ${why}`,
    notRecord: 'it is no record in canonical form',
    hash: 'its hash is not that of its content',
    number: (number) => `it bears the number ${number}`,
    previous: 'it does not cite the hash of the one before',
    corrects: 'it corrects a decision that does not stand before it',
    head: 'no record has the hash expected: the chain was changed, or cut short',
    line: (number, why) => `Line ${number}: ${why}`,
    lines: (count) => `the code has 10 lines, ${count} came`,
    unfit: (stated) => `"${stated}" does not belong here`,
    signature: 'The signature does not fit the content.',
    otherKey: 'Signed by another key than the one expected.',
    badKey: 'The public key is none.',
  },
};

class Unreadable extends Error {}
class Difference extends Error {}
const differ = (why) => {
  throw new Difference(why);
};

let say = words.fr;

/** Keys sorted, no blanks: what is hashed and signed. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const isRecordText = (text, read) => typeof read === 'object' && read !== null && canonical(read) === text;

/** Why a record does not hold at its place; null when it does. */
function faultOf(records, i) {
  const { record, hash } = records[i] ?? {};
  const read = typeof record === 'string' ? parsed(record) : undefined;
  if (!isRecordText(record, read)) return say.notRecord;
  if (sha256(record) !== hash) return say.hash;
  if (read.number !== i + 1) return say.number(read.number);
  if (read.previous !== (i === 0 ? null : records[i - 1].hash)) return say.previous;
  const { corrects = null } = read;
  return corrects === null || records.slice(0, i).some((before) => before.hash === corrects) ? null : say.corrects;
}

const CHAIN = ['format', 'formatVersion', 'publicKey', 'records', 'signature', 'year'];

function verifyChain(chain, head, key) {
  if (chain.formatVersion !== 1) throw new Unreadable(say.format(chain.formatVersion));
  const { records, year, signature, ...rest } = chain;
  if (Object.keys(chain).sort().join() !== CHAIN.join() || !Array.isArray(records)) throw new Unreadable(say.notOne);
  for (let i = 0; i < records.length; i++) {
    const fault = faultOf(records, i);
    if (fault) differ(say.record(i + 1, fault));
  }
  checkSignature(canonical({ ...rest, records, year }), chain.publicKey, signature, key);
  const at = records.findIndex(({ hash }) => hash === head);
  if (head !== null && at === -1) differ(say.head);
  const last = records.length === 0 ? say.empty(year) : say.chain(year, records.length, records.at(-1).hash);
  return { publicKey: chain.publicKey, told: [last, ...(head === null ? [] : [say.found(at + 1)])] };
}

/** What each line of a diploma must look like. */
const LINES = [
  /^BAROMETRE-LAUREAT 1$/,
  /^\d{4} \d+ (REEL|FICTIF)$/,
  /./,
  /^(TROPHEE|PRIX) ./,
  /./,
  /./,
  /^\d{4}-\d\d-\d\d$/,
  /^[\w-]{43}$/,
  /^[\w-]{43}$/,
  /^[\w-]{86}$/,
];

function verifyDiploma(text, key) {
  const lines = text.replace(/\r\n/g, '\n').replace(/\n+$/, '').split('\n');
  if (!LINES[0].test(lines[0])) throw new Unreadable(say.format(lines[0].split(' ')[1]));
  if (lines.length !== LINES.length) differ(say.lines(lines.length));
  for (const [i, line] of lines.entries()) if (!LINES[i].test(line)) differ(say.line(i + 1, say.unfit(line)));
  const [, state, edition, award, laureate, mention, day, hash, publicKey, signature] = lines;
  checkSignature(lines.slice(0, -1).join('\n'), publicKey, signature, key);
  const [year, , reality] = state.split(' ');
  const [, kind, label] = /^(\S+) (.*)$/.exec(award);
  const decision = Buffer.from(hash, 'base64url').toString('hex');
  return {
    publicKey,
    told: [
      say.diploma(laureate, `${say.award[kind]} « ${label} »`, edition, year),
      ...(mention === 'sans mention' ? [] : [say.mention(mention)]),
      say.decided(day, decision),
      ...(reality === 'FICTIF' ? [say.fictional] : []),
    ],
  };
}

const fingerprintOf = (publicKey) => sha256(Buffer.from(publicKey, 'base64url'));

function checkSignature(signed, publicKey, signature, expected) {
  const raw = Buffer.from(String(publicKey), 'base64url');
  if (raw.length !== 32 || raw.toString('base64url') !== publicKey) differ(say.badKey);
  // A fingerprint may be read out in pairs and capitals.
  const asFingerprint = expected?.toLowerCase().replace(/[\s:]/g, '');
  if (expected !== null && expected !== publicKey && asFingerprint !== fingerprintOf(publicKey)) differ(say.otherKey);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  const bytes = Buffer.from(String(signature), 'base64url');
  // Base64 has bits to spare at its end: one signature is written one way.
  const unaltered = bytes.toString('base64url') === signature;
  if (!unaltered || !verifySignature(null, Buffer.from(signed), key, bytes)) differ(say.signature);
}

/** Throws an error with a sentence, or answers what is rightly said: sentences, and the key it was signed with. */
export function verify(text, { head = null, key = null, lang = 'fr' } = {}) {
  say = words[lang] ?? words.fr;
  const bare = text.replace(/^\ufeff/, '');
  if (bare.startsWith('BAROMETRE-LAUREAT ')) {
    if (head !== null) throw new Unreadable(say.headOfDiploma);
    return verifyDiploma(bare, key);
  }
  const chain = parsed(bare);
  if (chain === undefined) throw new Unreadable(bare.trimStart().startsWith('{') ? say.truncated : say.notOne);
  if (chain?.format !== 'barometre-decision-chain') throw new Unreadable(say.notOne);
  return verifyChain(chain, head?.toLowerCase() ?? null, key);
}

/** What was asked on the command line. An option it does not know, or without its value, would check less than asked. */
function optionsOf(asked) {
  const options = { file: null, head: null, key: null, lang: 'fr' };
  for (let i = 0; i < asked.length; i++) {
    const name = { '--head': 'head', '--key': 'key', '--lang': 'lang' }[asked[i]];
    if (name) options[name] = asked[++i]?.trim() || null;
    else if (options.file === null && !asked[i].startsWith('--')) options.file = asked[i];
    else return null;
    if (name && options[name] === null) return null;
  }
  return options.file !== null && Object.hasOwn(words, options.lang) ? options : null;
}

function main(asked) {
  if (asked.includes('--lang') && asked.includes('en')) say = words.en;
  const options = optionsOf(asked);
  if (!options) throw new Unreadable(say.usage);
  let text;
  try {
    text = readFileSync(options.file, 'utf8');
  } catch (error) {
    throw new Unreadable(error.message);
  }
  const { told, publicKey } = verify(text, options);
  for (const sentence of told) console.log(sentence);
  console.log(options.key ? say.expectedKey : say.someKey(fingerprintOf(publicKey)));
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
