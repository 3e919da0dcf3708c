/**
 * Groups such that of any two of all, some group has the one without the other, and another the other without the one;
 * each has about half of all. Each of all is in a choice of its own of half of the groups, so that none is in all that
 * another is in. Source: E. Sperner, Ein Satz über Untermengen einer endlichen Menge (1928).
 */
export function groupsApart<Each>(all: readonly Each[]): Each[][] {
  let many = 1;
  while (choices(many, many >> 1) < all.length) many++;
  const groups: Each[][] = Array.from({ length: many }, () => []);
  let choice = 0;
  for (const each of all) {
    while (bitsOf(choice) !== many >> 1) choice++;
    for (const [i, group] of groups.entries()) if ((choice >> i) & 1) group.push(each);
    choice++;
  }
  return groups;
}

/** As few groups as can be of at most so many, neighbours in different ones. */
export function dealt<Each>(all: readonly Each[], most: number): Each[][] {
  const many = Math.ceil(all.length / most);
  return Array.from({ length: many }, (_, group) => all.filter((_, i) => i % many === group));
}

const bitsOf = (number: number): number => (number === 0 ? 0 : (number & 1) + bitsOf(number >> 1));

/** In how many ways so many of `all` are chosen. */
const choices = (all: number, some: number): number => (some === 0 ? 1 : (choices(all - 1, some - 1) * all) / some);
