import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '#core/result';
import { countries, type DeviceSettings, defaultDeviceSettings, emptyProfile } from '#core/settings';
import { EmergencyPage } from '#features/emergency/emergency-page';
import { EmergencyScreen } from '#features/emergency/emergency-screen';
import { HelpSection } from '#features/settings/help-section';
import { countryOfRegion } from '#lib/country';
import { aboutInBritain, always, failing, fakeClient } from '#tests/support/fake-client';
import { crisisNumbers } from '../../renderer/features/emergency/crisis-numbers';
import { renderWith } from './render';

describe('the emergency card', () => {
  it('goes from breathing to calling, naloxone, breaths and staying, in this order', async () => {
    fakeClient();
    const { container, findByText } = renderWith(<EmergencyScreen />);
    await findByText('Call 999 or 112');
    const words = container.textContent ?? '';
    const steps = ['Are they breathing?', 'Call 9', 'Give naloxone', 'breathe for them', 'Stay with them'];
    const places = steps.map((step) => words.indexOf(step));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(words).toContain('30 to 90 minutes');
  });

  it('shows the numbers of the chosen country', async () => {
    fakeClient({ 'device.get': always({ ...defaultDeviceSettings, country: 'US' }) });
    const { findByText } = renderWith(<EmergencyScreen />);
    await findByText('988');
    await findByText('Call 911');
  });

  it("follows the system's region where nothing was chosen", async () => {
    fakeClient();
    const { findByText } = renderWith(<EmergencyScreen />);
    await findByText('Call 999 or 112');
  });

  it('lets the country be chosen in place, locked or not', async () => {
    const client = fakeClient();
    const { user, findByRole } = renderWith(<EmergencyScreen />);
    await user.click(await findByRole('button', { name: /Numbers for/ }));
    await user.click(await findByRole('option', { name: 'Australia' }));
    expect(client.inputsOf('device.save')).toEqual([{ country: 'AU' }]);
  });

  it("puts the person's own contact before every line", async () => {
    fakeClient({ 'profile.get': always({ ...emptyProfile, personName: 'Dana', personPhone: '555 0142' }) });
    const { findByText, container } = renderWith(<EmergencyPage />);
    await findByText('555 0142');
    const words = container.textContent ?? '';
    expect(words.indexOf('555 0142')).toBeLessThan(words.indexOf('116 123'));
  });
});

describe("the person's own numbers", () => {
  const withOwn = (change: Partial<DeviceSettings>, about = aboutInBritain) =>
    fakeClient({ 'device.get': always({ ...defaultDeviceSettings, ...change }), 'shell.about': always(about) });

  it('take the place of the number in the steps, with the usual ones after them', async () => {
    withOwn({ ownEmergencyNumber: '0555 01' });
    const { findByText, container } = renderWith(<EmergencyScreen />);
    await findByText('Call 0555 01');
    await findByText('If nobody answers, call 999 or 112.');
    const words = container.textContent ?? '';
    expect(words).toContain('Call 0555 01, or get to a doctor now.');
    expect(words).toContain('In danger right now0555 01or999or112');
  });

  it('put the own crisis line above the usual one', async () => {
    withOwn({ ownCrisisLine: '0800 01' });
    const { findByText, container } = renderWith(<EmergencyScreen />);
    await findByText('Call 999 or 112');
    expect(container.textContent).toContain('Your crisis line0800 01Crisis line116 123In danger');
  });

  it('name no number twice', async () => {
    withOwn({ ownEmergencyNumber: '1 12', ownCrisisLine: '116-123' });
    const { findByText, container } = renderWith(<EmergencyScreen />);
    await findByText('Call 1 12');
    await findByText('If nobody answers, call 999.');
    expect(container.textContent).toContain('Your crisis line116-123In danger right now1 12or999');
  });

  it('are all there is where Ebb knows none, and nothing is asked', async () => {
    withOwn({ ownEmergencyNumber: '192' }, { ...aboutInBritain, country: 'BR' });
    const { findByText, findByRole, queryByText, container } = renderWith(<EmergencyScreen />);
    await findByText('Call 192');
    expect(queryByText(/Ebb does not know the number/)).toBeNull();
    expect(container.textContent).toContain('Ebb knows no crisis line here. Call this number.192');
    expect(container.textContent).toContain('Numbers: your own alone.');
    await findByRole('button', { name: /Numbers for/ });
  });

  it("are led to from the card, in the open journal's settings", async () => {
    fakeClient({ 'profile.get': always(emptyProfile) });
    const { user, findByRole, paths } = renderWith(<EmergencyPage />, '/emergency');
    await user.click(await findByRole('button', { name: 'Put in your own numbers' }));
    expect(paths.at(-1)).toBe('/settings');
    const settings = renderWith(<HelpSection />);
    const field = await settings.findByLabelText('Your emergency number');
    expect(document.activeElement).toBe(field);
  });

  it('begin with everyone the person named', async () => {
    const people = { personName: 'Dana', personPhone: '555 0142', secondPhone: '555 0177', thirdName: 'Nobody' };
    fakeClient({ 'profile.get': always({ ...emptyProfile, ...people }) });
    const { findByText, container } = renderWith(<EmergencyPage />);
    await findByText('555 0177');
    expect(container.textContent).toContain('Call Dana555 0142Call your person555 0177Crisis line116 123');
    expect(container.textContent).not.toContain('Nobody');
  });
});

