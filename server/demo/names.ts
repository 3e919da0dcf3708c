/** Invented names, checked against the official list of communes: no such place exists. */
export const largeTowns = listed(`
  Castibrac, Orveneuil, Malvabrac, Garanmont, Escaneuil, Fontelanne, Brisecourt, Calmevaux, Marenpont, Valerive,
  Estremont, Landevillars, Rouvreneuil, Salavigny, Montevigny, Lorerive, Ambrerive, Vaupont, Talavent, Aubrevigny,
  Corvelanne, Dorevigny, Ferrecourt, Galaville, Jonquerive, Lissemont, Merlevaux, Navateaux, Olivevaux, Ormerolles,
  Palupont, Pierrevent, Ravineuil, Rocherive, Sauvecourt, Serrebrac, Sylverive, Tillaville, Vernepont, Bernefeuil,
  Balacourt, Clairenoue, Florevaux, Hêtreneuil, Mirerolles, Noiserive, Sourdeneuil, Granerive, Griffevaux`);

export const mediumTowns = listed(`
  Alisebrac, Ambrefeuil, Arvemesnil-sur-Vérane, Aubremesnil, Balarolles, Bernerolles, Brisevaux-en-Lisarne,
  Bruneville-les-Ormes, Calmezac, Castirolles, Cendrevigny, Chantecombe, Clairevigny-sur-Ombrelle, Corvemartin,
  Dorelières, Escalières, Escatremble, Estreneuil-en-Tamoise, Falérolles, Faléneuil, Ferrevillars, Floremartin-le-Port,
  Fontebrac, Fontechamp-sur-Dorenne, Galacourt, Galamesnil, Garanteaux, Garancombe, Granevigny, Griffemartin,
  Ivrelières, Jauvelières, Jauvemesnil-sur-Aubelle, Jonqueneuil, Landeneuil, Landevigny, Lissevillars, Loremont-le-Vieux,
  Lorerolles, Loupeneuil, Malvacombe, Malvazac, Marencourt-les-Bains, Marenvaux, Merlelières, Mirelières, Montenoue,
  Montezac-en-Névelle, Navaneuil, Navamesnil, Noisemesnil-sur-Brisale, Olivebrac, Orvemesnil, Palurolles, Percenoue,
  Pierremesnil, Ravicourt, Ravidorel, Rochezac, Rouvrevigny-sur-Sérivelle, Salaneuil, Salarolles, Serrezac`);

export const smallTowns = listed(`
  Sourderolles-le-Haut, Sylvevigny, Talatremble, Tilladorel, Tillamesnil-sous-Bois, Touretremble, Tuilerive, Tuilevillars,
  Valevigny-en-Sourdine, Vaurolles-les-Vignes, Vautremble, Vernemarche, Vernerive-sur-Orveille, Vignedorel, Vignelanne,
  Yonnebrac, Aliserolles-la-Forêt, Amandelanne, Amanderolles-sur-Moirette, Arvegué, Aubrefeuil-les-Étangs, Aubrelune,
  Baladorel, Bernenoue-en-Dorenne, Briserive-le-Moulin, Brunelune, Cendrelières, Chanterive-sur-Lisarne, Chantelune,
  Cigalelac, Clairelune-aux-Bois, Corvevigny, Dorefeuil, Escadorel-le-Vieux, Estrelune, Faléhaie, Ferreroc-sur-Tamoise,
  Florenoue, Fontelune, Garantremble, Graneguerre-la-Paix, Hêtrebrac-sous-Roche, Ivrevigny, Jauvelune, Jonqueroc,
  Landetremble, Lissefosse, Lorelune-en-Vérane, Loupevigny, Malvaperche, Merletremble, Mireroc, Navalac-les-Sources,
  Noiserolles, Orvetremble-sur-Aubelle, Palutremble, Prunegué, Prunehaie-la-Ronde, Quatreneuil, Ravirolles`);

/** Invented rivers, with their article. */
export const rivers = listed(`
  de l’Ombrelle, de la Sourdine, de la Vérane, de la Lisarne, de l’Orveille, de la Brisale, de la Tamoise, de l’Aubelle,
  de la Dorenne, de la Névelle, de la Sérivelle, de la Moirette`);

export const departments = listed(`
  de la Haute-Ombrelle, de la Basse-Ombrelle, du Val-de-Sourdine, de la Vérane, de la Lisarne, d’Orveille-et-Brisale,
  de la Brisale-Maritime, des Monts-de-Tamoise, de la Tamoise, de l’Aubelle, de la Haute-Dorenne, de la Dorenne,
  de la Névelle, des Hauts-de-Névelle, de la Sérivelle, de la Moirette, des Landes-de-Moirette, de la Corvière,
  du Plateau-d’Estrelle, de l’Estrelle, de Lavène-et-Sérivelle, de la Côte-de-Lavène, de la Garandelle, de la Talarde,
  de Bruyère-et-Loupe, de la Belle-Oseraie, des Sept-Étangs`);

export const regions = listed(`
  Terres d’Orveille, Hautes-Lisarnes, Ponant-Vérane, Sourdine et Tilleuls, Monts et Marais de Tamoise, Val-Dorenne,
  Névelle Méridionale, Rives de Brisale, Levant-Aubelle, Grandes-Oseraies, Sérivelle-Corvière, Plaines d’Estrelle,
  Côte des Embruns bleus, Moirette-Garandelle, Lavène et Ombrelle`);

/** What a community of communes takes its name from, before a river. */
export const landscapes = listed(`
  du Pays, des Coteaux, des Rives, des Sources, des Vallons, des Portes, des Boucles, des Hauts, des Trois Vallées,
  des Collines, des Confluents`);

/** What a place of culture or a counter is called after. */
export const emblems = listed(`
  Les Passerelles, La Verrière, Le Cerf-volant, L’Embarcadère, La Grande Ourse, Les Marronniers, Le Sémaphore,
  La Ruche, Le Petit Pont, Les Hirondelles, La Filature, Le Kiosque, L’Alphabet`);

/** With the article French wants: "de Castibrac", "d’Orveneuil". */
export const de = (name: string): string => (/^[AEIOUYÂÉÊÎ]/u.test(name) ? `d’${name}` : `de ${name}`);

function listed(names: string): readonly string[] {
  return names.split(',').map((name) => name.trim());
}
