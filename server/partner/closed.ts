import type { Closed, Said } from './column.ts';

const closed = (name: string, description: Said, values: Closed['values']): Closed => ({ name, description, values });

export const provenance = closed(
  'Provenance',
  ['D’où viennent les chiffres d’une édition.', 'Where the figures of an edition come from.'],
  {
    FIELD: ['Mesurés par des citoyens mystère.', 'Measured by mystery citizens.'],
    REPORTED: ['Repris de sources publiques, chacune citée.', 'Taken over from public sources, each cited.'],
    SIMULATED: [
      'Inventés pour la démonstration : seuls les lauréats sont des faits.',
      'Invented for the demonstration: only the laureates are facts.',
    ],
  },
);

export const channelCode = closed(
  'ChannelCode',
  ['Les six façons de joindre un service public.', 'The six ways to reach a public service.'],
  {
    RECEPTION: [
      'À l’accueil : une option que seules certaines structures prennent.',
      'At the counter: an option that only some structures take.',
    ],
    PHONE: ['Par téléphone.', 'By telephone.'],
    EMAIL: ['Par courriel.', 'By e-mail.'],
    LETTER: ['Par courrier.', 'By letter.'],
    WEBSITE: ['Sur le site internet.', 'On the website.'],
    SOCIAL: ['Par message privé sur les réseaux sociaux.', 'By private message on social networks.'],
  },
);

export const structureKind = closed(
  'StructureKind',
  ['Les sortes d’organismes qui reçoivent le public.', 'The kinds of body that receive the public.'],
  {
    COMMUNE: ['Une commune.', 'A commune.'],
    INTERCOMMUNALITY: ['Une intercommunalité.', 'An intercommunality.'],
    DEPARTMENT: ['Un conseil départemental.', 'The council of a département.'],
    REGION: ['Un conseil régional.', 'The council of a region.'],
    FRANCE_SERVICES: ['Un espace France Services.', 'A France Services office.'],
    SOCIAL_SERVICE: ['Un service social.', 'A social service.'],
    DEVELOPMENT_SERVICE: ['Un service d’aménagement ou de développement.', 'A planning or development service.'],
    EDUCATION_CULTURE_SERVICE: ['Un service d’éducation ou de culture.', 'An education or culture service.'],
    OTHER: ['Un autre organisme.', 'Another body.'],
  },
);

export const award = closed('Award', ['Ce que reçoit un lauréat.', 'What a laureate receives.'], {
  TROPHY: ['Le trophée : premier de sa catégorie.', 'The trophy: first of its category.'],
  PRIZE: ['Un prix, sous le trophée.', 'A prize, below the trophy.'],
  DISTINCTION: ['Une distinction dont la source ne dit pas le rang.', 'Distinguished; the source does not say how.'],
});

export const confidence = closed(
  'Confidence',
  ['Jusqu’où l’on peut se fier à un fait rapporté.', 'How far a reported fact can be relied on.'],
  {
    HIGH: ['Établi : plusieurs sources, ou l’organisateur.', 'Established: several sources, or the organiser.'],
    MEDIUM: ['Probable : une source sérieuse.', 'Likely: one serious source.'],
    LOW: ['Fragile : une source indirecte.', 'Weak: an indirect source.'],
  },
);

export const unit = closed('Unit', ['Ce en quoi un chiffre est compté.', 'What a figure is counted in.'], {
  SHARE: ['Une part, de 0 à 1.', 'A share, from 0 to 1.'],
  COUNT: ['Un nombre.', 'A number of things.'],
  RINGS: ['Des sonneries de téléphone.', 'Telephone rings.'],
  DAYS: ['Des jours.', 'Days.'],
  SCORE: ['Des points sur 100.', 'Points out of 100.'],
});

export const criterionKind = closed('CriterionKind', ['Ce qu’un critère relève.', 'What a criterion records.'], {
  YES_NO: ['Oui ou non.', 'Yes or no.'],
  SCALE: ['Une appréciation sur une échelle.', 'A rating on a scale.'],
  CHOICE: ['Une réponse parmi plusieurs.', 'One answer among several.'],
  COUNT: ['Un nombre.', 'A number of things.'],
  DURATION: ['Une durée.', 'A length of time.'],
  SHARE: ['Une part, de 0 à 1.', 'A share, from 0 to 1.'],
});

export const withheldReason = closed(
  'WithheldReason',
  ['Pourquoi un chiffre n’est pas dit.', 'Why a figure is not told.'],
  {
    SMALL_BASE: [
      'Moins de structures que le seuil de l’édition y contribuent, ou aucune : il dirait ce que l’une d’elles a obtenu.',
      'Fewer structures contribute than the edition asks for, or none: it would say what one of them scored.',
    ],
    DOMINANCE: [
      'Une structure en fait à elle seule plus que la part fixée pour l’édition.',
      'One structure makes up more of it than the largest share that the edition allows.',
    ],
    EXTREME: [
      'Si près d’un bout de l’échelle qu’il dirait, à cinq points près, ce que chacune a obtenu, ou ce qui y fut relevé.',
      'So near one end of the scale that it would say, within five points, what each of them scored, or what was found there.',
    ],
    PROTECTS_ANOTHER: [
      'Soustrait d’un autre chiffre, il en révélerait un qui n’est pas dit.',
      'Subtracted from another figure, it would give away one that is not told.',
    ],
    EMBARGO: [
      'L’édition n’est pas encore publiée ; sa date l’est, par choix.',
      'The edition is not out yet; its date is, by choice.',
    ],
    NOT_REPORTED: ['Aucune source publique ne le dit.', 'No public source says it.'],
  },
);

export const scope = closed(
  'Scope',
  ['Sur quelles structures porte une moyenne.', 'Which structures a mean is over.'],
  {
    ALL: ['Toutes les structures de l’édition.', 'All structures of the edition.'],
    CATEGORY: ['Celles d’une catégorie.', 'Those of one category.'],
    REGION: ['Celles d’une région.', 'Those of one region.'],
    DEPARTMENT: ['Celles d’un département.', 'Those of one département.'],
  },
);

export const measure = closed('Measure', ['De quoi une moyenne est prise.', 'What a mean is taken of.'], {
  OVERALL: ['De la note globale.', 'Of the overall score.'],
  CHANNEL: ['De la note sur un canal.', 'Of the score on one channel.'],
  STEP: ['De la note à une étape du parcours.', 'Of the score at one step of the journey.'],
});

export const comparability = closed(
  'Comparability',
  [
    'Si une moyenne se compare à celle de l’édition précédente.',
    'Whether a mean compares with that of the edition before.',
  ],
  {
    FIRST: ['Rien ne la précède.', 'Nothing comes before it.'],
    COMPARABLE: ['La série continue.', 'The series goes on.'],
    BROKEN: [
      'Rupture de série : la grille a changé, ou l’un des chiffres a été rapporté.',
      'Break in the series: the grid changed, or one of the figures was reported.',
    ],
  },
);

export const textKind = closed(
  'PublishedTextKind',
  ['Les textes avec lesquels une version est dite.', 'The texts a version is told with.'],
  {
    SYNTHESIS: ['La synthèse nationale.', 'The national synthesis.'],
    PRESS_RELEASE: ['Le communiqué de presse.', 'The press release.'],
  },
);
