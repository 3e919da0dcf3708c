/** The words of participation: its progress and its map. */
export const turnout = {
  turnout: {
    title: 'Participation %{year}',
    one: 'Carte et avancement',
    none: 'Aucune inscription confirmée',
    noneMore: 'La carte et l’avancement paraîtront avec les premières inscriptions confirmées.',
    toEnrolments: 'Voir les inscriptions',
    enrolled: '%{count} structure participe |||| %{count} structures participent',
    selected: ', dont %{count} choisie pour la représentativité |||| , dont %{count} choisies pour la représentativité',
    before: ' ; elles étaient %{count} en %{year}',
    byDay: 'Inscriptions jour après jour',
    chart: 'Inscriptions cumulées selon le nombre de jours depuis l’ouverture',
    axis: 'Jours depuis l’ouverture des inscriptions',
    noDays: 'Aucune inscription n’est datée dans la période d’inscription de l’édition : le tracé est sans objet.',
    undated:
      '%{count} inscription de %{year} enregistrée hors de la période n’est pas tracée. |||| %{count} inscriptions de %{year} enregistrées hors de la période ne sont pas tracées.',
    showTable: 'Voir le tableau',
    hideTable: 'Masquer le tableau',
    day: 'Jour',
    dayOf: 'Jour %{day} (%{on})',
    byCategory: 'Par catégorie',
    category: 'Catégorie',
    mapTitle: 'Carte des départements',
    measure: 'Ce que montre la carte',
    measures: { enrolled: 'Structures', share: 'Habitants' },
    map: {
      enrolled:
        'Carte des départements selon le nombre de structures participantes ; le tableau qui suit dit les mêmes chiffres',
      share:
        'Carte des départements selon la part des habitants dont la commune participe, en pour cent ; le tableau qui suit dit les mêmes chiffres',
    },
    told: {
      enrolled: '%{name} : %{value} structure |||| %{name} : %{value} structures',
      share: '%{name} : %{value} des habitants',
    },
    legend: 'Légende de la carte',
    legendNone: 'aucune',
    legendRange: '%{from} à %{to}',
    legendMore: 'au-delà de %{from}',
    source:
      'Population et noms : référentiel officiel %{year} (INSEE, DGCL, La Poste ; Licence Ouverte). Fond de carte : svg-maps, CC BY 4.0, modifié par l’ajout de couleurs et de nombres.',
    nowhere:
      '%{count} structure sans département connu n’y figure pas. |||| %{count} structures sans département connu n’y figurent pas.',
    territories: 'Par territoire',
    departments: 'Départements',
    regions: 'Régions',
    head: {
      code: 'Code',
      name: 'Territoire',
      enrolled: 'Participantes',
      registered: 'Au répertoire',
      covered: 'Habitants des communes participantes',
      share: 'Part des habitants',
    },
  },
};
