export { loadConfig, officeFrameAncestors } from './config.ts';
export type { Config } from './config.ts';
export { ConfigError } from './errors.ts';
export { startProxy } from './server.ts';
export type { ProxyOverrides, RunningProxy } from './server.ts';
