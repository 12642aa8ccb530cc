import { describe, expect, it } from 'vitest';
import { ok } from '#core/result';
import { countries, defaultDeviceSettings, emptyProfile } from '#core/settings';
import { EmergencyPage } from '#features/emergency/emergency-page';
import { EmergencyScreen } from '#features/emergency/emergency-screen';
import { countryOfRegion } from '#lib/country';
import { always, fakeClient } from '#tests/support/fake-client';
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
    const client = fakeClient({ 'device.save': (settings) => ok(settings) });
    const { user, findByRole } = renderWith(<EmergencyScreen />);
    await user.click(await findByRole('button', { name: /Numbers for/ }));
    await user.click(await findByRole('option', { name: 'Australia' }));
    expect(client.inputsOf('device.save')).toEqual([{ ...defaultDeviceSettings, country: 'AU' }]);
  });

  it("puts the person's own contact before every line", async () => {
    fakeClient({ 'profile.get': always({ ...emptyProfile, personName: 'Dana', personPhone: '555 0142' }) });
    const { findByText, container } = renderWith(<EmergencyPage />);
    await findByText('555 0142');
    const words = container.textContent ?? '';
    expect(words.indexOf('555 0142')).toBeLessThan(words.indexOf('116 123'));
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
