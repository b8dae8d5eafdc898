"""A test run that is terminated ends the processes that it started."""

import signal


def pytest_configure():
    signal.signal(signal.SIGTERM, signal.default_int_handler)
