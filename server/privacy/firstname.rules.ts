/** First names given in France over three generations, as people write them; without those that are common words. */
const COMMON = `
Abdel Abdelkader Abdellah Abdoul Abdoulaye Abel Achille Adama Adam Adel Adeline Adèle Adrien Adrienne Agathe Agnès Ahmed Aïcha Aïssa
Aïssatou Alain Alban Albert Albertine Alex Alexandra Alexandre Alexia Alexis Alfred Ali Alice Alicia Aline Alix Alphonse Amadou Amandine
Ambre Amélie Amina Aminata Amine Amir Amira Anaëlle Anaïs Anatole André Andréa Andrée Angèle Angélique Anissa Anita Anna Annabelle Anne
Annette Annick Annie Anthony Antoine Antoinette Antonin Antonio Apolline Ariane Arlette Armand Armelle Arnaud Arthur Assia Astrid Audrey
Auguste Augustin Aurélie Aurélien Aurore Axel Axelle Ayoub Aziz Baptiste Barbara Bastien Béatrice Bénédicte Benjamin Benoît Bérangère
Bérénice Bernadette Bernard Berthe Bertrand Bilal Blandine Boris Boubacar Brahim Brice Brigitte Bruno Camille Candice Capucine Carine
Carla Carlos Carole Caroline Cassandra Catherine Cathy Cécile Cédric Céline Chantal Charles Charlotte Charly Cheikh Chloé Christel
Christelle Christian Christiane Christine Christophe Cindy Clara Clarisse Claude Claudette Claudie Claudine Clémence Clémentine Clément
Clotilde Colette Coline Constance Coralie Corentin Corinne Cyprien Cyril Cyrille Daniel Danièle Danielle Dany Daphné David Deborah Delphine
Denis Denise Diane Didier Dimitri Djamel Djamila Dominique Dorothée Driss Dylan Edgar Edith Édith Edmond Édouard Edwige Élena Éléonore
Élia Éliane Elias Élie Élisa Élisabeth Élise Élodie Éloïse Elsa Émeline Émile Émilie Emma Emmanuel Emmanuelle Enzo Éric Erika Ernest
Erwan Estelle Esther Ethan Étienne Eugène Eugénie Eulalie Eva Ève Évelyne Fabien Fabienne Fabrice Fadila Faïza Fanny Farah Farid Farida
Fatima Fatiha Fatou Fatoumata Faustine Félicie Félix Ferdinand Fernand Fernande Flavie Flora Florent Florian Floriane Fouad Francine Francis
Franck François Françoise Frédéric Frédérique Gabin Gabriel Gabrielle Gaël Gaëlle Gaëtan Gaspard Gauthier Geneviève Geoffrey Geoffroy
Georges Georgette Gérald Géraldine Gérard Germaine Gervais Ghislain Ghislaine Gilbert Gilberte Gildas Gilles Gina Ginette Gisèle Grégoire
Grégory Guillaume Gustave Guy Gwenaël Gwenaëlle Gwendoline Habib Hakim Hamid Hamza Hanna Hassan Hassiba Hélène Henri Henriette Hervé Hicham
Hocine Honorine Houria Hubert Hugo Hugues Huguette Hussein Ibrahim Ibrahima Ida Idriss Ilan Ilham Iliès Imane Inès Ingrid Irène Iris Isaac
Isabelle Isidore Ismaël Issa Ivan Jacky Jacob Jacqueline Jacques Jade Jamal Jamila James Janine Jason Jawad Jean Jeanine Jeanne Jeannine
Jennifer Jenny Jérémie Jérémy Jérôme Jessica Jimmy Joachim Joao Jocelyn Jocelyne Joël Joëlle Johan Johanna Johnny Jonas Jonathan Jordan
José Joseph Josèphe Joséphine Josette Josiane Josselin Joy Juan Jules Julia Julian Juliane Julie Julien Julienne Juliette Justin Justine
Kader Kadiatou Kamel Karen Karim Karima Karine Katia Kelly Kenza Kévin Khadija Khaled Laetitia Laëtitia Laïla Lamia Lara Larbi Laura
Laure Laureline Laurence Laurent Laurie Laurine Léa Leïla Lena Léna Léo Léon Léonard Léonie Léopold Liliane Lilian Lilou Lina Linda Line
Lionel Lisa Lise Loïc Lola Loris Lou Louane Loubna Louis Louisa Louise Louna Luc Lucas Lucette Lucie Lucien Lucienne Ludivine Ludovic Lydia
Lydie Lyes Maëlle Maëlys Maéva Magali Mahdi Mahmoud Malek Malik Malika Mamadou Manel Manon Manuel Manuela Marc Marceau Marcel Marceline
Marcelle Margaux Margot Marguerite Maria Mariam Mariama Marie Mariette Marina Marion Marius Marjorie Marlène Marthe Martial Martine
Maryline Maryse Maryvonne Mathéo Mathias Mathieu Mathilde Mathis Matthieu Maud Maurice Max Maxence Maxime Maximilien Mbarka Médéric Mehdi
Mélanie Mélina Mélissa Mélodie Mercedes Meriem Messaoud Michaël Mickaël Michel Michèle Micheline Michelle Miguel Mika Milan Milena Mireille
Mohamed Mohammed Moïse Momar Mona Monia Monique Morgane Moktar Mounia Mounir Mourad Moussa Muriel Mustapha Mylène Myriam Nabil Nadège Nadia
Nadine Naïma Najat Najib Nassim Nathalie Nathan Nathanaël Nawal Nelly Nicolas Nicole Ninon Nina Noa Noah Noé Noémie Noëlle Nora Norbert Nordine
Norma Nour Océane Octave Odette Odile Olga Olivia Olivier Omar Ophélie Oriane Oscar Oumar Oumou Ousmane Pablo Pamela Paola Pascal Pascale
Patrice Patricia Patrick Paul Paula Paule Paulette Pauline Pedro Perrine Philippe Philomène Pierrette Pierrick Pierre Prisca Priscilla
Quentin Rachel Rachid Rachida Rafaël Ralph Ramata Raoul Raphaël Raphaëlle Raymond Raymonde Rayan Rebecca Régine Régis Rémi Rémy Renaud René
Renée Richard Rita Robert Roberte Robin Rodolphe Rodrigue Roger Roland Rolande Romain Romane Roméo Romuald Ronan Rosalie Rosanne Roseline
Roxane Ryan Sabine Sabrina Sacha Saïd Saïda Salah Salima Salomé Sam Samantha Samia Samir Samira Sammy Samuel Sana Sandra Sandrine Sandy
Sara Sarah Saskia Sébastien Serge Sergio Séverine Sidonie Simon Simone Sofia Sofiane Solange Solène Sonia Sophie Soraya Souad Souleymane
Stan Stanislas Stella Stéphane Stéphanie Steve Steven Suzanne Suzette Sven Sylvain Sylvaine Sylvette Sylvie Tanguy Tania Tariq Tarik Tatiana
Teddy Téo Thaïs Théa Théo Théodore Théophile Thérèse Thibaud Thibault Thibaut Thierry Thomas Tiffany Timéo Timothée Tiphaine Titouan Tom Tony
Toufik Tristan Ulysse Ursule Valentin Valentine Valérie Valéry Vanessa Véronique Vicky Victor Victoria Victorien Vincent Virgile Virginie
Viviane Vivien Vladimir Wafa Wahiba Walid Wassila Wendy Wilfried William Xavier Yacine Yaël Yamina Yann Yanis Yannick Yasmina Yasmine Yassine
Yohan Yoann Yolande Youcef Youssef Yvan Yves Yvette Yvon Yvonne Zacharie Zahra Zakaria Zineb Zoé Zohra Zoubida Zoubir`;

