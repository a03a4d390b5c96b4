import { relationshipsXml, xmlHead } from './xml.ts';

/** From where Excel knows the add-in: sideloaded by a developer, or deployed by an administrator for everybody. */
export type AddInStore = 'developer' | 'central';

export interface AddInReference {
  /** The id in the manifest. */
  id: string;
  /** The version in the manifest, such as `1.0.0.0`. */
  version: string;
  store: AddInStore;
}

/** The setting, and the id of the pane in the manifest, by which Excel opens the pane with a workbook. */
export const autoShow = 'Office.AutoShowTaskpaneWithDocument';

/** Microsoft's names for the two stores ("Automatically open a task pane with a document", table of `storeType`). */
const stores = {
  developer: 'store="developer" storeType="Registry"',
  central: 'store="EXCatalog" storeType="EXCatalog"',
} as const;

const relationshipTypes = 'http://schemas.microsoft.com/office/2011/relationships';

export const webExtensionContentTypes: readonly [part: string, type: string][] = [
  ['/xl/webextensions/taskpanes.xml', 'application/vnd.ms-office.webextensiontaskpanes+xml'],
  ['/xl/webextensions/webextension1.xml', 'application/vnd.ms-office.webextension+xml'],
];

/** From the root of the package, where Excel looks for them. */
export const taskPanesRelationship = {
  id: 'rId4',
  type: `${relationshipTypes}/webextensiontaskpanes`,
  target: 'xl/webextensions/taskpanes.xml',
};

const reference = ({ id, version }: AddInReference, store: AddInStore) =>
  `<we:reference id="${id}" version="${version}" ${stores[store]}/>`;

/**
 * The parts by which Excel opens the pane with the workbook, where the add-in is installed from either store.
 * `visibility` is 0: with 1 Excel would ask everybody to install the add-in, and the pane's settings could not stop it.
 */
export function webExtensionParts(addIn: AddInReference): Record<string, string> {
  const other = addIn.store === 'developer' ? 'central' : 'developer';
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    'xl/webextensions/taskpanes.xml':
      `${xmlHead}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">` +
      `<wetp:taskpane dockstate="right" visibility="0" width="350" row="4">` +
      `<wetp:webextensionref xmlns:r="${relationships}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
    'xl/webextensions/_rels/taskpanes.xml.rels': relationshipsXml([
      { id: 'rId1', type: `${relationshipTypes}/webextension`, target: 'webextension1.xml' },
    ]),
    'xl/webextensions/webextension1.xml':
      `${xmlHead}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${addIn.id.toUpperCase()}}">` +
      `${reference(addIn, addIn.store)}<we:alternateReferences>${reference(addIn, other)}</we:alternateReferences>` +
      `<we:properties><we:property name="${autoShow}" value="true"/></we:properties><we:bindings/>` +
      `<we:snapshot xmlns:r="${relationships}"/></we:webextension>`,
  };
}
