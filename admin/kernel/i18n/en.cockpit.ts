/** The words of the cockpit of fieldwork. */
export const cockpit = {
  cockpit: {
    title: 'Fieldwork %{year}',
    one: 'Progress',
    none: 'No test is planned or recorded',
    noneMore: 'Progress appears with the first draw of the plan, or the first file of tests imported.',
    toPlan: 'See the plan',
    done: '%{validated} test validated of %{planned} planned, %{recorded} recorded. |||| %{validated} tests validated of %{planned} planned, %{recorded} recorded.',
    doneUnplanned:
      '%{validated} test validated of %{recorded} recorded, without a plan. |||| %{validated} tests validated of %{recorded} recorded, without a plan.',
    endsOn:
      '%{remaining} test is left to send: at the pace of the last fourteen days (%{recent} recorded), it would be on %{day}, |||| %{remaining} tests are left to send: at the pace of the last fourteen days (%{recent} recorded), the last one would be on %{day},',
    noPace:
      '%{remaining} test is left to send; none was recorded in the last fourteen days: the end cannot be told. |||| %{remaining} tests are left to send; none was recorded in the last fourteen days: the end cannot be told.',
    after:
      '%{smart_count} day after the end of the plan (%{day}). |||| %{smart_count} days after the end of the plan (%{day}).',
    onTime: 'before the end of the plan (%{day}).',
    figures: 'What waits',
    of: {
      late: 'test late |||| tests late',
      unassigned: 'test without an auditor |||| tests without an auditor',
      toControl: 'test to control |||| tests to control',
      questions: 'open question |||| open questions',
      claims: 'claim to decide |||| claims to decide',
      rejected: 'test rejected or to redo |||| tests rejected or to redo',
    },
    share: '%{share} of the %{recorded} recorded',
    byWeek: 'Week by week',
    legend: 'Done / planned: the darker a cell, the larger the share; underlined, it has late tests.',
    week: 'Week of',
    channel: 'Channel',
    total: 'Total',
    cell: '%{channel}: %{done} done of %{planned} planned, %{late} late',
    head: {
      ...{ planned: 'Planned', done: 'Done', validated: 'Validated', late: 'Late', code: 'Code' },
      ...{ structures: 'Structures', untouched: 'Without any test' },
    },
    auditors: 'Auditors',
    auditor: 'Auditor',
    coming: 'In seven days',
    reminded: 'Last reminder',
    remind: 'Remind auditors who are late',
    remindAsk: 'Remind auditors who are late?',
    remindMore:
      '%{smart_count} auditor has late tests. They receive a mail with their number and the link to the app, without the name of any structure; not if they had one today. |||| %{smart_count} auditors have late tests. Each receives a mail with their number and the link to the app, without the name of any structure; not those who had one today.',
    remindDone: '%{smart_count} auditor reminded |||| %{smart_count} auditors reminded',
    map: 'Structures reached',
    mapLabel:
      'Map of départements by the share of structures with at least one test done; the table that follows tells the same figures',
    nobody: '%{name}: no structure',
    reached:
      '%{name}: %{reached} structure reached of %{smart_count} |||| %{name}: %{reached} structures reached of %{smart_count}',
    byPlace: 'By département',
    department: 'Département',
    nowhere: 'Without a known département',
  },
} as const;
