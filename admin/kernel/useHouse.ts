import { useContext } from 'react';
import { DataProviderContext } from 'react-admin';
import type { HouseProvider } from './dataProvider.ts';

/**
 * What the house asks that does not answer a promise: react-admin's `useDataProvider` would take it for one. What does
 * (`getList`, `remove`…) is asked through it, so that a session that ended is noticed.
 */
export const useHouse = (): Pick<HouseProvider, 'rows' | 'inputOf'> => useContext(DataProviderContext) as HouseProvider;