/** First names that are words too: written with a capital inside a sentence they are people, elsewhere what follows tells. */
const WORDS = `
Aimé Aimée Ange Blanche Candide Céleste Claire Constant Désiré Fleur Gaston Iman Juste Marin Marine Martin Modeste Olive Parfait
Prudence Reine Rose Séraphin Violette`;

/** First names of towns, feasts and emblems: only what introduces or follows them tells. */
const PROPER = 'Avril Florence France Lorraine Lourdes Marianne Nancy Noël Valence Victoire';

/** Without capitals nor accents: "Éric" → "eric". */
export const folded = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');

const setOf = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/).map(folded));
const sure = setOf(COMMON);
const words = setOf(WORDS);
const proper = setOf(PROPER);

/** Those that people also write without a capital, and mean no one. */
const inSmall = setOf(
  `ambre aurore capucine clementine constance diane gabin guy iris jade jordan jules joy lara laurent line lou manuel marguerite max
  mercedes mona norma pascal rita romain romane sana tom victor`,
);

/** How surely a word is a first name; null when it is none. A compound is judged by its parts. */
export function firstNameIn(word: string): 'SURE' | 'WORD' | 'PROPER' | null {
  const [first = '', second = ''] = folded(word).split('-');
  if (sure.has(first)) return 'SURE';
  const doubtful = words.has(first) ? 'WORD' : proper.has(first) ? 'PROPER' : null;
  return doubtful && sure.has(second) ? 'SURE' : doubtful;
}

/** Whether a word without a capital can be meant as a first name, once something introduces it. */
export const smallFirstName = (word: string): boolean => firstNameIn(word) === 'SURE' && !inSmall.has(folded(word));
