/** Where instants come from. The entrance passes the real one, tests their own. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
