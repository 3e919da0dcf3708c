/** What laureates receive, and what they may then write and show. */
export const laureate = {
  licence: {
    add: 'Ajouter un droit d’usage',
    empty: 'Aucun droit d’usage dans cette édition',
    emptyMore:
      'Dites ce que les lauréats pourront écrire et afficher, et jusqu’à quand : une formule, un logo. Ils y comptent dès la publication.',
    closed: 'L’édition est publiée : ce qui a été promis aux lauréats ne change plus.',
    labelHelp: 'Par exemple « Logo du trophée, en couleur ».',
    wordingHelp:
      'À la lettre. Entre accolades, ce qui change d’un lauréat à l’autre : {laureate}, {award}, {edition}, {year}, {ordinal}.',
    wordingHelpMention:
      'À la lettre. Entre accolades, ce qui change d’un lauréat à l’autre : {laureate}, {mention}, {award}, {edition}, {year}, {ordinal}.',
    term: 'Durée',
    untilHelp: 'Vide : sans fin.',
    fromTo: 'du %{from} au %{to}',
    from: 'à partir du %{from}',
    noLogo: 'Aucun fichier : la formule seule.',
    chooseLogo: 'Choisir un fichier',
    changeLogo: 'Changer de fichier',
    dropLogo: 'Retirer le fichier',
    logoHelp: 'Un PNG ou un PDF, remis tel quel aux lauréats.',
    sending: 'Envoi du fichier',
  },
  laureate: {
    empty: 'Aucun lauréat dans cette édition',
    emptyMore: 'Les lauréats apparaissent ici dès que les trophées sont décidés.',
    all: 'Tous',
    toHandOver: 'À remettre',
    handed: 'Remis',
    handedOn: 'Remis le %{day}',
    handOver: 'Remettre',
    handOverTo: 'Remettre « %{award} » %{à name}',
    correct: 'Corriger',
    correctOf: 'Corriger la remise de « %{award} » %{à name}',
    ask: 'Remise de « %{award} » %{à name}',
    action: 'Enregistrer la remise',
    emptied: 'Vide : le trophée n’a pas été remis.',
    done: 'Remise enregistrée',
    diploma: 'Diplôme',
    usages: 'Droits d’usage',
    usagesOf: 'Ce que %{name} peut écrire et afficher',
    noUsage: 'Aucun droit d’usage n’est prévu pour cette récompense.',
    copy: 'Copier la formule',
    copied: 'Formule copiée',
    bulk: {
      button: 'Marquer remis',
      title: 'Marquer %{count} trophée remis ? |||| Marquer %{count} trophées remis ?',
      more: 'Ceux qui sont déjà remis gardent leur date.',
      action: 'Marquer %{count} trophée remis |||| Marquer %{count} trophées remis',
      done: '%{count} trophée marqué remis. |||| %{count} trophées marqués remis.',
    },
  },
} as const;

export const laureateEnums = {
  LicenceScope: { TROPHY: 'Trophée', PRIZE: 'Prix spécial', MENTION: 'Mention' },
  LicenceTerm: { COMING: 'À venir', RUNNING: 'En cours', OVER: 'Terminé' },
} as const;

export const laureateFields = {
  handedOn: 'Remis le',
  mention: 'Mention',
  scope: 'Pour les lauréats d’un',
  wording: 'Formule autorisée',
  fromOn: 'Premier jour',
  untilOn: 'Dernier jour',
  logo: 'Logo',
  logoId: 'Logo',
} as const;

export const laureateRefusals = {
  HAND_OVER_CLOSED: 'Un trophée se remet à partir de l’embargo, quand il est décidé.',
  HAND_OVER_NOTHING: 'Rien ne se remet pour cette place.',
} as const;
