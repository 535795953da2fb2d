"""Which version this is: in a module of its own, which every other may import."""

__version__ = "1.0.0"
