export { loadConfig, officeFrameAncestors } from './config.ts';
export type { Config } from './config.ts';
export { ConfigError } from './errors.ts';
export { startProxy } from './server.ts';
export { userDirectory } from './sign-in/user-directory.ts';
export type { NewUser } from './sign-in/users.ts';
export type { ProxyOverrides, RunningProxy } from './server.ts';
