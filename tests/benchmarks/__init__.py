"""How fast the tool is, measured beside its peers: ``python -m tests.benchmarks``."""
