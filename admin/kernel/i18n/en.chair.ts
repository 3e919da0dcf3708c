import type { chair as french } from './fr.chair.ts';
import type { Translated } from './typeset.ts';

export const chair: Translated<typeof french> = {
  chair: {
    bar: 'Presiding',
    notPresiding: '%{name} presides over this item.',
    recused: 'You are recused from this item: your deputy presides over it.',
    openMeeting: {
      action: 'Open the meeting',
      title: 'Open the meeting?',
      more1: 'Members see it at once, and say that they are in the room.',
      more2: 'You are counted as present.',
      more3: 'Its date and place no longer change.',
    },
    closeMeeting: {
      action: 'Close the meeting',
      title: 'Close the meeting?',
      more1:
        '%{smart_count} trophy was not dealt with: it waits for another meeting. |||| %{smart_count} trophies were not dealt with: they wait for another meeting.',
      more2: 'It cannot be opened again.',
    },
    closeMeetingDone: {
      action: 'Close the meeting',
      title: 'Close the meeting?',
      more1: 'All trophies on the agenda were dealt with.',
      more2: 'It cannot be opened again.',
    },
    openItem: {
      action: 'Open the item',
      title: 'Open “%{award}”?',
      more1: 'The rules of this deliberation no longer change.',
      more2: 'Recused members (%{recused}) leave the room; their screen shows nothing more of the item.',
      more3: 'Nobody joins or leaves the jury before the decision.',
    },
    count: {
      action: 'Close the vote',
      title: 'Close the vote?',
      more1:
        '%{cast} in the urn; %{smart_count} member present has not voted, and will be counted as abstaining. |||| %{cast} in the urn; %{smart_count} members present have not voted, and will be counted as abstaining.',
      more2: 'Ballots are opened and counted without names, then destroyed.',
      more3: 'Nobody can vote on this item any more.',
    },
    countAll: {
      action: 'Close the vote',
      title: 'Close the vote?',
      more1: 'All members present have voted.',
      more2: 'Ballots are opened and counted without names, then destroyed.',
      more3: 'Nobody can vote on this item any more.',
    },
    countNone: {
      action: 'Close the discussion',
      title: 'Close the discussion?',
      more1: 'No motion was moved: the ranking stands, without a vote.',
      more2: 'Nobody can move a motion any more.',
    },
    second: {
      action: 'Open the second ballot',
      title: 'Open the second ballot?',
      more1: 'It is held among the equals alone.',
      more2: 'Each member present casts a new, secret ballot.',
      more3: 'There is no third ballot.',
    },
    casting: {
      action: 'Give my casting vote',
      title: 'Give your casting vote?',
      more1: 'It is not secret: it stands in the minutes, under your name.',
      more2: 'It parts the equals, and is not taken back.',
      choose: 'Your choice',
    },
    record: {
      action: 'Record the decision',
      title: 'Give “%{award}” to %{names}?',
      more1: 'The decision is sealed with those present, the ballots without names, and the count.',
      more2: 'It no longer changes: correcting it would be a new decision.',
      more3: 'Nothing becomes public before publication.',
      motive: 'Reason',
      motiveHelp: 'Needed if the jury parts equals or departs from the ranking. That of the motion stands for it.',
      mention: 'Mention for %{name} (optional)',
    },
    recordNobody: {
      action: 'Record the decision',
      title: 'Do not award “%{award}”?',
      more1: 'The trophy has no laureate; the decision is sealed with those present and the count.',
      more2: 'It no longer changes: correcting it would be a new decision.',
      more3: 'Nothing becomes public before publication.',
    },
    breakOff: {
      action: 'Break the item off',
      title: 'Break the item off?',
      more1: 'Ballots that are still sealed are destroyed unread.',
      more2: 'The trophy comes back on the agenda, and can be opened again.',
      more3: 'Your reason will stand in the minutes.',
      motive: 'Reason',
    },
  },
};