describe('putting own numbers in', () => {
  it('saves both at once, as one would dial them', async () => {
    const client = fakeClient({ 'profile.get': always(emptyProfile) });
    const { user, findByLabelText } = renderWith(<HelpSection />);
    await user.type(await findByLabelText('Your emergency number'), ' 192 ');
    await user.type(await findByLabelText('Your crisis line'), '+55\u2013188{Enter}');
    expect(client.inputsOf('device.save')).toEqual([{ ownEmergencyNumber: '192', ownCrisisLine: '+55-188' }]);
  });

  it.each(['call Dana', '9', '112!', 'one one two'])('saves nothing of %j, says why and keeps it', async (typed) => {
    const client = fakeClient({ 'profile.get': always(emptyProfile) });
    const { user, findByLabelText, findByText } = renderWith(<HelpSection />);
    const line = (await findByLabelText('Your crisis line')) as HTMLInputElement;
    await user.type(await findByLabelText('Your emergency number'), '192');
    await user.type(line, `${typed}{Enter}`);
    await findByText(/^Nobody can dial this/);
    expect(client.inputsOf('device.save')).toEqual([]);
    expect(line.value).toBe(typed);
    expect(document.activeElement).toBe(line);
  });

  it('keeps what was typed when it cannot be saved', async () => {
    fakeClient({ 'profile.get': always(emptyProfile), 'device.save': failing('DISK_FULL') });
    const { user, findByLabelText, findByText } = renderWith(<HelpSection />);
    const field = (await findByLabelText('Your emergency number')) as HTMLInputElement;
    await user.type(field, '192{Enter}');
    await findByText('The disk is full.');
    expect(field.value).toBe('192');
  });

  it('saves numbers that were typed when the page is left, and none that is no number', async () => {
    const client = fakeClient({ 'profile.get': always(emptyProfile) });
    const view = renderWith(<HelpSection />);
    await view.user.type(await view.findByLabelText('Your emergency number'), '192');
    view.unmount();
    await waitFor(() => expect(client.inputsOf('device.save')).toMatchObject([{ ownEmergencyNumber: '192' }]));
    const other = renderWith(<HelpSection />);
    await other.user.type(await other.findByLabelText('Your emergency number'), 'Mia');
    other.unmount();
    expect(client.inputsOf('device.save')).toHaveLength(1);
  });

  it('saves people without touching the rest of what the person told', async () => {
    const told = { ...emptyProfile, name: 'Sam', personName: 'Dana', personPhone: '555 0142' };
    const client = fakeClient({ 'profile.get': always(told), 'profile.save': always(told) });
    const { user, findByLabelText, findByText } = renderWith(<HelpSection />);
    await user.type(await findByLabelText('Second person'), 'Ravi');
    await findByText('Without a number this name is not shown in an emergency.');
    await user.type(await findByLabelText("Second person's number"), '555 0177{Enter}');
    expect(client.inputsOf('profile.save')).toEqual([
      { secondName: 'Ravi', secondPhone: '555 0177', finishes: expect.any(String) },
    ]);
  });
});

