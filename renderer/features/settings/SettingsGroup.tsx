import type { ReactNode } from 'react';
import styles from './Settings.module.css';

interface SettingsGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Settings that belong together. */
export function SettingsGroup({ title, children }: SettingsGroupProps): ReactNode {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
