import { describe, expect, test } from 'vitest';
import {
  distanceOf,
  isMisnamed,
  isPlainText,
  nameOf,
  printOf,
  purgeDayOf,
  typeIn,
} from '../../server/evidence/evidence.rules.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('what a file is', () => {
  test('text is what nothing takes for something else', () => {
    expect(isPlainText(bytes('Bonjour,\r\nvotre demande est enregistrée : « n° 12 ».\n'))).toBe(true);
    for (const text of [
      '#!/bin/sh\nrm -rf /',
      '<!doctype html>',
      '  <svg/>',
      '<?php',
      'a\0b',
      '',
      'x <script>alert(1)</script>',
    ])
      expect(isPlainText(bytes(text)), text).toBe(false);
    expect(isPlainText(new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toBe(false);
  });

  test('the content says it, and what the name adds can only contradict it', () => {
    expect(typeIn('image/png', bytes(''))).toBe('image/png');
    expect(typeIn('audio/ogg; codecs=opus', bytes(''))).toBe('audio/ogg');
    expect(typeIn(null, bytes('Bonjour'))).toBe('text/plain');
    expect(typeIn(null, bytes('#!/bin/sh'))).toBeNull();
    expect(isMisnamed('facade.JPG', 'text/plain')).toBe(true);
    expect(isMisnamed('facade.jpg', 'image/webp')).toBe(false);
    expect(isMisnamed('capture.svg', 'image/png')).toBe(true);
    expect(isMisnamed('sans nom', 'image/png')).toBe(false);
  });

  test('a name that is given back says nothing of what was typed', () => {
    expect(nameOf('0f8b1c2d-0000', 'image/jpeg')).toBe('piece-0f8b1c2d.jpg');
  });
});

test('the day of a purge is counted from the day of receipt', () => {
  expect(purgeDayOf(new Date('2022-07-01T23:30:00Z'), 1)).toBe('2022-07-02');
  expect(purgeDayOf(new Date('2024-02-28T00:00:00Z'), 2)).toBe('2024-03-01');
});

describe('the fingerprint of a picture', () => {
  const ramp = (rise: number) => Uint8Array.from({ length: 72 }, (_, at) => 100 + rise * (at % 9));

  test('holds one bit for each pair of neighbours', () => {
    expect(printOf(ramp(-5))).toBe('f'.repeat(16));
    expect(printOf(ramp(5))).toBe('0'.repeat(16));
  });

  test('two differ in as many bits as pairs that darken otherwise', () => {
    const one = ramp(-5);
    const other = Uint8Array.from(one);
    other[10] = 0;
    expect(distanceOf(printOf(one), printOf(other))).toBe(1);
    expect(distanceOf('f'.repeat(16), '0'.repeat(16))).toBe(64);
  });
});
