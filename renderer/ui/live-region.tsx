import { useEffect, useState } from 'react';
import { onAnnouncement } from '#lib/announce';
import { VisuallyHidden } from './visually-hidden';

/** How long words stay to be read: whoever comes by later must not take them for news. */
const SAID_MS = 10_000;

/** Where `announce` is heard. Once in the window. */
export const LiveRegion = () => {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const { text, turn } = said;
  useEffect(() => onAnnouncement((words) => setSaid((before) => ({ text: words, turn: before.turn + 1 }))), []);
  useEffect(() => {
    const timer = setTimeout(() => setSaid({ text: '', turn }), SAID_MS);
    return () => clearTimeout(timer);
  }, [turn]);
  return (
    <VisuallyHidden>
      {/* The same words twice in a row are only heard twice in a new element. Marked so that an open dialog does not silence it. */}
      <output aria-live="polite" data-live-announcer="true">
        <span key={turn}>{text}</span>
      </output>
    </VisuallyHidden>
  );
};
