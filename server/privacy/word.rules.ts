import { folded } from './firstname.rules.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Offices, services, bodies, days: with a capital, and nobody. */
const offices = setOf(`
accueil adjoint adjointe administration agence agent agglomeration animateur bleu bonjour bureau caf caisse carte ccas centre charge chef
citoyen citoyenne civil clientele collegue commune communal communaute communication connect conseil conseiller conseillere courrier cpam
culture delegue departement departemental direction directeur directrice distinguees eau ecole elu elue enfance equipe etat facebook
famille finances formulaire france guichet habitat hotel info inspecteur instagram inter jeudi jeunesse logement lundi madame
mademoiselle mairie maire maison mardi marianne mediation mercredi merci messenger metropole ministre mission mois monsieur mme
municipale municipal nationale national notre numerique officier petite pole police population prefecture prefet prefete president
presidente procureur public publics question quel region relation relations renov republique responsable samedi secretaire secretariat
securite service services site social solidarite sociale solidarites sports standard technique titres travail tresor twitter union
urbanisme usager usagers vendredi ville vice-president votre vos whatsapp`);

/** Whether a word with a capital names an office, a service or a day rather than someone. */
export const isOffice = (word: string): boolean => offices.has(folded(word).replace(/[^a-z-]/g, ''));

/** What follows "mme" or "mr" in haste, and is no name. */
const small = setOf(`
absente agee aimable assez avec charmante dans dont elle est etait gentille ici jeune la le les mais me ne nous par pas plus pour puis qui
sans souriante sympa tres une venue vous`);

/** Whether a word in small letters is no name, after a title that was shortened. */
export const isSmallWord = (word: string): boolean => small.has(folded(word));

/** Surnames that many bear, as they are typed in haste after "madame" or "monsieur". */
const surnames = setOf(`
abdallah adam andre antoine arnaud aubert aubry bailly barbier baron barre benali benard benoit berger bernard bertin bertrand besson
blanchard bonnet boucher bouchet boulanger bourgeois bouvier boyer breton brun brunet carlier caron carpentier carre charles charpentier
chauvin chevalier chevallier clement colin collet collin cordier cousin da-silva daniel david delaunay denis deschamps diallo diop dubois
dufour dumas dumont dupont dupuis dupuy durand duval etienne fabre faure fernandez ferreira fleury fontaine fournier francois gaillard
garcia garnier gauthier gautier gay gerard germain gilbert gillet girard giraud gonzalez gros guerin guillaume guillot guyot haddad hamon
henry herve hoarau hubert huet humbert jacob jacquet joly julien klein lacroix lambert lamy laporte laurent leblanc lebrun leclerc leclercq
lecomte lefebvre lefevre leger legrand lejeune lemaire lemaitre lemoine leroux leroy leveque lopez louis lucas maillard mallet marchal
marchand marechal martin martinez marty masson mathieu menard mercier meunier meyer michaud michel millet monnier moreau morel morin
moulin muller nguyen nicolas noel olivier paris pasquier payet pelletier pereira perez perret perrin perrot petit philippe picard pichon
pierre poirier pons prevost remy renard renaud renault rey reynaud richard riviere robert robin roche rodriguez roger rolland rousseau
roussel roux roy royer sanchez schmitt schneider simon tessier thomas traore vasseur vidal vincent weber`);

/** Whether a word in small letters is a surname that many bear. */
export const isSurname = (word: string): boolean => surnames.has(folded(word));
