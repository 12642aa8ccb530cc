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
  it('are the ones in the care guide', () => {
    const told = countries.map((country) => {
      const { emergency, crisisLine } = crisisNumbers[country];
      return [country, emergency.map(({ number }) => number).join(), crisisLine?.number ?? null];
    });
    expect(told).toEqual([
      ['US', '911', '988'],
      ['CA', '911', '9-8-8'],
      ['GB', '999,112', '116 123'],
      ['IE', '999,112', '116 123'],
      ['AU', '000', '13 11 14'],
      ['NZ', '111', '1737'],
      ['IN', '112', '14416'],
      ['EU', '112', null],
    ]);
  });

  it('have a source and a date each', () => {
    for (const { emergency, crisisLine } of Object.values(crisisNumbers)) {
      for (const { source, checkedOn } of crisisLine === null ? emergency : [...emergency, crisisLine]) {
        expect(source).not.toBe('');
        expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  it('are found by region, with 112 for the member states of the European Union', () => {
    expect(['gb', 'DE', 'US', 'BR', ''].map(countryOfRegion)).toEqual(['GB', 'EU', 'US', null, null]);
  });
});