describe('where Ebb does not know the country', () => {
  /** Settings that change as the shell would change them. */
  const inRegion = (region: string) => {
    let device: DeviceSettings = defaultDeviceSettings;
    return fakeClient({
      'shell.about': always({ ...aboutInBritain, country: region }),
      'device.get': () => ok(device),
      'device.save': (change) => {
        device = { ...device, ...(change as Partial<DeviceSettings>) };
        return ok(device);
      },
    });
  };

  it.each(['BR', 'NO', ''])('the card names no number at all in region %j', async (region) => {
    inRegion(region);
    const { findByText, container, getAllByText } = renderWith(<EmergencyScreen />);
    await findByText(/^Ebb does not know the number where you are/);
    expect(getAllByText('Call your local emergency number')).toHaveLength(2);
    const words = container.textContent ?? '';
    expect(words).toContain('Call your local emergency number, or get to a doctor now.');
    expect(words).toContain('Ebb shows none, because it does not know where you are.');
    const known = Object.values(crisisNumbers).flatMap(({ emergency, crisisLine }) => [...emergency, crisisLine]);
    expect(known.filter((listed) => listed !== null && words.includes(listed.number))).toEqual([]);
  });

  it('the card asks for it in place and goes on at the number', async () => {
    const client = inRegion('BR');
    const { user, findByRole, findByText, queryByText } = renderWith(<EmergencyScreen />);
    await user.click(await findByRole('button', { name: /Your country/ }));
    await user.click(await findByRole('option', { name: 'New Zealand' }));
    const call = await findByText('Call 111');
    await waitFor(() => expect(document.activeElement).toBe(call));
    expect(queryByText(/^Ebb does not know the number/)).toBeNull();
    expect(client.inputsOf('device.save')).toEqual([{ country: 'NZ' }]);
  });

  it('says so when the answer cannot be kept', async () => {
    inRegion('BR').answer('device.save', failing('DISK_FULL'));
    const { user, findByRole, findAllByText } = renderWith(<EmergencyScreen />);
    await user.click(await findByRole('button', { name: /Your country/ }));
    await user.click(await findByRole('option', { name: 'New Zealand' }));
    expect(await findAllByText(/The disk is full/)).not.toEqual([]);
  });

  it('the settings do not claim one', async () => {
    inRegion('BR');
    const { findByRole } = renderWith(<HelpSection />);
    await findByRole('button', { name: /As the system \(not a country Ebb knows\)/ });
  });
});

describe('the numbers', () => {
  it('are the ones in the care guide, no more and no fewer', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/care.md'), 'utf8');
    const rows = [...guide.matchAll(/^\| ([A-Z]{2}) \| [^|]+ \| ([^|]+) \| ([^|]+) \|/gm)].map((row) => row.slice(1));
    const told = countries.map((country) => {
      const { emergency, crisisLine } = crisisNumbers[country];
      return [country, emergency.map(({ number }) => number).join(', '), crisisLine?.number ?? 'none'];
    });
    expect(rows).toEqual(told);
    expect(told).toContainEqual(['GB', '999, 112', '116 123']);
  });

  it('have a source and a date each', () => {
    for (const { emergency, crisisLine } of Object.values(crisisNumbers)) {
      for (const { source, checkedOn } of crisisLine === null ? emergency : [...emergency, crisisLine]) {
        expect(source).toBe('own-list');
        expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  it('are found by region, with 112 for the member states of the European Union', () => {
    expect(['gb', 'DE', 'US', 'BR', ''].map(countryOfRegion)).toEqual(['GB', 'EU', 'US', null, null]);
  });
});
