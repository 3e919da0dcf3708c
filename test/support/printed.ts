import { actorOf, type BackOffice } from './back-office.ts';

const asks = {
  text: 'query ($id: ID!, $kind: TextKind!) { editorialText(editionId: $id, kind: $kind) { body build { hash } } }',
  save: `mutation ($id: ID!, $kind: TextKind!, $body: ManuscriptText!) {
    saveText(editionId: $id, kind: $kind, body: $body, after: 0) { id } }`,
  approve: 'mutation ($id: ID!, $hash: String!) { approveText(id: $id, hash: $hash) { id } }',
  publish: 'mutation ($id: ID!, $hash: String!) { publishText(id: $id, hash: $hash) { id } }',
  withdraw: 'mutation ($id: ID!) { withdrawText(id: $id, reason: "Un nom était faux.") { id } }',
};

/** Gives the text that is proposed for a published edition to the public, through the operations staff use. */
export async function printText({ ask, done }: BackOffice, id: string, kind: 'SYNTHESIS' | 'PRESS_RELEASE') {
  const { body, build } = await done<{ body: string; build: { hash: string } }>(asks.text, { id, kind });
  const { id: text } = await done(asks.save, { id, kind, body });
  await ask(actorOf('ADMINISTRATOR'), asks.approve, { id: text, hash: build.hash });
  const printing = await done(asks.publish, { id: text, hash: build.hash });
  return { withdraw: () => done(asks.withdraw, { id: printing.id }) };
}
