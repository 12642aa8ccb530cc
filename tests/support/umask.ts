// As the shell does at its start: what the tests write is readable by its owner alone.
process.umask(0o077);
