#!/usr/bin/env node
// The sources are TypeScript, run as they are, so that there is no build to forget: by Node itself where it can, else
// by tsx.
try {
  if (!process.features.typescript) (await import('tsx/esm/api')).register();
  await import('commander');
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error(
    'postil: its packages are not installed\n  Run this first, in the folder of package.json: npm ci',
  );
  process.exit(1);
}
const { main } = await import('../gateway/cli/main.ts');
await main(process.argv);
