import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { officeTheme, onOfficeThemeChanged } from '../../excel/index.ts';

const darkQuery = '(prefers-color-scheme: dark)';

/** Dark where Office is dark; where Office does not say, as on the web, where the browser is. */
export function useTheme(): { theme: Theme; isDark: boolean } {
  const [isDark, setIsDark] = useState(isDarkNow);
  useEffect(() => {
    const look = () => setIsDark(isDarkNow());
    const query = window.matchMedia(darkQuery);
    query.addEventListener('change', look);
    const stopOffice = onOfficeThemeChanged(look);
    return () => {
      query.removeEventListener('change', look);
      stopOffice();
    };
  }, []);
  return { theme: isDark ? webDarkTheme : webLightTheme, isDark };
}

function isDarkNow(): boolean {
  return officeTheme()?.isDark ?? window.matchMedia(darkQuery).matches;
}
