/** The words of turnout: its progress and its map. */
export const turnout = {
  turnout: {
    title: 'Turnout %{year}',
    one: 'Map and progress',
    none: 'No confirmed enrolment',
    noneMore: 'The map and the progress will come with the first confirmed enrolments.',
    toEnrolments: 'See the enrolments',
    enrolled: '%{count} structure takes part |||| %{count} structures take part',
    selected: ', of which %{count} chosen to be representative |||| , of which %{count} chosen to be representative',
    before: '; they were %{count} in %{year}',
    byDay: 'Enrolments day by day',
    chart: 'Enrolments adding up, by days since registration opened',
    axis: 'Days since registration opened',
    noDays: 'No enrolment is dated within the registration of this edition: there is nothing to draw.',
    undated:
      '%{count} enrolment of %{year} recorded outside registration is not drawn. |||| %{count} enrolments of %{year} recorded outside registration are not drawn.',
    showTable: 'Show the table',
    hideTable: 'Hide the table',
    day: 'Day',
    dayOf: 'Day %{day} (%{on})',
    byCategory: 'By category',
    category: 'Category',
    mapTitle: 'Map of départements',
    measure: 'What the map shows',
    measures: { enrolled: 'Structures', share: 'Inhabitants' },
    map: {
      enrolled:
        'Map of départements by the number of structures that take part; the table below tells the same figures',
      share:
        'Map of départements by the per cent of inhabitants whose commune takes part; the table below tells the same figures',
    },
    told: {
      enrolled: '%{name}: %{value} structure |||| %{name}: %{value} structures',
      share: '%{name}: %{value} of the inhabitants',
    },
    legend: 'Legend of the map',
    legendNone: 'none',
    legendRange: '%{from} to %{to}',
    legendMore: 'more than %{from}',
    source:
      'Population and names: official reference %{year} (INSEE, DGCL, La Poste; Licence Ouverte). Base map: svg-maps, CC BY 4.0, with colours and numbers added.',
    nowhere:
      '%{count} structure whose département is not known is not on it. |||| %{count} structures whose département is not known are not on it.',
    territories: 'By territory',
    departments: 'Départements',
    regions: 'Regions',
    head: {
      code: 'Code',
      name: 'Territory',
      enrolled: 'Taking part',
      registered: 'In the register',
      covered: 'Inhabitants of the communes taking part',
      share: 'Share of inhabitants',
    },
  },
};
