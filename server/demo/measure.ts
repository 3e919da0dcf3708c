import type { Absence } from '../score/measure.rules.ts';
import type { DemoGrid } from './configuration.ts';
import type { Measured } from './plan.ts';
import { type Outcomes, officeDay, within } from './quotas.ts';
import { type Chance, chanceOf } from './random.ts';

/** What is written for a criterion: a value, or why there is none. */
type Note = string | { readonly absence: Absence };
type Notes = Readonly<Record<string, Note>>;

const notApplicable: Note = { absence: 'NOT_APPLICABLE' };
const notOffered: Note = { absence: 'NOT_OFFERED' };
const notObserved: Note = { absence: 'NOT_OBSERVED' };
const refused: Note = { absence: 'REFUSED' };

/** Fills every test of an edition: first what the published figures fix, then the rest from how good the structure is. */
export function measure(year: number, grid: DemoGrid, tests: readonly Measured[], outcomes: Outcomes): void {
  const chance = chanceOf(`measure ${year}`);
  for (const test of tests) {
    const marker = markerOf(test.entrant.quality, chance);
    const notes = notesOf(test, marker, outcomes);
    const codes = grid.channels.find(({ code }) => code === test.channel)?.criteria ?? [];
    for (const { code } of codes) {
      const note = notes[code] ?? notObserved;
      const found = typeof note === 'string' ? { value: note, absence: null } : { value: null, absence: note.absence };
      test.findings.set(code, { criterion: code, ...found });
    }
  }
}

/** Marks given by chance, leaning on how good a structure is. */
interface Marker {
  readonly chance: Chance;
  yes(usually: number): string;
  rating(usually: number): string;
  /** A whole number around a middle, further out when the structure is less good. */
  count(middle: number, spread: number, least: number, most: number): string;
}

function markerOf(quality: number, chance: Chance): Marker {
  const lean = quality - 0.5;
  return {
    chance,
    yes: (usually) => yesNo(chance.happens(usually + 0.6 * lean)),
    rating: (usually) => String(within(Math.round(4 * (usually + 0.6 * lean + 0.22 * chance.spread())), 0, 4)),
    count: (middle, spread, least, most) =>
      String(within(Math.round(middle * (1 - lean) + spread * chance.spread()), least, most)),
  };
}

const yesNo = (yes: boolean): string => (yes ? '1' : '0');

function notesOf(test: Measured, marker: Marker, outcomes: Outcomes): Notes {
  switch (test.channel) {
    case 'RECEPTION':
      return visitNotes(marker);
    case 'PHONE':
      return callNotes(marker, outcomes.rings.get(test));
    case 'EMAIL':
      return emailNotes(test, marker, outcomes.days.get(test));
    case 'LETTER':
      return letterNotes(test, marker, outcomes.days.get(test));
    case 'WEBSITE':
      return siteNotes(test, marker, outcomes);
    default:
      return socialNotes(test, marker, outcomes.days.get(test));
  }
}

const visitNotes = (marker: Marker): Notes => ({
  'reception.access.opening_hours': marker.yes(0.97),
  'reception.access.signage': marker.rating(0.82),
  'reception.access.cleanliness': marker.rating(0.9),
  'reception.access.seating': marker.yes(0.93),
  'reception.access.confidentiality': marker.yes(0.75),
  'reception.information.orientation': marker.rating(0.85),
  'reception.information.courtesy': marker.rating(0.9),
  'reception.information.wait': marker.count(5, 4, 0, 18),
  'reception.information.agent_identifies': marker.chance.happens(0.05) ? refused : marker.yes(0.7),
  'reception.processing.adequacy': marker.rating(0.84),
});

