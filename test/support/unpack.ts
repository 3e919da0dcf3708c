import chromium from '@sparticuz/chromium';

/** Run by chromium.ts, with its own temporary folder: that is where the package unpacks, and only there. */
await chromium.executablePath();
