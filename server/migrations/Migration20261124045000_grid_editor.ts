import { Migration } from '@mikro-orm/migrations';

/** A version of a frame that public sources tell; a clause whose wording was not found there is left out. */
interface Told {
  readonly code: string;
  readonly release: string;
  readonly label: string;
  readonly source: string;
  readonly clauses: readonly string[];
}

const told: readonly Told[] = [
  {
    ...{ code: 'SERVICES_PUBLICS_PLUS', release: 'v1-2021', label: 'Services Publics +' },
    source: 'https://www.val-de-marne.gouv.fr/index.php/Publications/Services-Publics',
    clauses: [
      'Accueil courtois et bienveillant, droit à l’erreur',
      'Joignables, démarches en ligne facilitées',
      'Accompagnement adapté',
      'Orientation vers la personne compétente',
      'Réponse dans les délais annoncés, suivi du dossier',
    ],
  },
  {
    ...{ code: 'SERVICES_PUBLICS_PLUS', release: 'v2-2023', label: 'Services Publics +' },
    source: 'https://www.morbihan.gouv.fr/Services-de-l-Etat/Prefecture-et-sous-prefectures/Demarche-Qualite/Service-Public',
    clauses: [
      'Accueil bienveillant, droit à l’erreur',
      'Contact facile avec les services publics',
      'Accompagnement adapté',
      'Demande traitée dans les délais annoncés',
      'Information claire, simple et accessible',
      'Accès aux résultats de qualité de service',
      'Avis pris en compte pour améliorer le service',
    ],
  },
  {
    ...{ code: 'MARIANNE', release: 'V2-2008', label: 'Référentiel Marianne' },
    source: 'http://synola.fr/label_marianne.html',
    clauses: [
      'Enquêtes pour adapter les horaires',
      'Information sur accès et accueil',
      'Orientation et prise en charge',
      'Démarches facilitées pour les PMR',
      'Accueil adapté des personnes en difficulté',
      'Courtoisie et nom de l’interlocuteur',
    ],
  },
  // The source lists themes; the wording and the numbers of the 23 commitments are not public.
  {
    ...{ code: 'QUALIVILLES', release: 'REF-111-2007', label: 'Qualivilles' },
    source: 'https://fr.doczz.net/doc/4757583/t%C3%A9l%C3%A9charger-le-r%C3%A9f%C3%A9rentiel-qualiville',
    clauses: [],
  },
  {
    ...{ code: 'LEGAL', release: 'F2547', label: 'Seuils légaux' },
    source:
      'https://service-public.fr/particuliers/vosdroits/F2547 ; http://ob66.hybride.dev/index.php/fr/la-mairie/demarches-en-ligne/saisine-par-voie-electronique',
    clauses: [
      'Accusé de réception d’une saisine électronique sous 10 jours ouvrés',
      'Accusé de réception d’un courrier, sauf réponse due sous 15 jours',
    ],
  },
];

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Which clause a criterion serves is a noun of its own: it has a history, so that taking back a removal brings it back.
 * A clause that a criterion serves no longer disappears from under it. The frames that public sources tell are recorded.
 */
export class Migration20261124045000_grid_editor extends Migration {
  override name = 'Migration20261124045000_grid_editor';

  override up(): void {
    this.addSql('alter table "criterion_clause" drop constraint "criterion_clause_pkey";');
    this.addSql(`alter table "criterion_clause" add column "id" uuid not null default gen_random_uuid(),
      add column "created_at" timestamptz not null default now(), add column "version" int not null default 1;`);
    this.addSql('alter table "criterion_clause" add constraint "criterion_clause_pkey" primary key ("id");');
    this.addSql(
      'alter table "criterion_clause" add constraint "criterion_clause_once" unique ("criterion_id", "clause_id");',
    );
    this.addSql('alter table "criterion_clause" drop constraint "criterion_clause_criterion_id_foreign";');
    this.addSql('alter table "criterion_clause" drop constraint "criterion_clause_clause_id_foreign";');
    this.addSql(`alter table "criterion_clause" add constraint "criterion_clause_criterion_id_foreign"
      foreign key ("criterion_id") references "criterion" ("id") on delete cascade;`);
    this.addSql(`alter table "criterion_clause" add constraint "criterion_clause_clause_id_foreign"
      foreign key ("clause_id") references "clause" ("id");`);
    const noun = 'criterion_clause';
    const tell = `for each statement execute function public.record_change('${noun}')`;
    this.addSql(`create trigger ${noun}_inserted after insert on "${noun}" referencing new table as after_rows ${tell};`);
    this.addSql(`create trigger ${noun}_updated after update on "${noun}"
      referencing old table as before_rows new table as after_rows ${tell};`);
    this.addSql(`create trigger ${noun}_deleted after delete on "${noun}" referencing old table as before_rows ${tell};`);
    for (const frame of told) this.record(frame);
  }

  /** A version already known is kept as it is, with any clause it lacks. */
  private record({ code, release, label, source, clauses }: Told): void {
    this.addSql(`insert into "frame" ("code", "release", "label", "source")
      values (${[code, release, label, source].map(quoted).join(', ')}) on conflict ("code", "release") do nothing;`);
    for (const [i, clause] of clauses.entries())
      this.addSql(`insert into "clause" ("frame_id", "number", "label") select id, ${i + 1}, ${quoted(clause)}
        from "frame" where "code" = ${quoted(code)} and "release" = ${quoted(release)}
        on conflict ("frame_id", "number") do nothing;`);
  }
}