function callNotes(marker: Marker, rings: number | undefined): Notes {
  const { chance } = marker;
  const always = {
    'phone.access.details_available': marker.yes(0.93),
    'phone.access.details_consistent': marker.yes(0.86),
    'phone.access.answering_machine': marker.yes(0.72),
    'phone.access.connected': yesNo(rings !== undefined),
  };
  if (rings === undefined) return always;
  const quality = chance.happens(0.012) ? refused : answerQuality(marker);
  return {
    ...always,
    'phone.access.rings': String(rings),
    'phone.processing.wait_management': marker.count(50, 55, 3, 195),
    'phone.processing.courtesy': marker.rating(0.84),
    'phone.processing.transfer': chance.happens(0.35) ? marker.rating(0.7) : notApplicable,
    'phone.processing.answer_quality': quality,
    'phone.processing.first_contact_resolution':
      quality === refused ? refused : yesNo(quality === 'complete' && chance.happens(0.85)),
  };
}

function answerQuality(marker: Marker): string {
  const rank = Number(marker.rating(0.78));
  if (rank >= 3) return 'complete';
  if (rank === 2) return 'partielle';
  return marker.chance.happens(0.5) ? 'erronee' : 'aucune';
}

function emailNotes(test: Measured, marker: Marker, days: number | undefined): Notes {
  const acknowledged = marker.yes(0.5) === '1';
  const acknowledgement = acknowledged
    ? String(officeDay(test, 0, Math.min(9, days ?? 9), marker.chance))
    : notObserved;
  const always = {
    'email.processing.answered': yesNo(days !== undefined),
    'email.processing.acknowledgement': acknowledgement,
    'email.complaint.handled': complaintNote(marker, days),
  };
  if (days === undefined) return always;
  return {
    ...always,
    'email.processing.delay': String(days),
    'email.processing.personalisation': marker.rating(0.72),
    'email.processing.first_contact_resolution': marker.yes(0.7),
  };
}

/** One message in two is a complaint. */
function complaintNote(marker: Marker, days: number | undefined): Note {
  if (marker.chance.happens(0.5)) return notApplicable;
  return days === undefined ? notObserved : marker.rating(0.62);
}

function letterNotes(test: Measured, marker: Marker, days: number | undefined): Notes {
  const acknowledged = marker.yes(0.45) === '1';
  const acknowledgement = acknowledged
    ? String(officeDay(test, 2, Math.min(17, days ?? 17), marker.chance))
    : notObserved;
  if (days === undefined)
    return { 'letter.processing.answered': '0', 'letter.processing.acknowledgement': acknowledgement };
  return {
    'letter.processing.answered': '1',
    'letter.processing.delay': String(days),
    'letter.processing.acknowledgement': acknowledgement,
    'letter.processing.first_contact_resolution': marker.yes(0.75),
  };
}

function siteNotes(test: Measured, marker: Marker, { onlineProcedures, digitalHelp }: Outcomes): Notes {
  const { chance } = marker;
  const helps = digitalHelp.has(test) ? chance.whole(1, 7) : 0;
  const notes = {
    'website.access.accessibility_info': marker.yes(0.7),
    'website.access.reduced_mobility': marker.yes(0.6),
    'website.access.signposting': marker.rating(0.74),
    'website.access.email_findable': marker.yes(0.85),
    'website.access.rgaa_statement': marker.yes(0.55),
    'website.information.online_procedures': yesNo(onlineProcedures.has(test)),
    'website.information.faq': yesNo((helps & 1) !== 0),
    'website.information.chat': yesNo((helps & 2) !== 0),
    'website.information.tutorial': yesNo((helps & 4) !== 0),
    'website.information.working_links': (
      within(Number(marker.rating(0.8)) * 5 + chance.whole(28, 32), 25, 50) / 50
    ).toString(),
  };
  return test.entrant.hasWebsite ? notes : allOf(notes, notOffered);
}

function socialNotes({ entrant }: Measured, marker: Marker, days: number | undefined): Notes {
  const notes: Notes = {
    'social.access.active_presence': marker.yes(0.85),
    'social.processing.answered': yesNo(days !== undefined),
    'social.processing.delay': days === undefined ? notObserved : String(days),
  };
  return entrant.hasSocial ? notes : allOf(notes, notOffered);
}

const allOf = (notes: Notes, note: Note): Notes => Object.fromEntries(Object.keys(notes).map((code) => [code, note]));
