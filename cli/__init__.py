"""The command line over the library: options, views and the process boundary."""
