import { useEffect, useRef } from 'react';
import { strings } from '../../words/index.ts';
import { shownPlace } from '../place.ts';
import type { PaneState } from '../state.ts';
import { longEnoughMs, useSaid, useSay } from './use-said.ts';

/** Speaks what is so wherever somebody is in the pane: what they wait for, and that the server is back. Shows nothing. */
export function PaneVoice({ state }: { state: PaneState }) {
  const say = useSay();
  useSaid(waitedFor(state), { afterMs: longEnoughMs });
  const { connection } = state;
  const before = useRef(connection);
  useEffect(() => {
    if (connection === 'there' && before.current !== 'there') say(strings.connection.back);
    before.current = connection;
  }, [connection, say]);
  return null;
}

function waitedFor(state: PaneState): string | null {
  switch (state.busy) {
    case null:
      return shownPlace(state).rechecking ? strings.problems.rechecking : null;
    // The screens of a run speak for themselves.
    case 'staging':
    case 'writing':
      return null;
    case 'checking':
      return strings.source.checking;
    case 'refreshing':
      return strings.source.refreshing;
    case 'fixing':
      return strings.corrections.working;
    case 'starting':
      return strings.starting;
    default:
      return strings.stillWorking;
  }
}
