import { useFluent } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';

/** Points along the line while closed, whichever way lines run, and down while open. */
export function DisclosureIcon({ isOpen }: { isOpen: boolean }) {
  const { dir } = useFluent();
  if (isOpen) return <ChevronDownRegular />;
  return dir === 'rtl' ? <ChevronLeftRegular /> : <ChevronRightRegular />;
}
