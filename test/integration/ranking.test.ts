import { test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('ranking');
test('x', async () => {
  const e = await makeEdition(office, 'PUBLISHED');
  console.log(
    JSON.stringify(
      await office.done<any>(
        'query ($id: ID!) { ranking(editionId: $id) { category { code } mean structureCount lines { rank score exact base enrolment { structure { reference } } channels { channel { code } score mean } } } }',
        { id: e.id },
      ),
      null,
      1,
    ),
  );
  console.log(JSON.stringify(await office.sql('select * from published.edition'), null, 1));
});
