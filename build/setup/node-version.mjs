// Evaluated on import, before any script's work begins, so that an old Node ends with a sentence instead of a
// stack trace from the first thing it does not know.
const needed = { major: 20, minor: 19 };
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < needed.major || (major === needed.major && minor < needed.minor)) {
  console.error(
    [
      `Ebb needs Node ${needed.major}.${needed.minor} or newer; this is Node ${process.versions.node}.`,
      'Please install a current Node and try again: https://nodejs.org/en/download',
    ].join('\n'),
  );
  process.exit(1);
}
