import fc from 'fast-check';

/**
 * What is drawn at random is the same at every run, so that a change alone can turn a test red. `npm run explore` draws
 * anew, and more: what it finds becomes an example.
 */
const explored = process.env.EXPLORE;
fc.configureGlobal(explored ? { ...fc.readConfigureGlobal(), seed: Number(explored) } : { seed: 2022 });
