"""`python -m greenwindow` is `greenwindow`."""

from greenwindow.cli import main

if __name__ == "__main__":
    main()
