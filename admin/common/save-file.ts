/** The browser keeps it where it keeps what is downloaded. */
export const saveFile = ({ name, file }: { readonly name: string; readonly file: Blob }): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
};
