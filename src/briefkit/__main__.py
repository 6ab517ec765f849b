"""The console script: answers `--version` before anything else is loaded."""

import os
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
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries once more at its end
            sys.stderr.write(f"briefkit: the output cannot be written: {(error.strerror or '').lower()}\n")
            raise SystemExit(2) from None
        return
    from briefkit.cli.app import run

    run()


if __name__ == "__main__":
    main()
