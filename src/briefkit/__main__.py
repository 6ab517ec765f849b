"""The console script: answers `--version` before anything else is loaded."""

import sys


def main() -> None:
    """Run briefkit with the arguments of the process."""
    try:
        _main()
    except KeyboardInterrupt:  # while modules are loaded, no command looks for it yet
        raise SystemExit(130) from None


def _main() -> None:
    if sys.argv[1:] == ["--version"]:
        from briefkit import __version__

        try:
            sys.stdout.write(f"briefkit {__version__}\n")
            sys.stdout.flush()
            return
        except OSError:
            pass  # the command line below says what is wrong with the output
    from briefkit.cli.app import run

    run()


if __name__ == "__main__":
    main()
