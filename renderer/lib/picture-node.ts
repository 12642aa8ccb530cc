import { Node } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { ImageAttributes } from '#core/document';
import { recordId } from '#core/record';
import { i18n } from './i18n';
import { showPicture } from './shown-picture';

/** Where the picture of an id can be seen at a size. */
export type PictureAddressOf = (id: string, size: 'full' | 'thumbnail') => string;

/** The pictures of the open journal. */
export const journalPictures: PictureAddressOf = (id, size) => `/picture/${id}/${size}`;

/** How far outside the window a picture is fetched, and let go of again. */
const NEAR = '1200px 0px';

type Watched = { readonly show: () => void; readonly hide: () => void };
const watched = new WeakMap<Element, Watched>();
let observer: IntersectionObserver | null = null;

/** One for all pictures: only those near what is seen are in memory. */
const watch = (element: Element, how: Watched): void => {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) watched.get(target)?.show();
        else watched.get(target)?.hide();
      }
    },
    { rootMargin: NEAR },
  );
  watched.set(element, how);
  observer.observe(element);
};

const attributesOf = (node: ProseMirrorNode): ImageAttributes => node.attrs as ImageAttributes;

const createView = (node: ProseMirrorNode, addressOf: PictureAddressOf): NodeView => {
  const dom = document.createElement('figure');
  const frame = document.createElement('div');
  const image = document.createElement('img');
  const words = document.createElement('figcaption');
  words.dir = 'auto';
  image.draggable = false;
  image.decoding = 'async';
  frame.append(image);
  dom.append(frame, words);
  let current = attributesOf(node);

  const draw = (): void => {
    const { caption, alt, width, height } = current;
    words.textContent = caption;
    words.hidden = caption === '';
    image.alt = alt === '' ? i18n.t('journal.picture.unnamed') : alt;
    if (width && height) {
      frame.style.aspectRatio = `${width} / ${height}`;
      frame.style.maxWidth = `${width}px`;
    }
  };
  const fail = (): void => {
    dom.dataset.missing = '';
    words.hidden = false;
    words.textContent = [current.caption, i18n.t('journal.picture.missing')].filter(Boolean).join(' · ');
  };
  image.addEventListener('error', () => {
    if (image.hasAttribute('src')) fail();
  });
  dom.addEventListener('dblclick', () => showPicture({ ...current, address: addressOf(current.id, 'full') }));
  watch(frame, {
    show: () => {
      if (!image.hasAttribute('src')) image.src = addressOf(current.id, 'thumbnail');
    },
    hide: () => image.removeAttribute('src'),
  });
  draw();
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false;
      const before = current.id;
      current = attributesOf(next);
      if (current.id !== before) {
        delete dom.dataset.missing;
        if (image.hasAttribute('src')) image.src = addressOf(current.id, 'thumbnail');
      }
      draw();
      return true;
    },
    ignoreMutation: () => true,
    destroy: () => {
      observer?.unobserve(frame);
      image.removeAttribute('src');
    },
  };
};

const textOf = (element: HTMLElement, name: string): string => element.getAttribute(name) ?? '';

/** A picture between the lines of a page. It shows what lies in the journal, and never an address. */
export const PictureNode = Node.create<{ addressOf: PictureAddressOf }>({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ addressOf: journalPictures }),
  addAttributes: () => ({
    id: { default: null, rendered: false },
    caption: { default: '', rendered: false },
    alt: { default: '', rendered: false },
    width: { default: null, rendered: false },
    height: { default: null, rendered: false },
  }),
  // Only what was copied here is read again: a picture of another page is an address, or bytes that come as a file.
  parseHTML: () => [
    {
      tag: 'figure[data-picture]',
      getAttrs: (element) => {
        const id = recordId.safeParse(textOf(element, 'data-picture'));
        if (!id.success) return false;
        const [width = null, height = null] = ['data-width', 'data-height']
          .map((name) => Number(textOf(element, name)))
          .map((value) => (Number.isInteger(value) && value > 0 && value <= 100_000 ? value : null));
        return {
          id: id.data,
          caption: textOf(element, 'data-caption'),
          alt: textOf(element, 'data-alt'),
          width,
          height,
        };
      },
    },
  ],
  renderHTML: ({ node }) => {
    const { id, caption, alt, width, height } = attributesOf(node);
    const data = { 'data-picture': id, 'data-caption': caption, 'data-alt': alt };
    return ['figure', { ...data, 'data-width': width ?? '', 'data-height': height ?? '' }];
  },
  renderText: ({ node }) => attributesOf(node).caption,
  addNodeView() {
    return ({ node }) => createView(node, this.options.addressOf);
  },
});
