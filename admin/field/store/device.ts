/** What this device is called, in a word that tells it from another of the same person. */
export function deviceName(): string {
  const { userAgent } = navigator;
  const model = /\((?:[^;)]*; )?([^;)]+)(?: Build)?[^)]*\)/.exec(userAgent)?.[1]?.trim() ?? '';
  if (/iPad/.test(userAgent)) return 'iPad';
  if (/iPhone/.test(userAgent)) return 'iPhone';
  if (/Android/.test(userAgent)) return /Mobile/.test(userAgent) ? 'Téléphone Android' : 'Tablette Android';
  return model ? `Ordinateur (${model.slice(0, 40)})` : 'Ordinateur';
}
