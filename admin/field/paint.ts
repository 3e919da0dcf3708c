import { dark, light, type Tokens } from '../kernel/tokens.ts';

/** Gives the style sheet the colours of the product, as the screens of the office have them. */
export function paint(): void {
  const said = (tokens: Tokens) =>
    Object.entries(tokens)
      .filter(([, value]) => typeof value === 'string')
      .map(([name, value]) => `--${name}:${value}`)
      .join(';');
  const sheet = document.createElement('style');
  sheet.textContent = `:root{${said(light)};--onPrimary:#fff}@media (prefers-color-scheme: dark){:root{${said(dark)};--onPrimary:#0F141B}}`;
  document.head.append(sheet);
}
