"""Runs the command: python -m creatio_dbapi "SELECT …"."""

import sys

from creatio_dbapi.command import main

sys.exit(main())
