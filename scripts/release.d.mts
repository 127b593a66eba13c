interface Release {
  readonly tracker: string;
  readonly keys: readonly { readonly kid: string; readonly public: string }[];
  readonly geckoId: string;
}

export declare function releaseFaults(
  release: Release,
  version: string,
  changelog: string,
): string[];
