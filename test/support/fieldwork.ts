import { type Stream, streamOf } from '../../server/uncertainty/random.rules.ts';
import type { Sampled, SampledChannel } from '../../server/uncertainty/sample.rules.ts';

/** How an imagined category is tested. */
export interface Design {
  readonly structures: number;
  /** How many tests each structure has on each channel. */
  readonly tests: readonly number[];
  /** How far structures, and channels within them, differ in truth: a standard deviation, in points. */
  readonly between: number;
  /** How often a request on the last channel is never answered, and scores 0; from 0 to 1. */
  readonly silence: number;
}

/** A category whose truth is known, and what one fieldwork found of it. */
export interface Fieldwork {
  readonly category: readonly Sampled[];
  /** The score each structure would have if it were tested for ever. */
  readonly truth: readonly number[];
}

/** One channel of one structure from its tests, each from 0 to 100. */
export function channelOf(code: string, weight: number, tests: readonly number[]): SampledChannel {
  const score = tests.reduce((sum, test) => sum + test, 0) / tests.length;
  return { code, weight, score, tests: tests.map((test) => test - score), criteria: [], bonus: 0 };
}

/**
 * One fieldwork of an imagined category. A test is eight questions out of a hundred points, easier on some days than on
 * others, so that it stays within bounds, varies less near them, and is on average what the channel is worth.
 */
export function fieldworkOf(design: Design, name: string): Fieldwork {
  const stream = streamOf('fieldwork', name);
  const imagined = Array.from({ length: design.structures }, (_, i) => structureOf(design, `structure ${i}`, stream));
  return { category: imagined.map(({ structure }) => structure), truth: imagined.map(({ truth }) => truth) };
}

function structureOf(design: Design, id: string, stream: Stream) {
  const level = 68 + design.between * bell(stream);
  const imagined = design.tests.map((count, i) => {
    const worth = Math.min(96, Math.max(8, level + design.between * bell(stream))) / 100;
    const silence = i === design.tests.length - 1 ? design.silence : 0;
    const tests = Array.from({ length: count }, () => (chance(stream) < silence ? 0 : testOf(worth, stream)));
    return { channel: channelOf(`channel ${i}`, 1 + (i % 3), tests), truth: 100 * worth * (1 - silence) };
  });
  const total = imagined.reduce((sum, { channel }) => sum + channel.weight, 0);
  const truth = imagined.reduce((sum, { channel, truth }) => sum + channel.weight * truth, 0) / total;
  return { structure: { id, channels: imagined.map(({ channel }) => channel) }, truth };
}

function testOf(worth: number, stream: Stream): number {
  const day = worth + stream.either() * 0.7 * Math.min(worth, 1 - worth);
  return 12.5 * Array.from({ length: 8 }, () => chance(stream)).filter((answer) => answer < day).length;
}

const chance = (stream: Stream): number => (stream.either() + 1) / 2;

/** Close to the normal law, mean 0 and standard deviation 1. */
const bell = (stream: Stream): number =>
  Array.from({ length: 12 }, () => chance(stream)).reduce((sum, each) => sum + each, -6);
