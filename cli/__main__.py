"""`python -m cli`, for a checkout that is not installed."""

from .process import main

if __name__ == "__main__":
    main()
