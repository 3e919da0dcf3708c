import { useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { codeIn, detailsIn } from '../kernel/api.ts';

/** Does something to a test; when someone else did before, says what and by whom, and reads the page again. */
export function useStaleInWords(): <Result>(deed: Promise<Result>) => Promise<Result> {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  return async (deed) => {
    try {
      const done = await deed;
      // Until the page is read again it holds a version that no longer is.
      await client.invalidateQueries({ queryKey: ['control'] });
      return done;
    } catch (error) {
      if (codeIn(error) === 'STALE') {
        const { by, did } = detailsIn(error);
        const said = translate(`room.control.did.${did}`, { by: by ?? translate('room.control.someone') });
        notify(translate('room.control.stale', { said }), { type: 'warning', autoHideDuration: 10_000 });
        void client.invalidateQueries({ queryKey: ['control'] });
      }
      throw error;
    }
  };
}
