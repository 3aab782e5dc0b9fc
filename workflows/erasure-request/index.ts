/** Requests to erase somebody's sensitive data. */
export { erasureRequest } from './workflow.ts';
