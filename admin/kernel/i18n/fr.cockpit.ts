/** The words of the cockpit of fieldwork. */
export const cockpit = {
  cockpit: {
    title: 'Avancement du terrain %{year}',
    one: 'Avancement',
    none: 'Aucun test n’est prévu ni enregistré',
    noneMore: 'L’avancement paraîtra avec le premier tirage du plan, ou le premier fichier de tests importé.',
    toPlan: 'Voir le plan',
    done: '%{validated} test validé sur %{planned} prévus, %{recorded} enregistrés. |||| %{validated} tests validés sur %{planned} prévus, %{recorded} enregistrés.',
    doneUnplanned:
      '%{validated} test validé sur %{recorded} enregistrés, sans plan. |||| %{validated} tests validés sur %{recorded} enregistrés, sans plan.',
    endsOn:
      'Il reste %{remaining} test à envoyer : au rythme des quatorze derniers jours (%{recent} enregistrés), il le serait le %{day}, |||| Il reste %{remaining} tests à envoyer : au rythme des quatorze derniers jours (%{recent} enregistrés), le dernier le serait le %{day},',
    noPace:
      'Il reste %{remaining} test à envoyer ; aucun n’a été enregistré ces quatorze derniers jours : la fin ne peut pas être estimée. |||| Il reste %{remaining} tests à envoyer ; aucun n’a été enregistré ces quatorze derniers jours : la fin ne peut pas être estimée.',
    after:
      '%{smart_count} jour après la fin du plan (%{day}). |||| %{smart_count} jours après la fin du plan (%{day}).',
    onTime: 'avant la fin du plan (%{day}).',
    figures: 'Ce qui attend',
    of: {
      late: 'test en retard |||| tests en retard',
      unassigned: 'test sans auditeur |||| tests sans auditeur',
      toControl: 'test à contrôler |||| tests à contrôler',
      questions: 'question ouverte |||| questions ouvertes',
      claims: 'réclamation à décider |||| réclamations à décider',
      rejected: 'test rejeté ou à refaire |||| tests rejetés ou à refaire',
    },
    share: '%{share} des %{recorded} enregistrés',
    byWeek: 'Semaine après semaine',
    legend:
      'Faits / prévus : plus la case est foncée, plus la part est grande ; soulignée, elle a des tests en retard.',
    week: 'Semaine du',
    channel: 'Canal',
    total: 'Total',
    cell: '%{channel} : %{done} faits sur %{planned} prévus, %{late} en retard',
    head: {
      ...{ planned: 'Prévus', done: 'Faits', validated: 'Validés', late: 'En retard', code: 'Code' },
      ...{ structures: 'Structures', untouched: 'Sans aucun test' },
    },
    auditors: 'Auditeurs',
    auditor: 'Auditeur',
    coming: 'Dans les sept jours',
    reminded: 'Dernière relance',
    remind: 'Relancer les auditeurs en retard',
    remindAsk: 'Relancer les auditeurs en retard ?',
    remindMore:
      '%{smart_count} auditeur a des tests en retard. Il reçoit un courriel avec leur nombre et le lien de l’application, sans le nom d’aucune structure ; pas s’il en a déjà reçu un aujourd’hui. |||| %{smart_count} auditeurs ont des tests en retard. Chacun reçoit un courriel avec leur nombre et le lien de l’application, sans le nom d’aucune structure ; pas ceux qui en ont déjà reçu un aujourd’hui.',
    remindDone: '%{smart_count} auditeur relancé |||| %{smart_count} auditeurs relancés',
    map: 'Structures atteintes',
    mapLabel:
      'Carte des départements selon la part des structures dont un test au moins est fait ; le tableau qui suit dit les mêmes chiffres',
    nobody: '%{name} : aucune structure',
    reached:
      '%{name} : %{reached} structure atteinte sur %{smart_count} |||| %{name} : %{reached} structures atteintes sur %{smart_count}',
    byPlace: 'Par département',
    department: 'Département',
    nowhere: 'Sans département connu',
  },
} as const;
