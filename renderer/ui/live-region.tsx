import { useEffect, useState } from 'react';
import { onAnnouncement } from '#lib/announce';
import { VisuallyHidden } from './visually-hidden';

/** Where `announce` is heard. Once in the window. */
export const LiveRegion = () => {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  useEffect(() => onAnnouncement((text) => setSaid(({ turn }) => ({ text, turn: turn + 1 }))), []);
  return (
    <VisuallyHidden>
      {/* The same words twice in a row are only heard twice in a new element. Marked so that an open dialog does not silence it. */}
      <output aria-live="polite" data-live-announcer="true">
        <span key={said.turn}>{said.text}</span>
      </output>
    </VisuallyHidden>
  );
};
