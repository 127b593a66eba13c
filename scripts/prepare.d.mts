export declare function isNodeNewEnough(version: string): boolean;
export declare function arePackagesInstalled(root?: string): boolean;
/** Builds the extension and answers the folder that it was built into. */
export declare function build(
  browser?: 'chrome' | 'firefox',
  mode?: 'e2e' | 'production',
): Promise<string>;
