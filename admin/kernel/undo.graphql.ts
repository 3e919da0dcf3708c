import { graphql } from './graphql.ts';

/** Takes one act back. */
export const UndoAct = graphql(`mutation UndoAct($act: ID!) { undoAct(act: $act) { id act byAct } }`);
