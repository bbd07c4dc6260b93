/**
 * Mutators of bytes: of a whole container, and of the two streams inside it. The second kind is
 * deflated anew afterwards, so that its mutants get past inflating and reach the skeleton's reader.
 */
import { deflateRawSync } from 'node:zlib';
import { token } from '../../src/credential/skeleton.ts';
import type { Original } from './originals.ts';
import type { RandomSource } from './random-source.ts';
import type { Streams } from './streams.ts';

type ByteMutator = (bytes: Uint8Array, random: RandomSource) => Uint8Array;
export type ContainerMutator = (
  bytes: Uint8Array,
  random: RandomSource,
  others: readonly Original[],
) => Uint8Array;
export type SkeletonMutator = (
  skeleton: Streams,
  random: RandomSource,
  others: readonly Original[],
) => Streams;

/** What nobody would call a card any more; beyond the limit of 8 KiB, so that it is met, too. */
const longestStream = 9000;
const lengths = [0, 1, 2, 16, 31, 32, 64, 127, 128, 255, 1024, 8191, 16_383];
const tokens = Object.values(token);

const splice = (
  bytes: Uint8Array,
  at: number,
  remove: number,
  ...insert: readonly (number | Uint8Array)[]
): Uint8Array =>
  Buffer.concat([
    bytes.subarray(0, at),
    ...insert.map((part) => (typeof part === 'number' ? Uint8Array.of(part) : part)),
    bytes.subarray(at + remove),
  ]);

const byteMutators: Readonly<Record<string, ByteMutator>> = {
  'flip a bit': (bytes, random) => {
    const at = random.below(bytes.length);
    return splice(bytes, at, 1, (bytes[at] ?? 0) ^ (1 << random.below(8)));
  },
  'set a byte': (bytes, random) =>
    splice(
      bytes,
      random.below(bytes.length),
      1,
      random.pick([0, 0x7f, 0x80, 0xff, random.below(256)]),
    ),
  'insert bytes': (bytes, random) =>
    splice(bytes, random.below(bytes.length + 1), 0, random.bytes(random.pick([1, 1, 2, 32]))),
  'delete bytes': (bytes, random) =>
    splice(bytes, random.below(bytes.length), random.pick([1, 1, 2, 32, 64])),
};

/** The beginning of one and the end of another. */
const join = (a: Uint8Array, b: Uint8Array, random: RandomSource): Uint8Array =>
  splice(a, random.below(a.length + 1), a.length, b.subarray(random.below(b.length + 1)));

/** A length as LEB128, in `size` bytes whether it needs them or not. */
const writeLength = (value: number, size: number): readonly number[] =>
  Array.from(
    { length: size },
    (_, index) => ((value >> (7 * index)) & 0x7f) | (index < size - 1 ? 0x80 : 0),
  );

/** Streams that inflate to far more than any card holds: just above, and as much as fits a code. */
const bombs = [8193, 66_000, 400_000, 1_200_000].map((length) =>
  deflateRawSync(new Uint8Array(length), { level: 9 }),
);

export const containerMutators: Readonly<Record<string, ContainerMutator>> = {
  ...byteMutators,
  'splice two containers': (bytes, random, others) =>
    join(bytes, random.pick(others).container, random),
  'exchange the raw end': (bytes, random, others) => {
    const length = random.pick([64, 128, 150, 200]);
    const end = random.pick(others).container.subarray(-length);
    return splice(bytes, Math.max(0, bytes.length - length), length, end);
  },
  'another length': (bytes, random) => {
    const length = random.onceIn(2)
      ? (((bytes[1] ?? 0) & 0x7f) | ((bytes[2] ?? 0) << 7)) + random.between(-2, 2)
      : random.pick(lengths);
    return splice(bytes, 1, 2, ...writeLength(Math.max(0, length), random.between(1, 3)));
  },
  'a bomb': (_bytes, random) => {
    const deflated = random.pick(bombs);
    return Uint8Array.from([1, ...writeLength(deflated.length, 2), ...deflated]);
  },
  'another version': (bytes, random) => splice(bytes, 0, 1, random.pick([0, 2, 3, 0x80, 0xff])),
};

/** Applies a mutator of bytes to one of both streams, more often to the text. */
const onStream =
  (mutate: ByteMutator): SkeletonMutator =>
  ({ text, raw }, random) =>
    random.onceIn(3) ? { text, raw: mutate(raw, random) } : { text: mutate(text, random), raw };

const onText =
  (mutate: ByteMutator): SkeletonMutator =>
  ({ text, raw }, random) => ({ text: mutate(text, random), raw });

export const skeletonMutators: Readonly<Record<string, SkeletonMutator>> = {
  ...Object.fromEntries(Object.entries(byteMutators).map(([name, by]) => [name, onStream(by)])),
  'splice two skeletons': (skeleton, random, others) => {
    const { skeleton: other } = random.pick(others);
    const text = join(skeleton.text, other.text, random);
    const raw = random.onceIn(2) ? skeleton.raw : join(skeleton.raw, other.raw, random);
    return { text, raw };
  },
  'insert a token': onText((text, random) => {
    const insert = [
      random.pick(tokens),
      ...writeLength(random.pick(lengths), random.between(1, 2)),
    ];
    return splice(text, random.below(text.length + 1), 0, ...insert.slice(0, random.between(1, 3)));
  }),
  'change a token': onText((text, random) => {
    const places = [...text.keys()].filter((at) => (text[at] ?? 0) < 0x20);
    return splice(text, random.pick([...places, 0]), 1, random.below(0x20));
  }),
  'repeat a stretch, up to a bomb': onText((text, random) => {
    const at = random.below(text.length);
    const stretch = text.slice(at, at + random.pick([1, 1, 2, 3, 40]));
    const times = random.pick([1, 2, 18, 400, 4000, longestStream]);
    const copies = Math.min(times, Math.floor(longestStream / Math.max(1, stretch.length)));
    const run = new Uint8Array(copies * stretch.length);
    for (let copy = 0; copy < copies; copy++) run.set(stretch, copy * stretch.length);
    return splice(text, at, 0, run);
  }),
};
