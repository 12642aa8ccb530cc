import catalogue from '#locales/en' with { type: 'json' };

/** The words on the screen. */
export const words = catalogue;
