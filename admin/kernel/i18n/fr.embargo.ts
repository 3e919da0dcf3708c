/** The words of reading under embargo: those of staff, then those of whoever holds a link. */
export const embargo = {
  embargo: {
    one: 'Lectures sous embargo',
    title: 'Lectures sous embargo %{year}',
    open: 'La version %{version} attend sa publication, le %{at} (heure de Paris). D’ici là, les liens ouvrent.',
    closed: 'Aucune publication n’est programmée : les liens n’ouvrent rien pour l’instant.',
    accesses: '%{smart_count} personne autorisée |||| %{smart_count} personnes autorisées',
    nobody: 'Nommez celles et ceux qui pourront lire le palmarès avant tous : journalistes, cabinets, partenaires.',
    grant: 'Autoriser une personne',
    grantAsk: 'Autoriser une lecture sous embargo ?',
    grantMore:
      'La personne reçoit un lien personnel. Il ouvre la version à venir, dès qu’elle est programmée, jusqu’à sa publication. Chaque lecture est inscrite au registre, et chaque page porte son nom.',
    grantSend: 'Autoriser et envoyer le lien',
    granted: 'Le lien est parti à %{email}',
    field: { name: 'Nom', body: 'Organisme', email: 'Adresse électronique', from: 'À partir de' },
    bodyHelp: 'Journal, agence, ministère, collectivité',
    fromHelp: 'Heure de Paris. Le lien n’ouvre rien avant.',
    print: 'Registre en PDF',
    who: 'Personne',
    address: 'Adresse',
    version: 'Version',
    from: 'À partir de',
    readCount: 'Lectures',
    revoke: 'Retirer',
    revokeOf: 'Retirer l’autorisation de %{name}',
    revoked: 'Retirée',
    revokeAsk: 'Retirer l’autorisation de %{name} ?',
    revokeMore: 'Son lien n’ouvre plus rien, aussitôt. Ce qui a été lu reste au registre.',
    revokeDone: 'L’autorisation de %{name} est retirée',
    reads: '%{smart_count} lecture |||| %{smart_count} lectures',
    noRead: 'Personne n’a encore lu sous embargo.',
    at: 'Quand, heure de Paris',
    reader: 'Qui',
    what: 'Quoi',
    origin: 'Depuis',
  },
} as const;

export const early = {
  title: 'Palmarès sous embargo',
  welcome: '%{name}, %{body} : vous êtes autorisé·e à lire ce palmarès avant sa publication.',
  until: 'Ne rien diffuser avant le %{at}, heure de Paris.',
  personal: 'Ce lien vous est personnel : ne le transmettez pas.',
  logged: 'Chaque lecture est inscrite dans un registre, et chaque page porte votre nom et l’heure.',
  read: 'Lire sous embargo',
  download: 'Télécharger en PDF',
  shut: {
    NOT_YET: 'Ce lien s’ouvre le %{at}, heure de Paris.',
    CLOSED: 'Aucune publication n’est programmée pour l’instant : il n’y a rien à lire. Revenez plus tard.',
    REVOKED: 'Cette autorisation a été retirée.',
    PUBLISHED: 'Le palmarès est public : chacun peut le lire.',
  },
  privacy:
    'Nous gardons votre nom, votre organisme, votre adresse électronique, et de chaque lecture l’heure et l’adresse réseau.',
} as const;

export const embargoEnums = { EarlyMeans: { PAGE: 'Page', PDF: 'Document', API: 'Jeton' } } as const;
