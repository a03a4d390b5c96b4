/**
 * Loaded before the proxy's own program (`node --import`), so that a simulated day passes without waiting for it: the
 * time of the program is the system's plus the milliseconds that stand in the file named by `TORTURE_CLOCK_FILE`, plus
 * those of `TORTURE_CLOCK_OFF_MS`, by which this machine is wrong.
 * Nothing else of the program is touched.
 */
import { readFileSync } from 'node:fs';

const file = process.env.TORTURE_CLOCK_FILE ?? '';
const offMs = Number(process.env.TORTURE_CLOCK_OFF_MS ?? '0');
const systemNow = Date.now;
/** A reading is trusted this long, in milliseconds; whoever moves the clock waits longer before Nova's is moved. */
const trustedMs = 2;
let offsetMs = Number(readFileSync(file, 'utf8'));
let readAt = performance.now();

Date.now = () => {
  const at = performance.now();
  if (at - readAt >= trustedMs) {
    offsetMs = Number(readFileSync(file, 'utf8'));
    readAt = at;
  }
  return systemNow() + offsetMs + offMs;
};
