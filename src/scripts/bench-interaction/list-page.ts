import { Button, FluentProvider, Input, List, ListItem, webLightTheme } from '@fluentui/react-components';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * The floor: Fluent's own `List` with as many empty `ListItem`s as `?rows=` says, a button that turns, a field to type into,
 * and nothing else.
 */
function ListPage() {
  const rowCount = Number(new URLSearchParams(location.search).get('rows'));
  const [isOn, setIsOn] = useState(false);
  const [text, setText] = useState('');
  return createElement(
    FluentProvider,
    { theme: webLightTheme },
    createElement(
      Button,
      { type: 'button', 'aria-pressed': isOn, onClick: () => setIsOn(!isOn) },
      isOn ? 'On' : 'Off',
    ),
    createElement(Input, { value: text, onChange: (_event, { value }) => setText(value) }),
    createElement(
      'div',
      { className: 'floor', style: { height: '400px', overflowY: 'auto' } },
      rows(rowCount),
    ),
  );
}

// Made once, as whoever knows React would: what is measured is the page, not the making of ten thousand elements.
let made: ReturnType<typeof createElement> | undefined;
function rows(count: number) {
  made ??= createElement(
    List,
    null,
    Array.from({ length: count }, (_, index) =>
      createElement(ListItem, { key: index, style: { minHeight: '32px' } }),
    ),
  );
  return made;
}

createRoot(document.getElementById('root') ?? document.body).render(createElement(ListPage));
