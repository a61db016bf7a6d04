import type { StartState } from './start-state.ts';

/** What the preload script puts into our own pages as `kitchenPass`: named functions, plain values, nothing of Electron. */
export interface Bridge {
  startState(): Promise<StartState>;
  /** Gives the way to stop listening. */
  onStartState(listener: (state: StartState) => void): () => void;
  tryAgain(): void;
  takePort(port: number): void;
  chooseDataFolder(): Promise<boolean>;
  showDataFolder(): void;
  quit(): void;
}
