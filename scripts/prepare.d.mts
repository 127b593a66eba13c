export declare function isNodeNewEnough(version: string): boolean;
export declare function arePackagesInstalled(root?: string): boolean;
