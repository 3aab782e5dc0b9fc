/** Below a field: what is wrong with it, said as such, and its help. */
export const Helper = ({ error, help, children }: { error: string | null; help: string; children?: string | undefined }) => (
  <>
    {error && <span data-error>{error}</span>}
    {error && (help || children) && <br />}
    {help}
    {help && children && <br />}
    {children && <span>{children}</span>}
  </>
);
