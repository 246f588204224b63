"""Which families of fixtures there are; each has a file of its own."""

pytest_plugins = (
    "tests.fix_secrets",
    "tests.fix_sandbox",
    "tests.fix_connection",
    "tests.fix_items",
    "tests.fix_things",
    "tests.fix_engine",
    "tests.fix_command",
)
