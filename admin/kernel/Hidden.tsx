import type { CSSProperties, ReactNode } from 'react';

const style: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  padding: 0,
  border: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** Words for those who listen to the page, where the others see a shape. */
export const Hidden = ({ children }: { readonly children: ReactNode }) => <span style={style}>{children}</span>;
