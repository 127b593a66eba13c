import type { ReactNode } from 'react';

/** A setting that is on or off, with its words. */
export function Switch(props: {
  readonly isOn: boolean;
  /** Id of the words that say what is wrong; null: nothing is. */
  readonly problemId?: string | null;
  readonly onSwitch: (on: boolean) => void;
  readonly children: ReactNode;
}) {
  const { isOn, problemId = null, onSwitch, children } = props;
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={isOn}
        aria-invalid={problemId !== null}
        aria-describedby={problemId ?? undefined}
        onChange={(event) => onSwitch(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
