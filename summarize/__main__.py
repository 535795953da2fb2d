"""`python -m summarize`, and the console script: hand over to the command line."""

try:  # in the wheel, cli/ lies inside summarize/
    from summarize.cli.process import main  # type: ignore[import-untyped, import-not-found, unused-ignore]
except ModuleNotFoundError as missing:  # in a checkout it lies beside it
    if missing.name != "summarize.cli":
        raise
    from cli.process import main

if __name__ == "__main__":
    main()
