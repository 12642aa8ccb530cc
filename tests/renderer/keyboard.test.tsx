import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { requestIntent, useIntent } from '#lib/intents';
import { useShortcuts } from '#lib/keyboard';
import { Button } from '#ui/button';
import { Menu } from '#ui/menu';
import { Select } from '#ui/select';
import { renderWith } from './render';

const Shortcuts = ({ run }: { readonly run: (keys: string) => void }) => {
  useShortcuts({ n: () => run('n'), '$mod+f': () => run('search'), 'Shift+?': () => run('list') });
  return (
    <>
      <input aria-label="Title" />
      <input aria-label="Agree" type="checkbox" />
      {/* biome-ignore lint/a11y/useSemanticElements: stands for the editor. */}
      <div role="textbox" tabIndex={0} contentEditable suppressContentEditableWarning aria-label="Page" />
    </>
  );
};

describe('a shortcut', () => {
  it('works anywhere on the page', async () => {
    const run = vi.fn();
    const { user, getByRole } = renderWith(<Shortcuts run={run} />);
    await user.keyboard('n');
    await user.click(getByRole('checkbox', { name: 'Agree' }));
    await user.keyboard('n');
    await user.keyboard('{Shift>}?{/Shift}');
    expect(run.mock.calls).toEqual([['n'], ['n'], ['list']]);
  });

  it('is a letter like any other while typing, unless it has Ctrl', async () => {
    const run = vi.fn();
    const { user, getByRole } = renderWith(<Shortcuts run={run} />);
    await user.type(getByRole('textbox', { name: 'Title' }), 'no n');
    getByRole('textbox', { name: 'Page' }).focus();
    await user.keyboard('n');
    expect(run).not.toHaveBeenCalled();
    await user.keyboard('{Control>}f{/Control}');
    expect(run.mock.calls).toEqual([['search']]);
  });
});

describe('a letter in a list', () => {
  const Lists = ({ run }: { readonly run: (keys: string) => void }) => {
    useShortcuts({ n: () => run('n'), '$mod+f': () => run('search') });
    const [country, setCountry] = useState<'nz' | 'au'>('au');
    const options = [
      { id: 'au', label: 'Australia' },
      { id: 'nz', label: 'New Zealand' },
    ] as const;
    return (
      <>
        <Select label="Country" options={options} value={country} onChange={setCountry} />
        <Menu trigger={<Button>More</Button>} label="More" items={[{ id: 'a', label: 'New', run: () => undefined }]} />
        <div role="listbox" tabIndex={0} aria-label="Entries" data-no-type-ahead />
        <div role="listbox" tabIndex={0} aria-label="Others" />
      </>
    );
  };
  const show = () => {
    const run = vi.fn();
    return { run, ...renderWith(<Lists run={run} />) };
  };

  it('finds an option in a select, closed or open, and does nothing else', async () => {
    const { run, user, findByRole, getByRole } = show();
    const select = getByRole('button', { name: /Country/ });
    select.focus();
    await user.keyboard('n');
    expect(select.textContent).toBe('New Zealand');
    await user.keyboard('{Enter}');
    await findByRole('option', { name: 'New Zealand' });
    await user.keyboard('an');
    expect(run).not.toHaveBeenCalled();
  });

  it('stays in a menu', async () => {
    const { run, user, findByRole, getByRole } = show();
    await user.click(getByRole('button', { name: 'More' }));
    (await findByRole('menuitem', { name: 'New' })).focus();
    await user.keyboard('n');
    expect(run).not.toHaveBeenCalled();
  });

  it('is a shortcut only in a list that says letters mean nothing in it', async () => {
    const { run, user, getByRole } = show();
    getByRole('listbox', { name: 'Others' }).focus();
    await user.keyboard('n');
    expect(run).not.toHaveBeenCalled();
    getByRole('listbox', { name: 'Entries' }).focus();
    await user.keyboard('n');
    expect(run.mock.calls).toEqual([['n']]);
  });
});

describe('a wish', () => {
  const Page = ({ onWish }: { readonly onWish: () => void }) => {
    useIntent('new-entry', onWish);
    return null;
  };

  it('waits for the page that answers it, and is answered once', () => {
    const onWish = vi.fn();
    requestIntent('new-entry');
    const { unmount } = renderWith(<Page onWish={onWish} />);
    expect(onWish).toHaveBeenCalledTimes(1);
    unmount();
    renderWith(<Page onWish={onWish} />);
    expect(onWish).toHaveBeenCalledTimes(1);
  });

  it('is answered at once by a page that is shown already', () => {
    const onWish = vi.fn();
    renderWith(<Page onWish={onWish} />);
    requestIntent('new-entry');
    expect(onWish).toHaveBeenCalledTimes(1);
  });
});
