/** The processes a page looks among: the office's own, unless a test brings others. */
import { createContext, useContext } from 'react';
import { workflows } from '../../workflows/index.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';

export const Registry = createContext<readonly Workflow[]>(workflows);
export const useRegistry = (): readonly Workflow[] => useContext(Registry);
export const useFound = (name: string | undefined): Workflow | undefined => useRegistry().find((one) => one.name === name);
