import type { EditorProps } from '@tiptap/pm/view';
import { addPictures, ownPictures, type PicturePlace } from '#lib/add-pictures';

const filesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];

/** A picture copied from a page comes with the page's own words for it, an address among them; a passage comes with words. */
const holdsWords = (data: DataTransfer | null): boolean => {
  const html = data?.getData('text/html') ?? '';
  return (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim() !== '';
};

/** What a page does with pictures that are pasted or dropped onto it. */
export const pictureHandlers = (place: () => PicturePlace): EditorProps => ({
  handlePaste: (_view, event, slice) => {
    const files = filesIn(event.clipboardData);
    if (files.length > 0 && !holdsWords(event.clipboardData)) {
      void addPictures(place(), files);
      return true;
    }
    let hasPicture = false;
    slice.content.descendants((node) => {
      hasPicture ||= node.type.name === 'image';
    });
    // Once they are on the page.
    if (hasPicture) setTimeout(() => void ownPictures(place()));
    return false;
  },
  handleDOMEvents: {
    drop: (view, event) => {
      const files = filesIn(event.dataTransfer);
      if (files.length === 0) return false;
      event.preventDefault();
      const found = view.posAtCoords({ left: event.clientX, top: event.clientY });
      const at = found === null ? undefined : view.state.doc.resolve(found.pos);
      void addPictures(place(), files, at === undefined || at.depth === 0 ? found?.pos : at.after(1));
      return true;
    },
  },
});
