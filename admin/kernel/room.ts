import type { ResourceProps } from 'react-admin';
import type { Documents } from './dataProvider.ts';

/** A room of the back office: the pages of one noun, and how it speaks to the server. */
export type Room = ResourceProps & { readonly documents: Documents };
