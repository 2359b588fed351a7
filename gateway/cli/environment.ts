/** An empty variable is one that is not set, as docker compose passes those that its .env leaves out. */
export function settings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}
