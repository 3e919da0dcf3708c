/** The colours of the product. Every text colour was computed at 5:1 or more on paper and on ground. */
export interface Tokens {
  readonly paper: string;
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly primary: string;
  /** For trophies, and for nothing else. */
  readonly gold: string;
  readonly success: string;
  readonly warning: string;
  readonly error: string;
  readonly info: string;
  /** Series of a chart, in order: a category keeps its colour everywhere. */
  readonly series: readonly string[];
}

export const light: Tokens = {
  paper: '#FFFFFF',
  ground: '#F6F7F9',
  ink: '#17202E',
  muted: '#566173',
  line: '#D5DAE1',
  primary: '#1F4E8C',
  gold: '#8A6100',
  success: '#1B6E4B',
  warning: '#9A5200',
  error: '#B3261E',
  info: '#2A6592',
  series: ['#1F4E8C', '#B84F14', '#2F7D5B', '#8A6100', '#7A4A9E', '#5B6B7B'],
};

export const dark: Tokens = {
  paper: '#161C26',
  ground: '#0F141B',
  ink: '#E8ECF2',
  muted: '#A3AEBD',
  line: '#313B49',
  primary: '#8DB8F0',
  gold: '#E5B94E',
  success: '#6FCF9F',
  warning: '#F0A860',
  error: '#F2938C',
  info: '#8CC4EA',
  series: ['#8DB8F0', '#F0A070', '#74D0A4', '#E5B94E', '#C6A2E8', '#A3AEBD'],
};
